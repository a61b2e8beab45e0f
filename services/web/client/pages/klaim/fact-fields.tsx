import { topics } from '../../../../../shared/domain/label-values.ts';
import { Field } from '../../components/field.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { words } from '../../texts/words.ts';
import type { Fact } from './claim-data.ts';
import { claimTexts } from './texts.ts';

/** A fact as it is typed. */
export interface TypedFact {
  statement: string;
  headline: string;
  topic: Fact['topic'];
  use: Fact['use'];
  title: string;
  url: string;
  regulation: string;
}

export const blankFact: TypedFact = {
  statement: '',
  headline: '',
  topic: 'pemungutan suara',
  use: 'statement',
  title: '',
  url: '',
  regulation: '',
};

export const typedFrom = ({ statement, headline, topic, use, source }: Fact): TypedFact => ({
  statement,
  headline: headline ?? '',
  topic,
  use,
  title: source.title,
  url: source.url,
  regulation: source.regulation ?? '',
});

/** As the API takes it. */
export const factBody = ({ statement, headline, topic, use, title, url, regulation }: TypedFact) => ({
  statement,
  headline: headline.trim() || null,
  topic,
  use,
  source: { title, url, regulation: regulation.trim() || null },
});

interface Props {
  typed: TypedFact;
  onType(typed: TypedFact): void;
}

export function FactFields({ typed, onType }: Props) {
  const say = useTexts(claimTexts);
  const word = useTexts(words);
  const field = (name: keyof TypedFact) => ({
    value: typed[name],
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onType({ ...typed, [name]: currentTarget.value }),
  });
  return (
    <>
      <Field label={say('statement')} rule="reviewDate" help={say('statementHelp')} isRequired>
        <textarea rows={3} minLength={10} maxLength={600} {...field('statement')} />
      </Field>
      <Field label={say('headline')} rule="truthFirst" help={say('headlineHelp')}>
        <input type="text" maxLength={110} {...field('headline')} />
      </Field>
      <Field label={say('use')} help={say('useHelp')}>
        <select {...field('use')}>
          <option value="statement">{say('use_statement')}</option>
          <option value="how_to_check">{say('use_how_to_check')}</option>
        </select>
      </Field>
      <Field label={say('topic')}>
        <select {...field('topic')}>
          {topics.map((topic) => (
            <option key={topic} value={topic}>
              {word(topic)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={say('evidenceTitle')} rule="evidence" help={say('factSourceHelp')} isRequired>
        <input type="text" minLength={3} maxLength={300} {...field('title')} />
      </Field>
      <Field label={say('evidenceUrl')} rule="evidence" isRequired>
        <input type="url" maxLength={2_000} {...field('url')} />
      </Field>
      <Field label={say('regulation')} help={say('regulationHelp')}>
        <input type="text" maxLength={200} {...field('regulation')} />
      </Field>
    </>
  );
}
