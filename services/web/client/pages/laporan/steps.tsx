import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { may } from '../../api/session.ts';
import { invalidate } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Outside } from '../../components/outside.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { Moment } from '../../components/times.tsx';
import { tell } from '../../components/toasts.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { Who } from '../../components/who.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { reportTexts } from './texts.ts';

type Report = components['schemas']['TieredReport'];

/** Passing on, giving back, and the way it has come; who may is decided by the report's own rules. */
export function Steps({ report, onChanged }: { report: Report; onChanged(): void }) {
  const say = useTexts(reportTexts);
  const [reason, setReason, clear] = useDraft(`report.${report.id}.reason`);
  const [problem, setProblem] = useState<unknown>(null);
  const path = { params: { path: { report: report.id } } };
  const run = async (act: () => Promise<unknown>, done: string): Promise<void> => {
    setProblem(null);
    try {
      await act();
      clear();
      tell(done);
      invalidate('/v1/tiered-reports');
      onChanged();
    } catch (error) {
      setProblem(error);
    }
  };
  const pass = () =>
    run(
      () =>
        api.POST('/v1/tiered-reports/{report}/pass', { ...path, body: { reason: reason.trim() || null } }),
      say('passed'),
    );
  const giveBack = () =>
    run(
      () => api.POST('/v1/tiered-reports/{report}/return', { ...path, body: { reason: reason.trim() } }),
      say('gaveBack'),
    );
  const renew = () => run(() => api.POST('/v1/tiered-reports/{report}/refresh', path), say('saved'));
  return (
    <div class="card stack">
      <h2>{say('steps')}</h2>
      <ol class="report-steps">
        {report.steps.map(({ at, actor, to, reason: why }) => (
          <li>
            <Moment at={at} /> · <Who id={actor} /> → {say(to)}
            {why && (
              <p class="small">
                <Outside text={why} />
              </p>
            )}
          </li>
        ))}
      </ol>
      {report.state !== 'accepted' && may('draft') && (
        <>
          <Field
            label={report.state === 'draft' ? say('passWhy') : say('giveBackWhy')}
            help={say('passWhyHelp')}
          >
            <textarea
              value={reason}
              maxLength={2_000}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          </Field>
          <ProblemNotice error={problem} onRetry={onChanged} />
          <div class="row">
            <Button looks="main" icon="next" onClick={() => void pass()}>
              {say('pass')}
            </Button>
            {report.state === 'draft' ? (
              <Button onClick={() => void renew()}>{say('refresh')}</Button>
            ) : (
              <Button looks="danger" disabled={reason.trim().length < 5} onClick={() => void giveBack()}>
                {say('giveBack')}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}
