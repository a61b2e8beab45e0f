import { Field } from '../../components/field.tsx';
import { setQuery, usePlace } from '../../router/router.ts';
import { type Say, useTexts } from '../../texts/catalogue.ts';
import { reportTexts } from './texts.ts';

/** The quarter that ended last: the one whose report is being written. */
function lastQuarter(now = new Date()): string {
  const quarter = Math.floor(now.getMonth() / 3);
  return quarter === 0 ? `${now.getFullYear() - 1}-TW4` : `${now.getFullYear()}-TW${quarter}`;
}

/** Two years of quarters and years, the newest first. */
function keys(now = new Date()): string[] {
  const year = now.getFullYear();
  return [year, year - 1].flatMap((one) => [`${one}-TAHUN`, ...[4, 3, 2, 1].map((n) => `${one}-TW${n}`)]);
}

export function sayPeriod(key: string, say: Say<typeof reportTexts>): string {
  const [year, part] = key.split('-');
  return part === 'TAHUN' ? say('year', { year: year! }) : say('quarter', { n: part!.slice(2), year: year! });
}

export const usePeriod = (): string => {
  const asked = usePlace().query.get('period') ?? '';
  return keys().includes(asked) ? asked : lastQuarter();
};

export function PeriodChoice() {
  const say = useTexts(reportTexts);
  const period = usePeriod();
  return (
    <div class="report-period">
      <Field label={say('period')} rule="quarter">
        <select value={period} onChange={(event) => setQuery({ period: event.currentTarget.value })}>
          {keys().map((key) => (
            <option value={key}>{sayPeriod(key, say)}</option>
          ))}
        </select>
      </Field>
    </div>
  );
}
