import { useMemo } from 'preact/hooks';
import { LevelBadge } from '../../components/badges.tsx';
import { Outside } from '../../components/outside.tsx';
import { Table } from '../../components/table.tsx';
import { type ChartPoint, TimeChart } from '../../components/time-chart.tsx';
import { Moment, sayMoment, saySpan } from '../../components/times.tsx';
import { sayNumber, useTexts } from '../../texts/catalogue.ts';
import { type Alert, type IssueDetail, useAlerts, useWorkflow, type Workflow } from './issue-data.ts';
import { issueTexts } from './texts.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Beyond ten days hours are thinner than a pixel on a phone. */
const mostHours = 240;

/** Every bucket from the first item to the last, empty ones too: a gap must look like one. */
export function bucketsOf(
  timeline: IssueDetail['timeline'],
  events: readonly number[] = [],
): { points: ChartPoint[]; bucketMs: number } {
  if (timeline.length === 0) return { points: [], bucketMs: hourMs };
  const times = timeline.map(({ at }) => Date.parse(at));
  const [first, last] = [Math.min(...times, ...events), Math.max(...times, ...events)];
  const bucketMs = (last - first) / hourMs > mostHours ? dayMs : hourMs;
  const start = Math.floor(first / bucketMs) * bucketMs;
  const points: ChartPoint[] = [];
  // A bar at either end has room beside it.
  for (let at = start - bucketMs; at <= last + bucketMs; at += bucketMs)
    points.push({ at, items: 0, negative: 0 });
  for (const [n, { items, negative }] of timeline.entries()) {
    const point = points[Math.floor((times[n]! - start) / bucketMs) + 1];
    if (!point) continue;
    point.items += items;
    point.negative += negative;
  }
  return { points, bucketMs };
}

/** Steps of people on the chart, the newest ones: the history below has them all. */
const mostSteps = 10;

export interface IssueEvent {
  id: string;
  at: string;
  /** Of an alert; null for what people did. */
  level: Alert['level'] | null;
  sentence: string;
}

/** What was raised and what people did about it, in order of time. */
export function eventsOf(
  alerts: readonly Pick<Alert, 'id' | 'at' | 'level' | 'sentence'>[],
  work: Pick<Workflow, 'changes' | 'people'> | undefined,
): IssueEvent[] {
  const steps = [...(work?.changes ?? [])]
    .sort((a, b) => b.version - a.version)
    .slice(0, mostSteps)
    .map(({ version, at, by, what }) => ({
      id: `step-${version}`,
      at,
      level: null,
      sentence: `${work!.people[by] ?? by} ${what}`,
    }));
  const raised = alerts.map(({ id, at, level, sentence }) => ({
    id,
    at,
    level,
    sentence: withoutTitle(sentence),
  }));
  return onceEach([...raised, ...steps].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)));
}

/** The same is told to the unit that had it and to the one that gets it: here it happened once. */
const onceEach = (events: readonly IssueEvent[]): IssueEvent[] => {
  const seen = new Set<string>();
  return events.filter(({ at, sentence }) => {
    const key = `${sayMoment(at)} ${sentence}`;
    return !seen.has(key) && seen.add(key);
  });
};

/** An alert begins with the title and the place of its issue: both stand at the head of this page. */
const withoutTitle = (sentence: string): string => {
  const rest = sentence.replace(/^"[^"]{1,300}" \([^()]{1,100}\): /, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
};

const markOf = (n: number): string => String.fromCharCode(65 + (n % 26));

/** How much, when, what was raised on the way and what people did. */
export function Timeline({ detail }: { detail: IssueDetail }) {
  const say = useTexts(issueTexts);
  const alerts = useAlerts(detail.issue.id);
  const work = useWorkflow(detail.issue.number);
  const happened = useMemo(
    () => eventsOf(alerts.data?.alerts ?? [], work.data?.workflow),
    [alerts.data, work.data],
  );
  const events = useMemo(
    () => happened.map(({ at }, n) => ({ at: Date.parse(at), mark: markOf(n) })),
    [happened],
  );
  const { points, bucketMs } = useMemo(
    () =>
      bucketsOf(
        detail.timeline,
        events.map(({ at }) => at),
      ),
    [detail.timeline, events],
  );
  const names = useMemo(() => ({ items: say('items'), negative: say('negative') }), []);
  if (points.length === 0) return null;
  const peak = points.reduce((best, point) => (point.items > best.items ? point : best));
  const label = say('timelineLabel', {
    bucket: say(bucketMs === dayMs ? 'day' : 'hour'),
    items: points.reduce((sum, { items }) => sum + items, 0),
    span: saySpan(points.at(-1)!.at - points[0]!.at),
    peak: peak.items,
    when: sayMoment(peak.at),
  });
  return (
    <section class="card stack" aria-labelledby="issue-timeline">
      <div class="row spread">
        <h2 id="issue-timeline">{say('timeline')}</h2>
        <span class="tone-words">
          <span>
            <span class="dot neutral" />
            {names.items}
          </span>
          <span>
            <span class="dot negative" />
            {names.negative}
          </span>
        </span>
      </div>
      <TimeChart points={points} events={events} label={label} names={names} />
      <Events happened={happened} />
      <details>
        <summary class="small">{say('asTable')}</summary>
        <Table
          caption={say('timeline')}
          hideCaption
          rows={points.filter(({ items }) => items > 0)}
          columns={[
            { title: say('time'), cell: ({ at }) => sayMoment(at) },
            { title: say('items'), isNumber: true, cell: ({ items }) => sayNumber(items) },
            { title: say('negative'), isNumber: true, cell: ({ negative }) => sayNumber(negative) },
          ]}
        />
      </details>
    </section>
  );
}

function Events({ happened }: { happened: readonly IssueEvent[] }) {
  const say = useTexts(issueTexts);
  if (happened.length === 0) return <p class="small soft">{say('noEvents')}</p>;
  return (
    <ol class="issue-events" aria-label={say('events')}>
      {happened.map(({ id, at, level, sentence }, n) => (
        <li key={id}>
          <strong aria-hidden="true">{markOf(n)}</strong>
          <span>
            <span class="row">
              <span class="small soft">
                <Moment at={at} />
              </span>
              {level && <LevelBadge level={level} />}
            </span>
            <Outside text={sentence} most={600} />
          </span>
        </li>
      ))}
    </ol>
  );
}
