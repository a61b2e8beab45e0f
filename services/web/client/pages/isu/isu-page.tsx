import { useRef, useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { VirtualList } from '../../components/virtual-list.tsx';
import { usePlace } from '../../router/router.ts';
import { useStore } from '../../stores/create-store.ts';
import { unitsStore } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { HandoverDialog } from '../issue/handover-dialog.tsx';
import { takeIssue } from '../issue/take-issue.ts';
import { TriageDialog } from '../issue/triage-dialog.tsx';
import { type Feed, type Issue, useFeed } from './feed.ts';
import { clearFilters, Filters, isFiltered, queryOf } from './filters.tsx';
import { FirstSteps } from './first-steps.tsx';
import { IssueRow } from './issue-row.tsx';
import { BatchBar, issuesOf, useBatch, useRenewed } from './reading-batch.tsx';
import { SampleNote } from './sample-note.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { issueListTexts } from './texts.ts';
import './isu.css';

/** Kept while one reads an issue and comes back. */
let chosenBefore: string | null = null;

/** The queue: what needs an answer now, why, and what to do next. */
export function Page() {
  const say = useTexts(issueListTexts);
  const { query } = usePlace();
  const units = useStore(unitsStore);
  const asked = queryOf(query);
  const isBatch = query.get('batch') === 'on';
  const batch = useBatch(isBatch);
  const read = useFeed(asked, isBatch ? issuesOf(batch) : null);
  const { issues, renew } = useRenewed(read.issues, isBatch);
  const feed = { ...read, issues };
  const [chosenId, setChosenId] = useState(chosenBefore);
  const [escalated, setEscalated] = useState<Issue | null>(null);
  const [triaged, setTriaged] = useState<Issue | null>(null);
  const [isFilterOpen, setIsFilterOpen] = useState(isFiltered({ ...asked, level: [] }));
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const chosen = feed.issues.findIndex(({ id }) => id === chosenId);
  const choose = (id: string | null): void => {
    chosenBefore = id;
    setChosenId(id);
  };
  const focusRow = (id: string): boolean => {
    const link = frame.current?.querySelector<HTMLElement>(`[data-key="${id}"] h2 a`);
    link?.focus({ preventScroll: true });
    link?.closest('article')?.scrollIntoView({ block: 'nearest' });
    return !!link;
  };
  const move = (by: number): void => {
    const next = feed.issues[Math.max(0, Math.min(feed.issues.length - 1, chosen + by))];
    if (!next) return;
    choose(next.id);
    // At once where the row is drawn, so that Enter opens what was just chosen; else with the next frame.
    if (!focusRow(next.id)) requestAnimationFrame(() => focusRow(next.id));
  };
  const issue = feed.issues[chosen];
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ...(issue && may('triage')
      ? {
          p: () => setTriaged(issue),
          a: () => void takeIssue(issue.number).then(() => renew(issue)),
          e: () => setEscalated(issue),
        }
      : {}),
    '/': () => {
      setIsFilterOpen(true);
      requestAnimationFrame(() => document.getElementById('issue-search')?.focus());
    },
    '?': () => setIsHelpOpen(true),
  });
  return (
    <div class="stack isu-page" ref={frame}>
      <Head total={feed.total} onHelp={() => setIsHelpOpen(true)} />
      <SampleNote top={feed.issues[0]?.number} />
      {isBatch ? (
        <BatchBar batch={batch} isOn />
      ) : (
        <Filters
          counts={asked}
          isOpen={isFilterOpen}
          onOpen={setIsFilterOpen}
          more={<BatchBar batch={batch} isOn={false} />}
        />
      )}
      {feed.news && (
        <div class="news no-print" role="status">
          <Button looks="main" icon="next" onClick={feed.show}>
            {say('news', { ...feed.news })}
          </Button>
        </div>
      )}
      <Queue
        feed={feed}
        units={units}
        isFiltered={isFiltered(asked) || isBatch}
        chosen={chosen}
        onChoose={choose}
      />
      {escalated && (
        <HandoverDialog
          number={escalated.number}
          unit={escalated.handler ?? escalated.unit}
          onClose={() => setEscalated(null)}
        />
      )}
      {triaged && (
        <TriageDialog
          number={triaged.number}
          onClose={() => {
            setTriaged(null);
            renew(triaged);
          }}
        />
      )}
      {isHelpOpen && <Shortcuts onClose={() => setIsHelpOpen(false)} />}
    </div>
  );
}

/** How much waits: the one figure an officer needs before the list. */
function Head({ total, onHelp }: { total: number; onHelp(): void }) {
  const say = useTexts(issueListTexts);
  const urgent = useApi('/v1/issues?urgent', () =>
    bodyOf(api.GET('/v1/issues', { params: { query: { level: 'kritis,tinggi', limit: 1 } } })),
  );
  const open = useApi('/v1/issues?open', () =>
    bodyOf(api.GET('/v1/issues', { params: { query: { limit: 1 } } })),
  );
  const n = urgent.data?.total;
  return (
    <header class="row spread isu-head">
      <div>
        <PageTitle title={say('title')}>
          {n === undefined ? say('title') : n > 0 ? say('urgent', { n }) : say('calm')}
        </PageTitle>
        {(open.data?.total ?? total) > 0 && (
          <p class="soft">{say('ofOpen', { total: open.data?.total ?? total })}</p>
        )}
      </div>
      <button type="button" class="button quiet little no-print" onClick={onHelp}>
        <Icon name="help" /> {say('shortcuts')} <kbd>?</kbd>
      </button>
    </header>
  );
}

interface QueueProps {
  feed: Feed;
  /** Rows name them. */
  units: unknown;
  isFiltered: boolean;
  chosen: number;
  onChoose(id: string): void;
}

function Queue({ feed, units, isFiltered: isAsked, chosen, onChoose }: QueueProps) {
  const say = useTexts(issueListTexts);
  if (feed.error && feed.issues.length === 0)
    return <ProblemNotice error={feed.error} onRetry={feed.reload} />;
  if (feed.isLoading) return <Loading height="70vh" />;
  if (feed.issues.length === 0)
    return isAsked ? (
      <Empty icon="cari" title={say('noMatch')}>
        <Button onClick={clearFilters}>{say('clear')}</Button>
      </Empty>
    ) : (
      <>
        <Empty icon="isu" title={say('emptyTitle')}>
          <p>{say('empty')}</p>
        </Empty>
        <FirstSteps />
      </>
    );
  return (
    <VirtualList
      label={say('list')}
      rows={feed.issues}
      keyOf={({ id }) => id}
      estimate={218}
      chosen={chosen}
      onEnd={feed.loadMore}
      looksAt={(issue, n) => [issue, feed.glances.get(issue.id), n === chosen, units]}
      draw={(issue, n) => (
        <IssueRow
          issue={issue}
          glance={feed.glances.get(issue.id)}
          isChosen={n === chosen}
          onChoose={() => onChoose(issue.id)}
        />
      )}
    />
  );
}
