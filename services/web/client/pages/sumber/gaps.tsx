import { api, bodyOf } from '../../api/client.ts';
import { useApi } from '../../api/use-api.ts';
import { Outside } from '../../components/outside.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { sourceTexts } from './texts.ts';

/** Chosen: a screenful; a unit that chooses itself in the frame sees its own. */
const shownGaps = 25;

/** What nobody watches, and what was refused at the door. */
export function Gaps() {
  const say = useTexts(sourceTexts);
  const gaps = useApi('/v1/coverage', () => bodyOf(api.GET('/v1/coverage')));
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
            rows={gaps.data.gaps.slice(0, shownGaps)}
            columns={[
              { title: say('unit'), cell: ({ name }) => name },
              { title: say('gap'), cell: ({ detail }) => <span lang="id">{detail}</span> },
            ]}
          />
          {gaps.data.gaps.length > shownGaps && (
            <p class="small soft">{say('gapsMore', { n: gaps.data.gaps.length - shownGaps })}</p>
          )}
        </>
      )}
      {drops.data?.drops.length === 0 && <p class="soft">{say('dropsNone')}</p>}
      {drops.data && drops.data.drops.length > 0 && (
        <Table
          caption={say('dropsTitle')}
          rows={drops.data.drops}
          columns={[
            { title: say('stage'), cell: ({ stage }) => stage },
            { title: say('why'), cell: ({ code }) => code },
            { title: say('count'), isNumber: true, cell: ({ count }) => count },
            { title: say('example'), cell: ({ lastDetail }) => <Outside text={lastDetail} most={200} /> },
          ]}
        />
      )}
    </>
  );
}
