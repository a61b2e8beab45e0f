import { Icon } from '../../components/icon.tsx';
import { sayMoment, saySpan, useNow } from '../../components/times.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { words } from '../../texts/words.ts';
import type { Glance } from './feed.ts';
import { issueListTexts } from './texts.ts';

/** The next thing owed, running down. */
export function ClockNote({ clock }: { clock: Glance['clock'] }) {
  const say = useTexts(issueListTexts);
  const sayWord = useTexts(words);
  const now = useNow();
  if (!clock) return <p class="clock-note soft">{say('nothingDue')}</p>;
  const step = sayWord(clock.step);
  if (clock.dueAt === null)
    return (
      <p class="clock-note soft">
        <Icon name="clock" /> {say('paused')} <span class="small">{say('dueFor', { step })}</span>
      </p>
    );
  const left = new Date(clock.dueAt).getTime() - now;
  const isLate = left < 0;
  const state = isLate ? 'late' : clock.state;
  return (
    <p class={`clock-note ${state}`} title={sayMoment(clock.dueAt)}>
      <Icon name="clock" />
      <span>
        <strong class="number">{say(isLate ? 'late' : 'left', { span: saySpan(Math.abs(left)) })}</strong>
        <span class="small clock-for">{say('dueFor', { step })}</span>
      </span>
    </p>
  );
}
