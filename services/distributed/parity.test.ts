import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReplayClock } from '../../infra/clock/replay-clock.ts';
import { missingServer } from '../../infra/stack/missing-server.ts';
import { type RunningStack, startStack } from '../../infra/stack/start-stack.ts';
import { openFlow } from '../../pipelines/flow/open-flow.ts';
import { loadConfig } from '../../shared/config/load-config.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { fixedSampleStart } from '../sample/sample-week.ts';
import { openEmbedded } from '../standalone/main.ts';
import { openDistributed } from './main.ts';
import { parityQueries } from './testdata/parity-queries.ts';
import { sampleItems } from './testdata/sample-items.ts';

const missing = missingServer('redis', 'postgres', 'elasticsearch');

/** Small, so that issues are met again in later batches. */
const batchSize = 25;

type Open = (clock: ReturnType<typeof createReplayClock>) => Promise<Installation>;

/** @param leaveNew as the workers of servers do: items are written when they are linked */
async function takeIn(open: Open, leaveNew: boolean): Promise<Installation> {
  const clock = createReplayClock(fixedSampleStart);
  const installation = await open(clock);
  const flow = await openFlow(installation);
  const items = sampleItems().toSorted((a, b) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1));
  for (let at = 0; at < items.length; at += batchSize) {
    const batch = items.slice(at, at + batchSize);
    clock.moveTo(batch.at(-1)!.publishedAt);
    const { toLink, fresh } = await flow.enrich(batch, { leaveNew });
    await flow.link(toLink, leaveNew ? fresh : []);
    await flow.watch(true);
  }
  return installation;
}

/** What people see of an issue; ids and numbers are given in the order of asking. */
const seen = (issue: Issue, parents: ReadonlyMap<string, string>) => ({
  title: issue.title,
  unit: issue.unit,
  topic: issue.topic,
  state: issue.state,
  areas: issue.areas.toSorted(),
  firstAt: issue.firstAt,
  lastAt: issue.lastAt,
  counts: issue.counts,
  spread: issue.spread,
  risk: issue.risk,
  priority: issue.priority,
  parent: issue.parentId === null ? null : parents.get(issue.parentId),
});

async function outcomeOf({ records, index }: Installation) {
  const { issues } = await records.issues.list({ scope: nationalScope, sort: 'newest', limit: 500 });
  const titles = new Map(
    issues.map((issue) => [issue.id, `${issue.title} (${issue.unit}, ${issue.firstAt})`]),
  );
  const items: Record<string, { issue: string | undefined; repost: boolean }> = {};
  for await (const batch of index.scan({ scope: nationalScope }, 500))
    for (const item of batch)
      items[item.nativeId] = {
        issue: titles.get(item.issueId ?? ''),
        repost: item.duplicateOf !== null,
      };
  const alerts = await records.alerts.list({ scope: nationalScope, limit: 500 });
  return {
    items,
    issues: issues
      .map((issue) => seen(issue, titles))
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    alerts: alerts
      .map(({ rule, unit, at, push, observed, sentence }) => ({ rule, unit, at, push, observed, sentence }))
      // An escalation tells two units the same at the same moment.
      .toSorted((a, b) => a.at - b.at || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
}

describe.skipIf(missing !== null)(`the sample on both back ends ${missing ?? ''}`, () => {
  let stack: RunningStack;
  let folder: string;
  let embedded: Installation;
  let distributed: Installation;
  beforeAll(async () => {
    stack = await startStack();
    folder = mkdtempSync(join(tmpdir(), 'saring-parity-'));
    embedded = await takeIn((clock) => openEmbedded(loadConfig({}, { dataDir: folder }), { clock }), false);
    distributed = await takeIn((clock) => openDistributed(loadConfig(stack.environment), { clock }), true);
  }, 300_000);
  afterAll(async () => {
    await embedded?.close();
    await distributed?.close();
    await stack?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives the same issues, item by item, and the same alerts', async () => {
    const [a, b] = [await outcomeOf(embedded), await outcomeOf(distributed)];
    expect(Object.keys(a.items).length).toBeGreaterThan(100);
    expect(a.issues.length).toBeGreaterThan(5);
    expect(b.items).toEqual(a.items);
    expect(b.issues).toEqual(a.issues);
    expect(b.alerts).toEqual(a.alerts);
  });

  it('finds the same ten items first for nine places in ten of fifty questions', async () => {
    let places = 0;
    let same = 0;
    const differing: string[] = [];
    for (const text of parityQueries) {
      const top = async ({ index }: Installation): Promise<string[]> =>
        (await index.search({ scope: nationalScope, text, limit: 10 })).hits.map((hit) => hit.item.id);
      const [first, second] = [await top(embedded), await top(distributed)];
      const shared = first.filter((id) => second.includes(id)).length;
      places += Math.max(first.length, second.length);
      same += shared;
      if (shared < Math.max(first.length, second.length))
        differing.push(`${text}: ${first.length} and ${second.length}, ${shared} shared`);
    }
    console.log(
      JSON.stringify({
        queries: parityQueries.length,
        places,
        same,
        share: Number((same / places).toFixed(3)),
        differing,
      }),
    );
    expect(parityQueries.length).toBe(50);
    expect(places).toBeGreaterThan(150);
    expect(same / places).toBeGreaterThanOrEqual(0.9);
  });
});
