import { api } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { useDraft } from '../../components/use-draft.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { factsChanged } from './claim-data.ts';
import { blankFact, FactFields, factBody, type TypedFact } from './fact-fields.tsx';
import { claimTexts } from './texts.ts';

/** Adds a fact; somebody else approves it. */
export function FactForm() {
  const say = useTexts(claimTexts);
  const [kept, keep, clear] = useDraft('fact.new', JSON.stringify(blankFact));
  const typed = JSON.parse(kept) as TypedFact;
  const act = useAct();
  const add = (): void =>
    void act.run(async () => {
      await api.POST('/v1/facts', { body: { ...factBody(typed), keywords: '' } });
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
        <FactFields typed={typed} onType={(next) => keep(JSON.stringify(next))} />
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
