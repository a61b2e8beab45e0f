import { useEffect, useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { may, sessionNow } from '../../api/session.ts';
import { invalidate } from '../../api/use-api.ts';
import { usePages } from '../../api/use-pages.ts';
import { Button } from '../../components/button.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { Outside } from '../../components/outside.tsx';
import { besides, dayOf, lastDays, periodAt, sayDays } from '../../components/periods.ts';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { Ago } from '../../components/times.tsx';
import { tell, tellError } from '../../components/toasts.tsx';
import { Who } from '../../components/who.tsx';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { reportTexts } from './texts.ts';

type Run = components['schemas']['ReportRun'];
/** A map takes seconds, a large export minutes. */
const lookEveryMs = 2_000;
const isOpen = ({ state }: Run): boolean => state === 'queued' || state === 'running';

export function Runs() {
  const say = useTexts(reportTexts);
  const pages = usePages('/v1/report-runs', async (cursor) => {
    const query = { limit: 50, ...(cursor === undefined ? {} : { cursor }) };
    const page = await bodyOf(api.GET('/v1/report-runs', { params: { query } }));
    return { rows: page.runs, next: page.nextCursor };
  });
  const { rows, error, reload } = pages;
  const isWaiting = rows?.some(isOpen) ?? false;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(reload, lookEveryMs);
    return () => clearInterval(timer);
  }, [isWaiting, rows]);
  return (
    <>
      <p class="soft report-lead">{say('mapsLead')}</p>
      {may('triage') && <Begin />}
      {error && !rows ? <ProblemNotice error={error} onRetry={reload} /> : null}
      {!error && !rows ? <Loading /> : null}
      {rows?.length === 0 && <p class="soft">{say('noRuns')}</p>}
      {rows && rows.length > 0 && (
        <Table
          caption={say('runs')}
          rows={rows}
          columns={[
            { title: say('what'), cell: (run) => <What run={run} /> },
            { title: say('files'), cell: ({ links }) => <Files links={links} /> },
            { title: say('state'), cell: (run) => <State run={run} /> },
            { title: say('unit'), cell: ({ unit }) => unitName(unit) },
            { title: say('by'), cell: ({ by }) => (by === 'jadwal' ? say('bySchedule') : <Who id={by} />) },
            { title: say('when'), cell: ({ requestedAt }) => <Ago at={requestedAt} /> },
          ]}
        />
      )}
      <MoreButton pages={pages} />
    </>
  );
}

/** The maps that are asked for most, one press each. */
function Begin() {
  const say = useTexts(reportTexts);
  const [isBusy, setIsBusy] = useState(false);
  const today = dayOf(Date.now());
  const spans = {
    lastWeek: besides(periodAt('week', today), -1),
    thisWeek: lastDays(today),
    month: besides(periodAt('month', today), -1),
  };
  const begin = async (span: string): Promise<void> => {
    setIsBusy(true);
    try {
      const unit = sessionNow()?.unit ?? 'RI';
      await api.POST('/v1/report-runs', {
        body: { unit, span, formats: ['xlsx', 'pdf', 'docx', 'csv', 'html', 'json'] },
      });
      tell(say('begun'));
      invalidate('/v1/report-runs');
    } catch (error) {
      tellError(error);
    }
    setIsBusy(false);
  };
  return (
    <div class="row">
      {(['lastWeek', 'thisWeek', 'month'] as const).map((key, n) => (
        <Button looks={n === 0 ? 'main' : []} isBusy={isBusy} onClick={() => void begin(spans[key])}>
          {say(key)}
        </Button>
      ))}
    </div>
  );
}

function What({ run: { request } }: { run: Run }) {
  const say = useTexts(reportTexts);
  return request.kind === 'opinion_map' ? (
    <>
      {say('opinion_map')} <span class="number report-span">{sayDays(request.span)}</span>
    </>
  ) : (
    <>
      {say('export')}: {say(request.what)}
    </>
  );
}

function State({ run: { state, rows, error } }: { run: Run }) {
  const say = useTexts(reportTexts);
  const looks = { queued: 'outline', running: 'sedang', done: 'good', failed: 'kritis' }[state];
  return (
    <div role="status">
      <span class={`badge ${looks}`}>{say(state)}</span>
      {rows > 0 && <div class="small soft number">{say('rows', { n: rows })}</div>}
      {error && (
        <div class="small">
          <Outside text={error} most={400} />
        </div>
      )}
    </div>
  );
}

function Files({ links }: { links: readonly string[] }) {
  const say = useTexts(reportTexts);
  return (
    <div class="report-files">
      {links.map((link) => {
        const ending = /\.([a-z]+)$/.exec(link)?.[1] ?? '';
        return (
          <a
            class="button little"
            href={link}
            download=""
            aria-label={`${say('download')} ${ending.toUpperCase()}`}
          >
            {ending.toUpperCase()}
          </a>
        );
      })}
    </div>
  );
}
