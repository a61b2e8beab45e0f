import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { tamed } from '../../components/outside.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { Ago } from '../../components/times.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { explainRefusal } from './act-refusal.ts';
import { followAct } from './follow-act.ts';
import type { Decision } from './issue-data.ts';
import { workTexts } from './work-texts.ts';

/** Merges, splits, pins, names and what is kept apart, in force, each with a way to take it back, also weeks later. */
export function Decisions({ issue }: { issue: string }) {
  const say = useTexts(workTexts);
  const { data, reload } = useApi(`/v1/issues/${issue}/acts`, () =>
    bodyOf(api.GET('/v1/issues/{issue}/acts', { params: { path: { issue } } })),
  );
  const decisions = data?.decisions ?? [];
  if (decisions.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="issue-decisions">
      <div>
        <h2 id="issue-decisions">{say('decisions')}</h2>
        <p class="small soft">{say('decisionsNote')}</p>
      </div>
      <ul class="issue-stories">
        {decisions.map((decision) => (
          <Row key={decision.acts[0]} issue={issue} decision={decision} onUndone={reload} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  /** Number of the issue that is looked at. */
  issue: string;
  decision: Decision;
  onUndone(): void;
}

function Row({ issue, decision, onUndone }: RowProps) {
  const say = useTexts(workTexts);
  const { isBusy, error, run } = useAct();
  const [isAsking, setIsAsking] = useState(false);
  const { kind, acts, subjects, made, from, into, by, at, isOpen } = decision;
  const to = made ?? into;
  const other = to === issue ? from : to;
  const isGone = into !== null && into !== issue;
  const undo = async (reason: string): Promise<boolean> => {
    setIsAsking(false);
    const act = acts[0] ?? '';
    const isDone = await run(() =>
      api.POST('/v1/acts/{act}/undo', { params: { path: { act } }, body: { reason } }),
    );
    if (!isDone) return false;
    tell(say('decisionUndone'));
    onUndone();
    followAct();
    return true;
  };
  return (
    <li>
      <span class="outside" dir="auto">
        <strong>{say(isGone ? 'decision_away' : `decision_${kind}`)}</strong> {subjects.map(tamed).join('; ')}
        {other && (
          <>
            {' '}
            {to === issue ? '←' : '→'} <a href={`/isu/${other}`}>{other}</a>
          </>
        )}
      </span>
      <span class="row spread small soft">
        <span>
          {by} · <Ago at={at} />
        </span>
        {isOpen && may('triage') && (
          <Button looks={['quiet', 'little']} icon="back" isBusy={isBusy} onClick={() => setIsAsking(true)}>
            {say('undoDecision')}
          </Button>
        )}
      </span>
      <ProblemNotice error={error} {...explainRefusal(error)} />
      {isAsking && (
        <ReasonDialog
          name={`undo.${acts[0]}`}
          title={say('undoDecision')}
          question={say('undoWhy')}
          help={say('undoHelp')}
          onReason={undo}
          onClose={() => setIsAsking(false)}
        />
      )}
    </li>
  );
}
