import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { sessionNow } from '../../api/session.ts';
import { useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Outside } from '../../components/outside.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { Moment } from '../../components/times.tsx';
import { Who } from '../../components/who.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { sayAction } from './audit-texts.ts';
import { recordsTexts } from './records-texts.ts';

type Entry = components['schemas']['AuditEntry'];
/** A screenful or two. */
const perPage = 50;
/** What was before and after, cut where it would fill the screen. */
const mostDetails = 4_000;

/** What people did, newest first. The chain is verified when it is opened, which also tells how long it is. */
export function AuditTab() {
  const say = useTexts(recordsTexts);
  const isNational = sessionNow()?.unit === 'RI';
  const chain = useApi(isNational ? '/v1/audit/verify' : null, () => bodyOf(api.GET('/v1/audit/verify')));
  if (!isNational) return <p>{say('auditOnly')}</p>;
  return (
    <>
      <p class="soft settings-lead">{say('auditLead')}</p>
      {chain.error ? <ProblemNotice error={chain.error} onRetry={chain.reload} /> : null}
      <div class="row" role="status">
        {chain.data && (
          <span class={`badge ${chain.data.brokenAt === null ? 'good' : 'kritis'}`}>
            {chain.data.brokenAt === null
              ? say('whole', { n: chain.data.entries })
              : say('broken', { n: chain.data.brokenAt })}
          </span>
        )}
        <Button isBusy={chain.isLoading} icon="check" onClick={chain.reload}>
          {say('verify')}
        </Button>
      </div>
      {chain.data ? <Entries count={chain.data.entries} /> : !chain.error && <Loading height="40vh" />}
    </>
  );
}

function Entries({ count }: { count: number }) {
  const say = useTexts(recordsTexts);
  /** Pages back from the newest. */
  const [back, setBack] = useState(0);
  const last = Math.max(0, count - back * perPage);
  const after = Math.max(0, last - perPage);
  const { data, error, reload } = useApi(`/v1/audit?${after}-${last}`, () =>
    bodyOf(
      api.GET('/v1/audit', {
        params: { query: { after, limit: Math.max(1, Math.min(perPage, last - after)) } },
      }),
    ),
  );
  if (error && !data) return <ProblemNotice error={error} onRetry={reload} />;
  if (!data) return <Loading height="40vh" />;
  return (
    <>
      <Table
        caption={say('auditTitle')}
        hideCaption
        rows={[...data.entries].reverse()}
        columns={[
          { title: say('number'), isNumber: true, cell: ({ sequence }) => sequence },
          { title: say('when'), cell: ({ at }) => <Moment at={at} /> },
          { title: say('actor'), cell: ({ actor }) => <Actor id={actor} /> },
          { title: say('action'), cell: ({ action }) => <Action action={action} /> },
          { title: say('subject'), cell: ({ subject }) => <Outside text={subject} most={80} /> },
          { title: say('details'), cell: (entry) => <Details entry={entry} /> },
        ]}
      />
      <div class="row pager">
        {back > 0 && <Button onClick={() => setBack(back - 1)}>{say('newer')}</Button>}
        {after > 0 && <Button onClick={() => setBack(back + 1)}>{say('older')}</Button>}
      </div>
    </>
  );
}

/** In words, and as it stands in the trail. */
const Action = ({ action }: { action: string }) => {
  const said = sayAction(action);
  return said === null ? (
    <code>{action}</code>
  ) : (
    <>
      {said} <code class="small soft">{action}</code>
    </>
  );
};

/** By name, and by the beginning of what stands in the trail. */
const Actor = ({ id }: { id: string }) => (
  <>
    <Who id={id} />{' '}
    <code class="small soft" title={id}>
      {id.slice(0, 8)}
    </code>
  </>
);

function Details({ entry: { before, after, reason } }: { entry: Entry }) {
  const say = useTexts(recordsTexts);
  const parts = { before, after };
  return (
    <>
      {reason && <Outside text={reason} most={300} />}
      {(before !== null || after !== null) && (
        <details>
          <summary>{say('details')}</summary>
          <pre class="settings-json outside">{JSON.stringify(parts, null, 1).slice(0, mostDetails)}</pre>
        </details>
      )}
    </>
  );
}
