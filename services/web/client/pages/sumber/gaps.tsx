import { api, bodyOf } from '../../api/client.ts';
import type { paths } from '../../api/generated/schema.ts';
import { may } from '../../api/session.ts';
import { useApi } from '../../api/use-api.ts';
import { ButtonLink } from '../../components/button.tsx';
import { Outside } from '../../components/outside.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { sayCode, sourceTexts } from './texts.ts';

type Gap = paths['/v1/coverage']['get']['responses'][200]['content']['application/json']['gaps'][number];

/** What each unit lacks, in the order of the units. */
function byUnit(gaps: readonly Gap[]): { name: string; lacks: Gap[] }[] {
  const units = new Map<string, { name: string; lacks: Gap[] }>();
  for (const gap of gaps) {
    const unit = units.get(gap.unit) ?? { name: gap.name, lacks: [] };
    unit.lacks.push(gap);
    units.set(gap.unit, unit);
  }
  return [...units.values()];
}

/** Chosen: a screenful; a unit that chooses itself in the frame sees its own. */
const shownGaps = 25;

/** What nobody watches, and what was refused at the door. */
export function Gaps() {
  const say = useTexts(sourceTexts);
  const gaps = useApi('/v1/coverage', () => bodyOf(api.GET('/v1/coverage')));
  const units = byUnit(gaps.data?.gaps ?? []);
  const drops = useApi('/v1/drops', () => bodyOf(api.GET('/v1/drops')));
  return (
    <>
      {gaps.error ? <ProblemNotice error={gaps.error} onRetry={gaps.reload} /> : null}
      {gaps.isLoading && !gaps.data && <Loading />}
      {gaps.data?.gaps.length === 0 && <p>{say('gapsNone')}</p>}
      {gaps.data && gaps.data.gaps.length > 0 && (
        <>
          <p>{say('gapsOf', { gaps: gaps.data.gaps.length, units: gaps.data.units })}</p>
          <Table
            caption={say('gapsTitle')}
            rows={units.slice(0, shownGaps)}
            columns={[
              { title: say('unit'), cell: ({ name }) => name },
              {
                title: say('gap'),
                cell: ({ lacks }) => lacks.map(({ kind }) => say(`gap_${kind}`)).join(' '),
              },
            ]}
          />
          {units.length > shownGaps && (
            <p class="small soft">{say('gapsMore', { n: units.length - shownGaps })}</p>
          )}
          {may('manage') && (
            <p>
              <ButtonLink href="/sumber?tab=add" icon="plus">
                {say('gapsDo')}
              </ButtonLink>
            </p>
          )}
        </>
      )}
      {drops.data?.drops.length === 0 && <p class="soft">{say('dropsNone')}</p>}
      {drops.data && drops.data.drops.length > 0 && (
        <Table
          caption={say('dropsTitle')}
          rows={drops.data.drops}
          columns={[
            { title: say('why'), cell: ({ lastDetail }) => <Outside text={lastDetail} most={200} /> },
            { title: say('stage'), cell: ({ stage }) => sayCode(say, 'stage', stage) },
            { title: say('count'), isNumber: true, cell: ({ count }) => count },
          ]}
        />
      )}
    </>
  );
}
