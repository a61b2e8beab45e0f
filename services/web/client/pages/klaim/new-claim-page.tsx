import '../../styles/writing.css';
import './klaim.css';
import { api, bodyOf } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { useAct } from '../../components/use-act.ts';
import { useDraft } from '../../components/use-draft.ts';
import { goTo } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { claimsChanged } from './claim-data.ts';
import { claimTexts } from './texts.ts';

/** A claim to check: first its words, the rest on its own page. */
export function Page() {
  const say = useTexts(claimTexts);
  const [text, setText, clear] = useDraft('claim.new');
  const act = useAct();
  const add = (): void =>
    void act.run(async () => {
      const claim = await bodyOf(api.POST('/v1/claims', { body: { text } }));
      clear();
      claimsChanged();
      goTo(`/klaim/${claim.id}`, { replace: true });
    });
  return (
    <div class="stack">
      <a class="small" href="/klaim">
        {say('back')}
      </a>
      <PageTitle title={say('newClaim')} />
      <form
        class="card stack"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Field label={say('newText')} rule="verbatim" help={say('newHelp')} isRequired>
          <textarea
            rows={5}
            minLength={3}
            maxLength={5_000}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </Field>
        <Refusal error={act.error} title={say('notDone')} />
        <div>
          <Button looks="main" type="submit" isBusy={act.isBusy}>
            {say('add')}
          </Button>
        </div>
      </form>
    </div>
  );
}
