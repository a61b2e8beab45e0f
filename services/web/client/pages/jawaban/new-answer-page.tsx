import '../../styles/writing.css';
import './jawaban.css';
import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { useApi } from '../../api/use-api.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Outside } from '../../components/outside.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { useAct } from '../../components/use-act.ts';
import { useDraft } from '../../components/use-draft.ts';
import { goTo, usePlace } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { answersChanged, type Fact, useChoice, useClaim, useIssue, useOffer } from './answer-data.ts';
import { composeTexts } from './compose-texts.ts';
import { FactChoice } from './fact-choice.tsx';
import { ChoiceCard, MatterCard } from './matter-card.tsx';
import { givenNotes, type Notes, NotesFields } from './notes-fields.tsx';
import { answerTexts } from './texts.ts';

/** Where an answer begins: what is answered, how, from which facts. `?isu=` or `?klaim=` says for what. */
export function Page() {
  const say = useTexts(composeTexts);
  const { query } = usePlace();
  const issue = query.get('isu');
  const claim = query.get('klaim');
  return (
    <div class="stack">
      <PageTitle title={say('newTitle')} />
      {issue || claim ? (
        <Start key={`${issue} ${claim}`} issue={issue} claim={claim} />
      ) : (
        <Empty icon="jawaban" title={say('choose')}>
          <p>{say('chooseWhy')}</p>
          <div class="row">
            <ButtonLink href="/isu" looks="main">
              {say('issue')}
            </ButtonLink>
            <ButtonLink href="/klaim">{say('toClaims')}</ButtonLink>
          </div>
        </Empty>
      )}
    </div>
  );
}

/** The claim that an issue is linked to, the surest first. */
const useClaimOfIssue = (issue: string | null, claim: string | null) =>
  useApi(issue && !claim ? `/v1/issues/${issue}/claims` : null, () =>
    bodyOf(api.GET('/v1/issues/{issue}/claims', { params: { path: { issue: issue! } } })),
  ).data?.links.find(({ state, entryKind }) => state === 'linked' && entryKind === 'claim')?.entryId ?? null;

function Start({ issue, claim }: { issue: string | null; claim: string | null }) {
  const say = useTexts(composeTexts);
  const choice = useChoice(issue, claim);
  const issueData = useIssue(issue).data?.issue;
  const linked = useClaimOfIssue(issue, claim);
  const claimData = useClaim(claim ?? linked).data?.claim ?? null;
  const about = claimData?.text ?? issueData?.title ?? null;
  const offered = preselected(useOffer(about).data?.facts ?? []);
  const [facts, setFacts] = useState<string[] | null>(null);
  const [typed, keepTyped, clearTyped] = useDraft(`answer.new.${issue ?? claim}`, '{}');
  const notes = JSON.parse(typed) as Notes;
  const [holdingOnly, setHoldingOnly] = useState(false);
  const act = useAct();
  if (choice.error) return <ProblemNotice error={choice.error} onRetry={choice.reload} />;
  if (!choice.data) return <Loading height="20rem" />;
  const start = (): void =>
    void act.run(async () => {
      const body = {
        ...(issue ? { issue } : {}),
        ...(claim ? { claim } : {}),
        ...(facts ? { facts } : {}),
        ...(holdingOnly ? { holdingOnly } : {}),
        notes: givenNotes(notes),
      };
      const { answer } = await bodyOf(api.POST('/v1/answers', { body }));
      clearTyped();
      answersChanged();
      goTo(`/jawaban/${answer.id}`, { replace: true });
    });
  const mayStart = may('draft') && choice.data.mayAnswerHere;
  return (
    <div class="two-columns">
      <section class="card stack">
        <h2>{say('matter')}</h2>
        <MatterCard issueId={issue} claim={claimData} />
      </section>
      <div class="stack">
        <Existing issue={issue} claim={claim} />
        <section class="card stack">
          <h2>{say('how')}</h2>
          <ChoiceCard choice={choice.data} />
        </section>
        {mayStart && (
          <section class="card stack">
            <h2>{say('facts')}</h2>
            <FactChoice about={about} chosen={facts ?? offered} onChoose={setFacts} />
            <h2>{say('notes')}</h2>
            <NotesFields
              kind={holdingOnly ? 'holding' : choice.data.kind}
              notes={notes}
              onChange={(next) => keepTyped(JSON.stringify(next))}
            />
            {choice.data.kind !== 'holding' && (
              <label class="row">
                <input
                  type="checkbox"
                  checked={holdingOnly}
                  onChange={({ currentTarget }) => setHoldingOnly(currentTarget.checked)}
                />
                {say('holdingOnly')}
              </label>
            )}
            <Refusal error={act.error} title={say('notStarted')} />
            <div class="row">
              <Button looks="main" icon="jawaban" isBusy={act.isBusy} onClick={start}>
                {say('start')}
              </Button>
              <span class="small soft">{say('startWhy')}</span>
            </div>
          </section>
        )}
        {!may('draft') && <p class="notice">{say('mayStart')}</p>}
      </div>
    </div>
  );
}

/** What the API takes where nobody chose: of those that fit three statements and two ways to check. */
function preselected(offered: readonly { fact: Fact; fits: boolean }[]): string[] {
  const ids = (use: Fact['use'], most: number): string[] =>
    offered
      .filter(({ fact, fits }) => fits && fact.use === use)
      .slice(0, most)
      .map(({ fact }) => fact.id);
  return [...ids('statement', 3), ...ids('how_to_check', 2)];
}

/** Nobody writes a second answer because they did not see the first. */
function Existing({ issue, claim }: { issue: string | null; claim: string | null }) {
  const say = useTexts(composeTexts);
  const sayAnswer = useTexts(answerTexts);
  const query = issue ? { issue } : { claim: claim! };
  const found = useApi(`/v1/answers?of=${issue ?? claim}`, () =>
    bodyOf(api.GET('/v1/answers', { params: { query } })),
  ).data?.answers.filter(({ state }) => state !== 'discarded');
  if (!found || found.length === 0) return null;
  return (
    <div class="notice">
      <strong>{say('existing')}</strong>
      <ul>
        {found.map(({ id, title, state }) => (
          <li key={id}>
            <a href={`/jawaban/${id}`}>
              <Outside text={title ?? sayAnswer('untitled')} most={200} />
            </a>{' '}
            <span class="soft">· {sayAnswer(`state_${state}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
