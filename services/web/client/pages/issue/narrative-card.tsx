import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Outside, tamed } from '../../components/outside.tsx';
import { Ago } from '../../components/times.tsx';
import { tell } from '../../components/toasts.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { ActForm } from './act-form.tsx';
import { followAct } from './follow-act.ts';
import type { IssueDetail } from './issue-data.ts';
import { workTexts } from './work-texts.ts';

type Issue = IssueDetail['issue'];

/** The narrative that this issue tells again, as a person says; suggestions beside it. */
export function NarrativeCard({ issue }: { issue: Issue }) {
  const say = useTexts(workTexts);
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useApi(`/v1/issues/${issue.number}/narratives`, () =>
    bodyOf(api.GET('/v1/issues/{issue}/narratives', { params: { path: { issue: issue.number } } })),
  );
  const all = useNarratives();
  const tied = all.data?.narratives.find(({ id }) => id === data?.tied);
  const [best] = data?.suggestions ?? [];
  if (!data || (!tied && !best && !may('triage'))) return null;
  return (
    <section class="card stack" aria-labelledby="issue-narrative">
      <h2 id="issue-narrative">{say('narrative')}</h2>
      {tied ? (
        <>
          <p>
            <a href={`/narasi/${tied.id}`}>
              <strong class="outside">{tamed(tied.name)}</strong>
            </a>
          </p>
          {tied.description && <Outside text={tied.description} most={400} />}
          <p class="small soft">{say('narrativeTold', { n: tied.issues })}</p>
        </>
      ) : (
        <p class="small soft">{say('noNarrative')}</p>
      )}
      {!tied && best && (
        <div class="notice">
          <span>
            {say('narrativeLike')} <strong class="outside">{tamed(best.narrative.name)}</strong>
          </span>
          {best.agrees.length > 0 && (
            <span class="small soft outside">
              {say('narrativeAgrees', { words: tamed(best.agrees.join(', ')) })}
            </span>
          )}
          {best.lastAt && (
            <span class="small soft">
              {say('narrativeLast')} <Ago at={best.lastAt} />
            </span>
          )}
        </div>
      )}
      {may('triage') && (
        <div class="row no-print">
          <Button looks={['quiet', 'little']} icon="link" onClick={() => setIsOpen(true)}>
            {say(tied ? 'changeNarrative' : 'tieNarrative')}
          </Button>
          <a class="small" href="/narasi">
            {say('allNarratives')}
          </a>
        </div>
      )}
      {isOpen && (
        <TieDialog
          issue={issue}
          first={data.tied ?? best?.narrative.id ?? ''}
          onClose={() => setIsOpen(false)}
        />
      )}
    </section>
  );
}

const useNarratives = () => useApi('/v1/narratives', () => bodyOf(api.GET('/v1/narratives')));

function TieDialog({ issue, first, onClose }: { issue: Issue; first: string; onClose(): void }) {
  const say = useTexts(workTexts);
  const [chosen, setChosen] = useState(first);
  const { data } = useNarratives();
  const send = async (reason: string): Promise<void> => {
    await api.PUT('/v1/issues/{issue}/narrative', {
      params: { path: { issue: issue.id }, header: { 'if-match': `"${issue.id}-${issue.version}"` } },
      body: { narrative: chosen || null, reason },
    });
    followAct();
    tell(say(chosen ? 'narrativeTied' : 'narrativeUntied'));
  };
  return (
    <ActForm
      title={say('tieNarrative')}
      draft={`narrative.${issue.number}`}
      isReady={chosen !== (issue.narrativeId ?? '')}
      onSend={send}
      onClose={onClose}
    >
      <Field label={say('narrative')} rule="impact" help={say('narrativeHelp')}>
        <select value={chosen} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          <option value="">{say('noneOfThem')}</option>
          {data?.narratives.map(({ id, name }) => (
            <option key={id} value={id}>
              {tamed(name)}
            </option>
          ))}
        </select>
      </Field>
    </ActForm>
  );
}
