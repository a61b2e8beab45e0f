import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { useApi } from '../../api/use-api.ts';
import { Outside } from '../../components/outside.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { Moment } from '../../components/times.tsx';
import { Who } from '../../components/who.tsx';
import type { PageProps } from '../../shell/page-props.ts';
import { useStore } from '../../stores/create-store.ts';
import { unitName, unitsStore } from '../../stores/units.ts';
import { sayNumber, useTexts } from '../../texts/catalogue.ts';
import { Findings } from './findings.tsx';
import { Narrative } from './narrative.tsx';
import { sayPeriod } from './quarters.tsx';
import { Steps } from './steps.tsx';
import { reportTexts } from './texts.ts';
import './laporan.css';

/** One unit's report: its figures, its text, what was found in it, and where it goes next. */
export function Page({ params }: PageProps) {
  const say = useTexts(reportTexts);
  useStore(unitsStore);
  const id = params['report']!;
  const { data, error, reload } = useApi(`/v1/tiered-reports/${id}`, () =>
    bodyOf(api.GET('/v1/tiered-reports/{report}', { params: { path: { report: id } } })),
  );
  const title = data
    ? say('reportTitle', { unit: unitName(data.unit), period: sayPeriod(data.period, say) })
    : say('title');
  return (
    <div class="stack report-page">
      <a href="/laporan?tab=tiered">{say('back')}</a>
      <PageTitle title={title} />
      {error && !data ? <ProblemNotice error={error} onRetry={reload} /> : null}
      {!error && !data ? <Loading height="60vh" /> : null}
      {data && (
        <>
          <div class="row">
            <span class="badge outline">{say(data.state)}</span>
            <span class="soft">
              {say('author')}: <Who id={data.author} />
            </span>
            {['docx', 'pdf', 'md'].map((format) => (
              <a class="button little" href={`/v1/tiered-reports/${id}/files/${format}`} download="">
                {format.toUpperCase()}
              </a>
            ))}
          </div>
          <Findings report={data} />
          <Figures report={data} />
          <Narrative key={data.version} report={data} onChanged={reload} />
          <Steps report={data} onChanged={reload} />
        </>
      )}
    </div>
  );
}

function Figures({ report }: { report: components['schemas']['TieredReport'] }) {
  const say = useTexts(reportTexts);
  const shown = (value: number | null) => (value === null ? '–' : sayNumber(value));
  return (
    <div class="stack">
      <Table
        caption={say('figures')}
        rows={report.figures}
        columns={[
          { title: say('figure'), cell: ({ label }) => <Outside text={label} /> },
          { title: say('value'), isNumber: true, cell: ({ value }) => shown(value) },
          { title: say('system'), isNumber: true, cell: ({ system }) => shown(system) },
        ]}
      />
      <p class="small soft">
        {say('figuresAt')}: <Moment at={report.figuresAt} />
      </p>
    </div>
  );
}
