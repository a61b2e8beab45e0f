import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { useApi } from '../../api/use-api.ts';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { Ago } from '../../components/times.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { DriftOf } from './drift.tsx';
import { NameOf, useNames } from './names.tsx';
import { SetOf, saySmall } from './set-report.tsx';
import { qualityTexts } from './texts.ts';

type QualityReport = components['schemas']['QualityReport'];

/** Figures on reference posts and on people's corrections, and whether posts have changed since. */
export function Report() {
  const say = useTexts(qualityTexts);
  const { data, error, reload } = useApi('/v1/quality', () => bodyOf(api.GET('/v1/quality')));
  if (error && !data) return <ProblemNotice error={error} onRetry={reload} />;
  if (!data) return <Loading height="60vh" />;
  return (
    <>
      <p class="small soft">
        {say('made')} <Ago at={data.at} />
        {data.model && (
          <>
            {' · '}
            {say('model', { name: data.model.name })} <code>{data.model.sha256.slice(0, 12)}</code>
          </>
        )}
      </p>
      {data.gold ? (
        <SetOf title={say('gold', { n: data.gold.n })} help={say('goldHelp')} report={data.gold} />
      ) : (
        <p>{say('noGold')}</p>
      )}
      <DriftOf drift={data.drift} />
      <People people={data.people} />
    </>
  );
}

function People({ people }: Pick<QualityReport, 'people'>) {
  const say = useTexts(qualityTexts);
  const nameOf = useNames();
  const { labels, items, persons, disputed, all, kappa, months } = people;
  if (!all)
    return (
      <Empty icon="mutu" title={say('noPeople')}>
        <p>{say('noPeopleDo')}</p>
      </Empty>
    );
  const agreement = Object.entries(kappa);
  const names = [...new Set(months.flatMap(({ report }) => Object.keys(report.figures)))];
  return (
    <>
      <SetOf title={say('people', { n: all.n })} help={say('peopleHelp')} report={all}>
        <p class="small">{say('labels', { labels, items, persons, disputed })}</p>
      </SetOf>
      {agreement.length > 0 && (
        <div class="stack">
          <Table
            caption={say('kappa')}
            rows={agreement}
            columns={[
              { title: say('measure'), cell: ([name]) => <NameOf name={name} /> },
              { title: say('value'), isNumber: true, cell: ([, one]) => saySmall(one.kappa) },
              { title: say('pairs'), isNumber: true, cell: ([, one]) => one.pairs },
            ]}
          />
          <p class="small soft">{say('kappaHelp')}</p>
        </div>
      )}
      {months.length > 1 && (
        <Table
          caption={say('months')}
          rows={months}
          columns={[
            { title: say('month'), cell: ({ month }) => month },
            { title: say('count'), isNumber: true, cell: ({ report }) => report.n },
            ...names.map((name) => ({
              title: nameOf(name),
              isNumber: true,
              cell: ({ report }: (typeof months)[number]) => {
                const figure = report.figures[name];
                return figure ? saySmall(figure.value) : '–';
              },
            })),
          ]}
        />
      )}
    </>
  );
}
