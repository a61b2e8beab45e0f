import { zoneOf } from '../../shared/areas/units.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { dayMs } from '../../shared/domain/instant.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { allIssues } from '../../shared/ports/all-issues.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { Telemetry } from '../../shared/ports/telemetry.ts';
import { targetsOf } from '../flow/judge-issue.ts';
import { readCalendar, readWatchSettings } from '../flow/watch-config.ts';
import { bundledCalendar } from '../watch/calendar.ts';
import { followClock } from '../watch/follow-clock.ts';
import { defaultWatchSettings } from '../watch/settings.ts';
import { checkParts } from './check-parts.ts';

type Deps = Pick<Installation, 'index' | 'records' | 'queue' | 'clock'>;

/** Sources that are asked for their health at once. */
const atOnce = 8;

/** Brings the gauges of a whole installation up to date; what cannot be read is left out and shows as a part that is down. */
export async function readGauges(deps: Deps, telemetry: Telemetry): Promise<void> {
  const checks = await checkParts(deps);
  telemetry.set(
    'partUp',
    Object.entries(checks).map(([part, found]) => ({ labels: { part }, value: found === 'ok' ? 1 : 0 })),
  );
  const now = deps.clock.now();
  if (checks.queue === 'ok') await readQueues(deps, telemetry);
  if (checks.records !== 'ok') return;
  await readSources(deps.records, now, telemetry);
  await readClocks(deps.records, now, telemetry);
}

async function readQueues({ queue }: Deps, telemetry: Telemetry): Promise<void> {
  const counts = Object.entries(await queue.counts());
  const states = ['waiting', 'delayed', 'active', 'quarantined'] as const;
  telemetry.set(
    'queueJobs',
    counts.flatMap(([name, found]) =>
      states.map((state) => ({ labels: { queue: name, state }, value: found[state] })),
    ),
  );
  telemetry.set(
    'queueOldest',
    counts.map(([name, { oldestMs }]) => ({ labels: { queue: name }, value: oldestMs / 1_000 })),
  );
}

async function readSources({ sources }: Records, now: Instant, telemetry: Telemetry): Promise<void> {
  const enabled = (await sources.list()).filter((source) => source.enabled);
  const lags: { labels: { source: string }; value: number }[] = [];
  const states = new Map<string, number>();
  for (let at = 0; at < enabled.length; at += atOnce)
    await Promise.all(
      enabled.slice(at, at + atOnce).map(async ({ id }) => {
        const health = await sources.health(id);
        const state = health?.state ?? 'never';
        states.set(state, (states.get(state) ?? 0) + 1);
        if (health?.lastSuccessAt != null)
          lags.push({ labels: { source: id }, value: Math.max(0, now - health.lastSuccessAt) / 1_000 });
      }),
    );
  telemetry.set('sourceLag', lags);
  telemetry.set(
    'sources',
    [...states].map(([state, value]) => ({ labels: { state }, value })),
  );
}

/** Targets of the issues that were alive within a week, by level and state. */
async function readClocks(records: Records, now: Instant, telemetry: Telemetry): Promise<void> {
  const context = {
    now,
    calendar: await readCalendar(records, bundledCalendar),
    settings: await readWatchSettings(records, defaultWatchSettings),
    zoneOf,
  };
  const counted = new Map<string, number>();
  const issues = await allIssues(records.issues, {
    scope: nationalScope,
    states: ['new', 'triaged', 'verifying', 'drafting', 'approval'],
    from: now - 7 * dayMs,
    topmost: true,
  });
  const kept = await records.clocks.many(issues.map(({ id }) => id));
  const clocks = new Map(kept.map((clock) => [clock.issueId, clock]));
  for (const issue of issues) {
    const clock = followClock(clocks.get(issue.id) ?? null, issue, issue.risk.level, now, issue.firstAt);
    for (const { state, dueAt } of targetsOf(clock, context)) {
      if (dueAt === null || state === 'met') continue;
      const key = `${issue.risk.level} ${state}`;
      counted.set(key, (counted.get(key) ?? 0) + 1);
    }
  }
  telemetry.set(
    'clocks',
    [...counted].map(([key, value]) => {
      const [level = '', state = ''] = key.split(' ');
      return { labels: { level, state }, value };
    }),
  );
}
