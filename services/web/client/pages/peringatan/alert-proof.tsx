import { api, bodyOf } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { useApi } from '../../api/use-api.ts';
import { usePages } from '../../api/use-pages.ts';
import { WordOf } from '../../components/badges.tsx';
import { ItemCard } from '../../components/item-card.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { Outside } from '../../components/outside.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { Moment } from '../../components/times.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import type { Alert } from './alert.ts';
import { alertTexts } from './texts.ts';

/** How it looked when it was raised, and what became of the messages about it. */
export function AlertProof({ alert }: { alert: Alert }) {
  const say = useTexts(alertTexts);
  const { data, error, reload } = useApi(`/v1/alerts/${alert.id}`, () =>
    bodyOf(api.GET('/v1/alerts/{alert}', { params: { path: { alert: alert.id } } })),
  );
  if (error && !data) return <ProblemNotice error={error} onRetry={reload} />;
  if (!data) return <Loading height="16rem" />;
  return (
    <div class="stack">
      {data.chart && <img class="alert-chart" src={data.chart} alt={say('chart')} loading="lazy" />}
      {data.stories.length > 0 && (
        <div>
          <h3>{say('stories')}</h3>
          <ul>
            {data.stories.map(({ title, unique, items }) => (
              <li>
                <Outside text={title} most={200} />{' '}
                <span class="small soft number">{say('posts', { unique, items })}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {data.firstItem && (
        <div class="stack">
          <h3>{say('first')}</h3>
          <ItemCard item={data.firstItem} />
        </div>
      )}
      {may('triage') && <Receipts alertId={alert.id} />}
    </div>
  );
}

function Receipts({ alertId }: { alertId: string }) {
  const say = useTexts(alertTexts);
  const pages = usePages(`/v1/deliveries ${alertId}`, async (cursor) => {
    const query = { alert: alertId, limit: 200, ...(cursor === undefined ? {} : { cursor }) };
    const page = await bodyOf(api.GET('/v1/deliveries', { params: { query } }));
    return { rows: page.receipts, next: page.nextCursor };
  });
  const { rows, error } = pages;
  if (error && !rows) return <ProblemNotice error={error} />;
  if (!rows) return null;
  if (rows.length === 0) return <p class="soft">{say('noReceipts')}</p>;
  return (
    <>
      <Table
        caption={say('receipts')}
        columns={[
          {
            title: say('person'),
            cell: ({ recipientId, recipientName }) => <Outside text={recipientName ?? recipientId} />,
          },
          { title: say('channel'), cell: ({ channel }) => <WordOf value={channel} /> },
          { title: say('state'), cell: ({ state }) => say(state) },
          { title: say('when'), cell: ({ at }) => <Moment at={at} /> },
          { title: say('reason'), cell: ({ reason }) => reason && <Outside text={reason} /> },
        ]}
        rows={rows}
      />
      <MoreButton pages={pages} />
    </>
  );
}
