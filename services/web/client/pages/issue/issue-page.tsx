import { useEffect, useState } from 'preact/hooks';
import { onChange } from '../../api/live.ts';
import { may } from '../../api/session.ts';
import { invalidate } from '../../api/use-api.ts';
import { LevelBadge, WordOf } from '../../components/badges.tsx';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { tamed } from '../../components/outside.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Ago } from '../../components/times.tsx';
import { tell } from '../../components/toasts.tsx';
import { ToneBar } from '../../components/tone-bar.tsx';
import { goTo } from '../../router/router.ts';
import type { PageProps } from '../../shell/page-props.ts';
import { useStore } from '../../stores/create-store.ts';
import { unitsStore } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { placesOf, whyOf } from '../isu/issue-row.tsx';
import { MergeDialog, RenameDialog, SplitDialog } from './act-dialogs.tsx';
import { AlikeIssues } from './alike-issues.tsx';
import { Attachments } from './attachments.tsx';
import { Where, Who } from './carriers.tsx';
import { ClaimMatches } from './claim-matches.tsx';
import { ClockCard } from './clock-card.tsx';
import { Decisions } from './decisions.tsx';
import { isFollowing } from './follow-act.ts';
import { type IssueDetail, useFirstScreen, useIssue } from './issue-data.ts';
import { NarrativeCard } from './narrative-card.tsx';
import { History, Notes } from './notes.tsx';
import { RiskCard } from './risk-card.tsx';
import { Said } from './said.tsx';
import { issueTexts } from './texts.ts';
import { Timeline } from './timeline.tsx';
import { WorkCard } from './work-card.tsx';
import './issue.css';

/** One issue: what is said, where, by whom, what is known, what is owed, and what can be done. */
export function Page({ params }: PageProps) {
  const say = useTexts(issueTexts);
  const number = params['number'] ?? '';
  const { data, error, reload } = useIssue(number);
  const isThere = useFirstScreen(number);
  const [hasNews, setHasNews] = useState(false);
  useStore(unitsStore);
  useEffect(() => {
    setHasNews(false);
    return onChange(({ kind, id }) => {
      if (kind !== 'issue.changed' || id !== data?.issue.id) return;
      if (isFollowing()) invalidate('/v1/i');
      else setHasNews(true);
    });
  }, [data]);
  const target = data?.issue.mergedInto ?? null;
  useEffect(() => {
    if (target === null || !data) return;
    tell(say('mergedHere', { number: data.issue.number }));
    goTo(`/isu/${target}`, { replace: true });
  }, [target]);
  const own = data && target === null ? data.issue.number : number;
  useEffect(() => {
    // Come by an id, as from the issue that was merged into this one: the address is to be read and passed on.
    if (own !== number) goTo(`/isu/${own}`, { replace: true });
  }, [own]);
  return (
    <div class="stack">
      <a class="issue-back small no-print" href="/isu">
        <Icon name="back" /> {say('back')}
      </a>
      {error && !data ? (
        <>
          <PageTitle title={number} />
          <ProblemNotice error={error} onRetry={reload} />
        </>
      ) : !data || !isThere ? (
        <>
          <PageTitle title={number} />
          <Loading height="80vh" />
        </>
      ) : (
        <>
          {hasNews && (
            <div class="notice no-print" role="status">
              <div class="row spread">
                {say('changed')}
                <Button looks="little" onClick={() => invalidate('/v1/i')}>
                  {say('show')}
                </Button>
              </div>
            </div>
          )}
          <Head detail={data} />
          <div class="issue-columns">
            <div class="stack issue-urgent">
              <ClockCard issue={number} />
              <RiskCard issue={data.issue} />
              <ClaimMatches issue={number} verdict={data.issue.verdict} />
            </div>
            <div class="stack issue-main">
              <Timeline detail={data} />
              <Said detail={data} />
              <Where detail={data} />
              <Who detail={data} />
            </div>
            <div class="stack">
              <NarrativeCard issue={data.issue} />
              <Notes issue={number} />
              <Attachments issue={number} />
              <Decisions issue={number} />
              <History issue={number} />
              <Children detail={data} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}

function Head({ detail }: { detail: IssueDetail }) {
  const say = useTexts(issueTexts);
  const { issue } = detail;
  const { unique, items } = issue.counts;
  return (
    <header class="issue-head">
      <div class="row">
        <LevelBadge level={issue.risk.level} />
        <span class="badge outline">
          <WordOf value={issue.state} />
        </span>
        {issue.verdict !== 'belum_diperiksa' && (
          <span class="badge">
            <WordOf value={issue.verdict} />
          </span>
        )}
        <span class="small soft number">{issue.number}</span>
        <span class="small soft">
          <Icon name="place" /> {placesOf(issue).slice(0, 4).join(', ')}
        </span>
      </div>
      <PageTitle title={`${issue.number} ${tamed(issue.title)}`}>
        <span class="outside" dir="auto">
          {tamed(issue.title)}
        </span>
      </PageTitle>
      <Elsewhere issue={issue} />
      <p class="issue-why" dir="auto">
        {tamed(whyOf(issue))}
      </p>
      <div class="issue-tone">
        <ToneBar counts={issue.counts} />
        <span class="small soft number">
          {say('counts', { unique, items })} · <Ago at={issue.lastAt} />
        </span>
      </div>
      <div class="issue-next">
        <Icon name="next" />
        <div class="stack">
          <div>
            <span class="small issue-next-name">{say('next')}</span>
            <p>{issue.priority.nextStep}</p>
          </div>
          {issue.state !== 'merged' && <WorkCard issue={issue.number} />}
        </div>
      </div>
      <AlikeIssues issue={issue} />
      {may('triage') && issue.state !== 'merged' && <Rearrange detail={detail} />}
    </header>
  );
}

/** A local issue leads to what it is part of. */
function Elsewhere({ issue }: { issue: IssueDetail['issue'] }) {
  const say = useTexts(issueTexts);
  if (issue.parentId === null) return null;
  return (
    <p class="notice">
      <span>
        {say('partOf')} <a href={`/isu/${issue.parentId}`}>{say('openParent')}</a> {say('localNote')}
      </span>
    </p>
  );
}

function Rearrange({ detail }: { detail: IssueDetail }) {
  const say = useTexts(issueTexts);
  const [open, setOpen] = useState<'merge' | 'split' | 'rename' | null>(null);
  const close = (): void => setOpen(null);
  const isLocal = detail.issue.parentId !== null;
  return (
    <div class="row no-print">
      <Button looks={['quiet', 'little']} icon="edit" onClick={() => setOpen('rename')}>
        {say('rename')}
      </Button>
      {!isLocal && (
        <Button looks={['quiet', 'little']} icon="merge" onClick={() => setOpen('merge')}>
          {say('merge')}
        </Button>
      )}
      {!isLocal && detail.stories.length > 1 && (
        <Button looks={['quiet', 'little']} icon="split" onClick={() => setOpen('split')}>
          {say('split')}
        </Button>
      )}
      {open === 'merge' && <MergeDialog issue={detail.issue} onClose={close} />}
      {open === 'split' && <SplitDialog detail={detail} onClose={close} />}
      {open === 'rename' && <RenameDialog issue={detail.issue} onClose={close} />}
    </div>
  );
}

function Children({ detail }: { detail: IssueDetail }) {
  const say = useTexts(issueTexts);
  if (detail.children.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="issue-children">
      <h2 id="issue-children">{say('children')}</h2>
      <ul class="issue-stories">
        {detail.children.map(({ id, number, title, counts, unit }) => (
          <li key={id}>
            <a class="outside" href={`/isu/${number}`} dir="auto">
              {tamed(title)}
            </a>
            <span class="small soft number">
              {placesOf({ unit, areas: [] })} ·{' '}
              {say('counts', { unique: counts.unique, items: counts.items })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
