import { api } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { invalidate } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { sayMoment } from '../../components/times.tsx';
import { tell, tellError } from '../../components/toasts.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { words } from '../../texts/words.ts';
import { type Clock, useClock } from './issue-data.ts';
import { issueTexts } from './texts.ts';

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
        </>
      )}
    </section>
  );
}
