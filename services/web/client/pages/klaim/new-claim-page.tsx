import '../../styles/writing.css';
import './klaim.css';
import { useRef } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Outside } from '../../components/outside.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { useAct } from '../../components/use-act.ts';
import { useDraft } from '../../components/use-draft.ts';
import { goTo, usePlace } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { claimsChanged } from './claim-data.ts';
import { claimTexts } from './texts.ts';

/** A claim to check: first its words, the rest on its own page. */
export function Page() {
  const say = useTexts(claimTexts);
  const issue = usePlace().query.get('isu');
  const [text, setText, clear] = useDraft(issue === null ? 'claim.new' : `claim.new.${issue}`);
  const act = useAct();
  const about = useApi(issue === null ? null : `/v1/issues/${issue}`, () =>
    bodyOf(api.GET('/v1/issues/{issue}', { params: { path: { issue: issue! } } })),
  ).data?.issue;
  /** Recorded, but not tied yet: who tries again ties it and does not record it twice. */
  const recorded = useRef<{ id: string; text: string } | null>(null);
  const add = (): void =>
    void act.run(async () => {
      const claim =
        recorded.current?.text === text
          ? recorded.current
          : await bodyOf(api.POST('/v1/claims', { body: { text } }));
      recorded.current = { id: claim.id, text };
      if (issue !== null)
        await api.POST('/v1/issues/{issue}/claims', {
          params: { path: { issue } },
          body: { entry: claim.id },
        });
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
      {about && (
        <p class="notice">
          <span>
            {say('newOfIssue')} <a href={`/isu/${about.number}`}>{about.number}</a>:{' '}
            <Outside text={about.title} most={200} />
          </span>
        </p>
      )}
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
