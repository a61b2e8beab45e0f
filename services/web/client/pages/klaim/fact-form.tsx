import { topics } from '../../../../../shared/domain/label-values.ts';
import { api } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { useDraft } from '../../components/use-draft.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { words } from '../../texts/words.ts';
import { type Fact, factsChanged } from './claim-data.ts';
import { claimTexts } from './texts.ts';

const blank = {
  statement: '',
  headline: '',
  topic: 'pemungutan suara' as Fact['topic'],
  use: 'statement' as Fact['use'],
  title: '',
  url: '',
  regulation: '',
};

/** Adds a fact; somebody else approves it. */
export function FactForm() {
  const say = useTexts(claimTexts);
  const word = useTexts(words);
  const [kept, keep, clear] = useDraft('fact.new', JSON.stringify(blank));
  const typed = JSON.parse(kept) as typeof blank;
  const act = useAct();
  const field = (name: keyof typeof blank) => ({
    value: typed[name],
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
      keep(JSON.stringify({ ...typed, [name]: currentTarget.value })),
  });
  const add = (): void =>
    void act.run(async () => {
      const { statement, headline, topic, use, title, url, regulation } = typed;
      const source = { title, url, regulation: regulation.trim() || null };
      await api.POST('/v1/facts', {
        body: { statement, headline: headline.trim() || null, keywords: '', topic, use, source },
      });
      clear();
      factsChanged();
      tell(say('factAdded'));
    });
  return (
    <details class="card fold">
      <summary>
        <h2>{say('newFact')}</h2>
      </summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Field label={say('statement')} help={say('statementHelp')} isRequired>
          <textarea rows={3} minLength={10} maxLength={600} {...field('statement')} />
        </Field>
        <Field label={say('headline')}>
          <input type="text" maxLength={110} {...field('headline')} />
        </Field>
        <Field label={say('use')}>
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
        <Field label={say('evidenceTitle')} isRequired>
          <input type="text" minLength={3} maxLength={300} {...field('title')} />
        </Field>
        <Field label={say('evidenceUrl')} isRequired>
          <input type="url" maxLength={2_000} {...field('url')} />
        </Field>
        <Field label={say('regulation')}>
          <input type="text" maxLength={200} {...field('regulation')} />
        </Field>
        <Refusal error={act.error} title={say('notDone')} />
        <div>
          <Button looks="main" type="submit" isBusy={act.isBusy}>
            {say('addFact')}
          </Button>
        </div>
      </form>
    </details>
  );
}
