import { api, bodyOf } from '../../api/client.ts';
import { useApi } from '../../api/use-api.ts';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { Moment } from '../../components/times.tsx';
import { sayNumber, useTexts } from '../../texts/catalogue.ts';
import type { Effects, Publication } from './answer-data.ts';
import { publicationTexts } from './publication-texts.ts';

type Effect = Effects['effects'][number];

/** What was seen 24 and 72 hours after, with what it does not say. */
export function EffectCard({ publication }: { publication: Publication }) {
  const say = useTexts(publicationTexts);
  const { data, error, reload } = useApi(`/v1/publications/${publication.id}/effect`, () =>
    bodyOf(
      api.GET('/v1/publications/{publication}/effect', {
        params: { path: { publication: publication.id } },
      }),
    ),
  );
  return (
    <section class="card stack">
      <h2>{say('effect')}</h2>
      {error ? <ProblemNotice error={error} onRetry={reload} /> : !data && <Loading />}
      {data?.effects.map((effect) => (
        <EffectTable key={effect.hours} effect={effect} least={data.leastItems} />
      ))}
      {data?.pending.map(({ hours, dueAt }) => (
        <p key={hours} class="small">
          {say('effectDue', { hours })} <Moment at={dueAt} />
        </p>
      ))}
      {data && data.effects.length === 0 && (
        <p class="soft small">{say(publication.issueId === null ? 'effectNoIssue' : 'effectNone')}</p>
      )}
      {data && <p class="small soft">{data.caveat}</p>}
    </section>
  );
}

function EffectTable({ effect, least }: { effect: Effect; least: number }) {
  const say = useTexts(publicationTexts);
  const { before, after, hours } = effect;
  const few = say('tooFew', { n: least });
  const share = (value: number | null): string =>
    value === null ? few : `${sayNumber(Math.round(100 * value))}%`;
  const tone = (value: number | null): string => (value === null ? few : sayNumber(Math.round(value)));
  const rows = [
    { name: say('items'), before: sayNumber(before.items), after: sayNumber(after.items) },
    { name: say('carrying'), before: share(before.carryingShare), after: share(after.carryingShare) },
    { name: say('negativeShare'), before: share(before.negativeShare), after: share(after.negativeShare) },
    { name: say('netTone'), before: tone(before.netTone), after: tone(after.netTone) },
  ];
  return (
    <Table
      caption={say('effectAt', { hours })}
      rows={rows}
      columns={[
        { title: say('measure'), cell: ({ name }) => name },
        { title: say('before'), isNumber: true, cell: (row) => row.before },
        { title: say('after'), isNumber: true, cell: (row) => row.after },
      ]}
    />
  );
}
