import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { invalidate } from '../../api/use-api.ts';
import { LevelBadge } from '../../components/badges.tsx';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Outside } from '../../components/outside.tsx';
import { Ago } from '../../components/times.tsx';
import { tell, tellError } from '../../components/toasts.tsx';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import type { Alert } from './alert.ts';
import { AlertProof } from './alert-proof.tsx';
import { alertTexts } from './texts.ts';

/** Rules that compare with what was usual; of fewer than one in two hours no factor can be told. */
const surges = new Set<Alert['rule']>(['busy_z', 'quiet_tail', 'cold_start', 'level_doubled']);
const leastBaseline = 0.5;

export function AlertCard({ alert }: { alert: Alert }) {
  const say = useTexts(alertTexts);
  const [isOpen, setIsOpen] = useState(false);
  const round = (value: number): number => Math.round(value * 10) / 10;
  return (
    <article class={`card stack alert-card ${alert.falseAlarm ? 'is-false' : ''}`}>
      <header class="row">
        <LevelBadge level={alert.level} />
        <strong>{say(alert.rule)}</strong>
        <span>{unitName(alert.unit)}</span>
        <span class="soft">
          <Ago at={alert.at} />
        </span>
        {alert.falseAlarm && <span class="badge outline">{say('isFalse')}</span>}
      </header>
      <p lang="id">
        <Outside text={alert.sentence} />
      </p>
      {alert.held && (
        <p class="small soft">
          {say('heldWhy')}{' '}
          <span lang="id">
            <Outside text={alert.held} />
          </span>
        </p>
      )}
      {surges.has(alert.rule) && alert.baseline >= leastBaseline && (
        <p class="small soft number">
          {say('observed', {
            observed: round(alert.observed),
            baseline: round(alert.baseline),
            factor: round(alert.factor),
          })}
        </p>
      )}
      <Acts alert={alert} />
      <details class="alert-why" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{say('why')}</summary>
        {isOpen && <AlertProof alert={alert} />}
      </details>
    </article>
  );
}

function Acts({ alert }: { alert: Alert }) {
  const say = useTexts(alertTexts);
  const mark = async (falseAlarm: boolean): Promise<void> => {
    try {
      await api.POST('/v1/alerts/{alert}/false-alarm', {
        params: { path: { alert: alert.id } },
        body: { falseAlarm, reason: null },
      });
      invalidate('/v1/alert');
      if (falseAlarm) tell(say('markedFalse'), () => void mark(false));
    } catch (error) {
      tellError(error);
    }
  };
  return (
    <div class="row no-print">
      {alert.issueId && (
        <ButtonLink href={`/isu/${alert.issueId}`} icon="next">
          {say('openIssue')}
        </ButtonLink>
      )}
      {may('triage') && (
        <Button
          looks="quiet"
          icon={alert.falseAlarm ? 'back' : 'close'}
          onClick={() => void mark(!alert.falseAlarm)}
        >
          {say(alert.falseAlarm ? 'takeBack' : 'markFalse')}
        </Button>
      )}
    </div>
  );
}
