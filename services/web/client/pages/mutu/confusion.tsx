import type { components } from '../../api/generated/schema.ts';
import { WordOf } from '../../components/badges.tsx';
import { Table } from '../../components/table.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { isWord, words } from '../../texts/words.ts';
import { qualityTexts } from './texts.ts';

type Confusion = NonNullable<components['schemas']['QualityReport']['gold']>['confusion']['tone'];

interface Row {
  name: string;
  n: number;
  cells: readonly number[];
}

interface Props {
  label: 'tone' | 'stance' | 'topic';
  /** Which posts. */
  of: string;
  confusion: Confusion;
}

/** A row for what people say, a column for what the machine says; right is on the diagonal, in bold. */
export function ConfusionOf({ label, of, confusion: { classes, counts } }: Props) {
  const say = useTexts(qualityTexts);
  const word = useTexts(words);
  if (classes.length === 0) return null;
  return (
    <Table
      caption={`${say(label)}: ${of}`}
      rows={classes.map((name, n): Row => ({ name, n, cells: counts[n] ?? [] }))}
      columns={[
        { title: say('confusionOf'), cell: ({ name }) => <WordOf value={name} /> },
        ...classes.map((name, column) => ({
          title: isWord(name) ? word(name) : name,
          isNumber: true,
          cell: ({ n, cells }: Row) =>
            n === column ? <strong>{cells[column]}</strong> : (cells[column] ?? 0) || '·',
        })),
      ]}
    />
  );
}
