import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { invalidate } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Outside } from '../../components/outside.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { sayMoment } from '../../components/times.tsx';
import { tell, tellError } from '../../components/toasts.tsx';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { words } from '../../texts/words.ts';
import { type Clock, useClock } from './issue-data.ts';
import { issueTexts } from './texts.ts';
import { workTexts } from './work-texts.ts';

type Step = Clock['targets'][number]['step'];

const looks = { met: 'good', late: 'kritis', at_risk: 'tinggi', running: '', paused: 'outline' } as const;

/** What is owed, until when, and what was done. */
export function ClockCard({ issue }: { issue: string }) {
  const say = useTexts(issueTexts);
  const sayWord = useTexts(words);
  const clock = useClock(issue);
  const done = async (step: Step): Promise<void> => {
    try {
      await api.POST('/v1/issues/{issue}/clock/done', { params: { path: { issue } }, body: { step } });
      clock.reload();
      invalidate('/v1/issues?');
      tell(say('marked', { step: sayWord(step) }));
    } catch (error) {
      tellError(error);
    }
  };
  return (
    <section class="card stack" aria-labelledby="issue-clock">
      <h2 id="issue-clock">{say('clock')}</h2>
      {clock.error ? <ProblemNotice error={clock.error} onRetry={clock.reload} /> : null}
      {!clock.data && !clock.error && <Loading height="6rem" />}
      {clock.data && (
        <>
          <ol class="clock-targets">
            {clock.data.targets.map(({ step, state, dueAt, doneAt }) => (
              <li key={step}>
                <div class="row spread">
                  <strong class="clock-step">{sayWord(step)}</strong>
                  <span class={`badge ${looks[state]}`}>
                    <Icon name={state === 'met' ? 'check' : 'clock'} />
                    {say(state)}
                  </span>
                </div>
                <div class="row spread small soft">
                  <span class="number">
                    {doneAt
                      ? say('doneAt', { when: sayMoment(doneAt, clock.data!.zone) })
                      : dueAt && say('dueAt', { when: sayMoment(dueAt, clock.data!.zone) })}
                  </span>
                  {!doneAt && may('triage') && (
                    <Button
                      looks={['quiet', 'little']}
                      icon="check"
                      aria-label={say('markDone', { step: sayWord(step) })}
                      onClick={() => void done(step)}
                    >
                      {say('doneNow')}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ol>
          <p class="small soft">{say(clock.data.alwaysRunning ? 'round' : 'office')}</p>
          <Escalations clock={clock.data} />
          <Pause clock={clock.data} onChanged={clock.reload} />
        </>
      )}
    </section>
  );
}

/** Whom a missed target wakes, and when. */
function Escalations({ clock }: { clock: Clock }) {
  const say = useTexts(workTexts);
  const ahead = clock.escalations.filter(({ to }) => to !== null);
  if (ahead.length === 0) return null;
  return (
    <details class="small">
      <summary>{say('escalates')}</summary>
      <ul class="issue-stories">
        {ahead.map(({ at, to, reason }) => (
          <li key={at + to}>
            <span>{say('escalatesTo', { when: sayMoment(at, clock.zone), unit: unitName(to!) })}</span>
            <span class="soft">{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Stops the clock for a reason, and lets it go on. */
function Pause({ clock, onChanged }: { clock: Clock; onChanged(): void }) {
  const say = useTexts(workTexts);
  const [isAsking, setIsAsking] = useState(false);
  const pause = clock.pauses.find(({ to }) => to === null);
  const params = { params: { path: { issue: clock.issue } } };
  const act = async (
    work: () => Promise<unknown>,
    text: 'clockPaused' | 'clockResumed',
  ): Promise<boolean> => {
    setIsAsking(false);
    try {
      await work();
    } catch (error) {
      tellError(error);
      return false;
    }
    onChanged();
    invalidate('/v1/issues?');
    tell(say(text));
    return true;
  };
  return (
    <>
      {pause && (
        <Outside
          text={say('pausedSince', { when: sayMoment(pause.from, clock.zone), reason: pause.reason })}
          most={600}
        />
      )}
      {may('triage') && (
        <div class="no-print">
          <Button
            looks={['quiet', 'little']}
            icon={pause ? 'next' : 'wait'}
            onClick={() =>
              pause
                ? void act(() => api.POST('/v1/issues/{issue}/clock/resume', params), 'clockResumed')
                : setIsAsking(true)
            }
          >
            {say(pause ? 'resumeClock' : 'pauseClock')}
          </Button>
        </div>
      )}
      {isAsking && (
        <ReasonDialog
          name={`pause.${clock.issue}`}
          title={say('pauseClock')}
          question={say('pauseWhy')}
          help={say('pauseHelp')}
          onReason={(reason) =>
            act(
              () => api.POST('/v1/issues/{issue}/clock/pause', { ...params, body: { reason } }),
              'clockPaused',
            )
          }
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
