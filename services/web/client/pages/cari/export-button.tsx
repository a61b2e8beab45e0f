import { useEffect, useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { exportOf, type Search } from './search-query.ts';
import { searchTexts } from './texts.ts';

type Run = components['schemas']['ReportRun'];

/** An export of a few thousand rows takes seconds. */
const askEveryMs = 1_000;

/** Files of exactly this search, made in the background. */
export function ExportButton({ search }: { search: Search }) {
  const say = useTexts(searchTexts);
  const [run, setRun] = useState<Run | null>(null);
  const [error, setError] = useState<unknown>(null);
  const key = JSON.stringify(search);
  const isRunning = run?.state === 'queued' || run?.state === 'running';
  // Another search has other files.
  useEffect(() => setRun(null), [key]);
  useEffect(() => {
    if (!run || !isRunning) return;
    const timer = setTimeout(() => {
      bodyOf(api.GET('/v1/report-runs/{run}', { params: { path: { run: run.id } } })).then(setRun, setError);
    }, askEveryMs);
    return () => clearTimeout(timer);
  }, [run]);
  const start = (): void => {
    setError(null);
    bodyOf(api.POST('/v1/exports', { body: exportOf(search) as never })).then(setRun, setError);
  };
  return (
    <div class="export no-print">
      <ProblemNotice error={error} onRetry={start} />
      {run?.state === 'done' ? (
        <div class="row">
          <span class="small">{say('exported', { n: run.rows })}</span>
          {run.links.map((link) => (
            <ButtonLink key={link} href={link} looks="little" icon="download" download="">
              {link.split('.').at(-1)!.toUpperCase()}
            </ButtonLink>
          ))}
        </div>
      ) : (
        <Button looks="little" icon="download" title={say('exportHelp')} isBusy={isRunning} onClick={start}>
          {run && isRunning ? say('exporting', { n: run.rows }) : say('export')}
        </Button>
      )}
      {run?.state === 'failed' && <p role="alert">{say('exportFailed', { why: run.error ?? '' })}</p>}
    </div>
  );
}
