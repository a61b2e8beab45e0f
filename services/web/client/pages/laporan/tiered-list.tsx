import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { may, sessionNow } from '../../api/session.ts';
import { invalidate, useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { Ago } from '../../components/times.tsx';
import { Who } from '../../components/who.tsx';
import { goTo } from '../../router/router.ts';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { PeriodChoice, usePeriod } from './quarters.tsx';
import { reportTexts } from './texts.ts';

/** Reports of a period on their way from the units up to KPU RI. */
export function TieredList() {
  const say = useTexts(reportTexts);
  const period = usePeriod();
  const [problem, setProblem] = useState<unknown>(null);
  const { data, error, reload } = useApi(`/v1/tiered-reports ${period}`, () =>
    bodyOf(api.GET('/v1/tiered-reports', { params: { query: { period } } })),
  );
  const begin = async (): Promise<void> => {
    setProblem(null);
    try {
      const unit = sessionNow()?.unit ?? 'RI';
      const report = await bodyOf(api.POST('/v1/tiered-reports', { body: { unit, period } }));
      invalidate('/v1/tiered-reports');
      goTo(`/laporan/${report.id}`);
    } catch (caught) {
      setProblem(caught);
    }
  };
  return (
    <>
      <div class="row report-head">
        <PeriodChoice />
        {may('draft') && (
          <Button looks="main" icon="laporan" onClick={() => void begin()}>
            {say('begin')}
          </Button>
        )}
      </div>
      <p class="small soft">{say('beginHelp')}</p>
      <ProblemNotice error={problem} />
      {error && !data ? <ProblemNotice error={error} onRetry={reload} /> : null}
      {!error && !data ? <Loading /> : null}
      {data?.reports.length === 0 && (
        <Empty icon="laporan" title={say('noReports')}>
          <p>{say('noReportsDo')}</p>
        </Empty>
      )}
      {data && data.reports.length > 0 && (
        <Table
          caption={say('tabTiered')}
          rows={data.reports}
          columns={[
            {
              title: say('unit'),
              cell: ({ id, unit }) => <a href={`/laporan/${id}`}>{unitName(unit)}</a>,
            },
            { title: say('state'), cell: ({ state }) => <span class="badge outline">{say(state)}</span> },
            { title: say('author'), cell: ({ author }) => <Who id={author} /> },
            { title: say('changed'), cell: ({ updatedAt }) => <Ago at={updatedAt} /> },
          ]}
        />
      )}
    </>
  );
}
