import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alertMatters, type ReplayedAlert, scoreAlerts } from '../../../pipelines/evaluate/alert-stream.ts';
import { makeStream, type StreamItem, seeded } from '../../../pipelines/evaluate/stream.ts';
import { openFlow } from '../../../pipelines/flow/open-flow.ts';
import { defaultWatchSettings } from '../../../pipelines/watch/settings.ts';
import { loadConfig } from '../../../shared/config/load-config.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { Item } from '../../../shared/domain/item.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import type { CliContext } from '../cli-context.ts';
import { ImportTally } from '../import/import-report.ts';
import { replayItems } from '../import/run-items.ts';
import type { Evaluation } from './evaluation.ts';

interface AlertsFlags {
  dir: string;
  seed?: string;
  items?: string;
  start?: string;
}

/** Texts of every `*.jsonl` of a folder, in the order of the files. */
async function readTexts(dir: string): Promise<string[]> {
  const files = (await readdir(dir)).filter((name) => name.endsWith('.jsonl')).toSorted();
  const lines = await Promise.all(
    files.map(async (name) => (await readFile(join(dir, name), 'utf8')).split('\n')),
  );
  return lines
    .flat()
    .flatMap((line) => (line.trim() === '' ? [] : [String((JSON.parse(line) as { text: string }).text)]));
}

const bare = ({ item: { labels: _labels, ...item } }: StreamItem): Item => item;

/** Alerts with the matter that most items of their issue (and of those under it) belong to. */
async function replayedAlerts(
  { records, index }: Installation,
  stream: readonly StreamItem[],
): Promise<ReplayedAlert[]> {
  const matterOf = new Map(stream.map(({ item, matter }) => [item.id, matter]));
  const votes = new Map<string, Map<string | null, number>>();
  const parents = new Map<string, string | null>();
  for await (const batch of index.scan({ scope: nationalScope, linked: true }, 1_000)) {
    const ids = [...new Set(batch.flatMap(({ issueId }) => (issueId ? [issueId] : [])))].filter(
      (id) => !parents.has(id),
    );
    for (const { id, parentId, mergedInto } of await records.issues.many(ids))
      parents.set(id, mergedInto ?? parentId);
    for (const { id, issueId } of batch)
      for (const one of issueId ? [issueId, parents.get(issueId)] : []) {
        if (!one) continue;
        const found = votes.get(one) ?? new Map<string | null, number>();
        const matter = matterOf.get(id) ?? null;
        votes.set(one, found.set(matter, (found.get(matter) ?? 0) + 1));
      }
  }
  const mostly = (issueId: string): string | null =>
    [...(votes.get(issueId) ?? [])].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  const alerts = await records.alerts.list({ scope: nationalScope, limit: 100_000 });
  return Promise.all(
    alerts.map(async ({ issueId, at, rule, push, unit }) => {
      const issue = issueId === null ? null : await whereItLeads(records, issueId);
      return { matter: issue === null ? null : mostly(issue), at, rule, push, unit };
    }),
  );
}

/** An issue that was merged later counts as the one that it became part of. */
async function whereItLeads(records: Installation['records'], id: string): Promise<string> {
  const [issue] = await records.issues.many([id]);
  return issue?.mergedInto ? whereItLeads(records, issue.mergedInto) : id;
}

/** Twelve days of posts with planted crises and false friends of crises, by the real enricher, linker and watch. */
export const alertsEvaluation = (context: CliContext): Evaluation<AlertsFlags> => ({
  name: 'alerts',
  summary: 'a replayed stream: crises that woke somebody within two hours, and what must wake nobody',
  options: [
    ['--dir <folder>', 'background: *.jsonl with {text}', 'needed'],
    ['--seed <n>', 'start of the random stream (1)'],
    ['--items <n>', 'background items (15000)'],
    ['--start <day>', 'first day (2023-12-04)'],
  ],
  async run({ dir, seed = '1', items = '15000', start = '2023-12-04' }) {
    const stream = makeStream({
      background: await readTexts(dir),
      backgroundItems: Number(items),
      nearMissItems: Math.round(Number(items) / 50),
      start: Date.parse(`${start}T00:00:00+07:00`),
      random: seeded(Number(seed)),
      missedTargets: 0,
      matters: alertMatters,
    });
    const folder = await mkdtemp(join(tmpdir(), 'saring-alerts-'));
    const clock = context.createReplayClock(stream[0]!.item.publishedAt);
    const installation = await context.open(loadConfig({}, { dataDir: folder, logLevel: 'silent' }), {
      clock,
    });
    try {
      const flow = await openFlow(installation);
      await replayItems(flow, stream.map(bare), clock, new ImportTally(), () => {});
      const alerts = await replayedAlerts(installation, stream);
      const { minimumCount } = defaultWatchSettings.spike;
      const { matters, background } = scoreAlerts(stream, alerts, minimumCount);
      const due = matters.filter(({ dueAt }) => dueAt !== null);
      return {
        items: stream.length,
        alerts: alerts.length,
        pushes: alerts.filter(({ push }) => push).length,
        due: due.length,
        caughtWithin2h: due.filter(({ right }) => right).length,
        wokenWrongly: matters.filter(({ dueAt, pushes }) => dueAt === null && pushes > 0).length,
        pushesOnBackground: background.length,
        background: background.map(({ unit, rule, at }) => ({ unit, rule, at: toRfc3339(at) })),
        matters: matters.map((row) => ({
          ...row,
          dueAt: sayAt(row.dueAt),
          firstPushAt: sayAt(row.firstPushAt),
        })),
      };
    } finally {
      await installation.close();
      await rm(folder, { recursive: true });
    }
  },
});

const sayAt = (at: number | null): string | null => (at === null ? null : toRfc3339(at));
