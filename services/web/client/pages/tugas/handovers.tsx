import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { LevelBadge } from '../../components/badges.tsx';
import { Button } from '../../components/button.tsx';
import { Outside, tamed } from '../../components/outside.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { sayMoment } from '../../components/times.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { goTo } from '../../router/router.ts';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { whyOf } from '../isu/issue-row.tsx';
import { todoTexts } from './texts.ts';
import { type Handover, readAnew } from './tugas-data.ts';

/** What other units offer: accepted, or returned with a reason. */
export function Handovers({ handovers }: { handovers: readonly Handover[] }) {
  const say = useTexts(todoTexts);
  if (handovers.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="todo-handovers">
      <div>
        <h2 id="todo-handovers">{say('handovers')}</h2>
        <p class="small soft">{say('handoversNote')}</p>
      </div>
      <ul class="todo-list">
        {handovers.map((handover) => (
          <Offer key={handover.id} handover={handover} />
        ))}
      </ul>
    </section>
  );
}

function Offer({ handover }: { handover: Handover }) {
  const say = useTexts(todoTexts);
  const { isBusy, error, run } = useAct();
  const [isReturning, setIsReturning] = useState(false);
  const { id, issueNumber, title, kind, level, why, from, reason, dueAt, isLate } = handover;
  const answer = async (accept: boolean, words?: string): Promise<boolean> => {
    const body = { accept, ...(words ? { reason: words } : {}) };
    const isDone = await run(() =>
      api.POST('/v1/handovers/{handover}/answer', { params: { path: { handover: id } }, body }),
    );
    if (!isDone) return false;
    readAnew();
    tell(say(accept ? 'accepted' : 'returned', { number: issueNumber, unit: unitName(from) }));
    if (accept) goTo(`/isu/${issueNumber}`);
    return true;
  };
  return (
    <li class="card stack">
      <div class="row">
        <LevelBadge level={level} />
        <span class="badge outline">{say(kind)}</span>
        <span class="small soft">{say('from', { unit: unitName(from) })}</span>
        <span class="small soft number">{issueNumber}</span>
        {isLate && <span class="badge kritis">{say('late')}</span>}
      </div>
      <h3 class="outside" dir="auto">
        {tamed(title)}
      </h3>
      <p class="small outside" dir="auto">
        {tamed(whyOf({ priority: { reason: why } }))}
      </p>
      <p>
        <strong>{say('theirReason')}:</strong> <Outside text={reason} most={1_000} />
      </p>
      <p class="small soft">{say('answerBy', { when: sayMoment(dueAt) })}</p>
      <ProblemNotice error={error} />
      <div class="row no-print">
        <Button looks="main" icon="check" isBusy={isBusy} onClick={() => void answer(true)}>
          {say('accept')}
        </Button>
        <Button icon="back" disabled={isBusy} onClick={() => setIsReturning(true)}>
          {say('giveBack')}
        </Button>
      </div>
      {isReturning && (
        <ReasonDialog
          name={`handover.${id}`}
          title={say('giveBack')}
          question={say('giveBackWhy')}
          help={say('giveBackHelp')}
          least={5}
          onReason={(words) => {
            setIsReturning(false);
            return answer(false, words);
          }}
          onClose={() => setIsReturning(false)}
        />
      )}
    </li>
  );
}
