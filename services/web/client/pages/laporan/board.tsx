import { api, bodyOf } from '../../api/client.ts';
import type { paths } from '../../api/generated/schema.ts';
import { sessionNow } from '../../api/session.ts';
import { useApi } from '../../api/use-api.ts';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { Moment } from '../../components/times.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { PeriodChoice, usePeriod } from './quarters.tsx';
import { reportTexts } from './texts.ts';

/** Chosen: the 38 provinces' own rows and a little more; one province has at most 38 units. */
const shownRows = 60;

type Shown = paths['/v1/compliance']['get']['responses'][200]['content']['application/json'];

/** The one figure that is asked for first. */
function Sum({ groups }: Pick<Shown, 'groups'>) {
  const say = useTexts(reportTexts);
  const sum = (key: 'handedIn' | 'units' | 'late') => groups.reduce((all, group) => all + group[key], 0);
  const [units, late] = [sum('units'), sum('late')];
  if (units === 0) return null;
  return (
    <p>
      <strong>{say('boardSum', { n: sum('handedIn'), all: units })}</strong>{' '}
      {late > 0 && <span class="soft">{say('boardLate', { n: late })}</span>}
    </p>
  );
}

/** Who has handed in, who is late, who is missing. */
export function Board() {
  const say = useTexts(reportTexts);
  const period = usePeriod();
  const unit = sessionNow()?.unit ?? 'RI';
  const { data, error, reload } = useApi(`/v1/compliance ${unit} ${period}`, () =>
    bodyOf(api.GET('/v1/compliance', { params: { query: { unit, period } } })),
  );
  return (
    <>
      <PeriodChoice />
      {error && !data ? <ProblemNotice error={error} onRetry={reload} /> : null}
      {!error && !data ? <Loading /> : null}
      {data && <Sum groups={data.groups} />}
      {data && data.groups.length > 0 && (
        <Table
          caption={say('groupTitle')}
          rows={data.groups}
          columns={[
            { title: say('unit'), cell: ({ name }) => name },
            {
              title: say('groupIn'),
              isNumber: true,
              cell: ({ handedIn, units }) => say('of', { n: handedIn, all: units }),
            },
            { title: say('groupLate'), isNumber: true, cell: ({ late }) => late },
            { title: say('groupMissing'), isNumber: true, cell: ({ missing }) => missing },
          ]}
        />
      )}
      {data && (
        <Table
          caption={say('rowTitle')}
          rows={data.rows.slice(0, shownRows)}
          columns={[
            {
              title: say('unit'),
              cell: ({ name, reportId }) => (reportId ? <a href={`/laporan/${reportId}`}>{name}</a> : name),
            },
            {
              title: say('state'),
              cell: ({ state, daysLate }) => (
                <div class="row">
                  <span
                    class={`badge ${state === 'missing' ? 'tinggi' : state === 'accepted' ? 'good' : 'outline'}`}
                  >
                    {say(state)}
                  </span>
                  {daysLate > 0 && <span class="small">{say('late', { n: daysLate })}</span>}
                </div>
              ),
            },
            { title: say('due'), cell: ({ dueAt }) => (dueAt ? <Moment at={dueAt} /> : '–') },
            {
              title: say('handedIn'),
              cell: ({ handedInAt }) => (handedInAt ? <Moment at={handedInAt} /> : '–'),
            },
            { title: say('returns'), isNumber: true, cell: ({ returns }) => returns },
          ]}
        />
      )}
    </>
  );
}
