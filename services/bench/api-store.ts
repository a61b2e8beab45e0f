import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openEnricher } from '../../pipelines/enrich/open-enricher.ts';
import { loadConfig } from '../../shared/config/load-config.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import type { BenchContext } from './bench.ts';
import { benchItems } from './bench-items.ts';

export const backends = ['embedded', 'distributed'] as const;
export type Backend = (typeof backends)[number];

export interface ApiStore {
  installation: Installation;
  /** Seconds that the filling took, now or when it was done. */
  fillSeconds: number;
  /** Ends the servers, and removes the data unless they were to be kept. */
  end(): Promise<void>;
}

/** Of Elasticsearch's heap: what docs/sizing.md gives a province. */
const heapMb = 1_024;

interface Wanted {
  backend: Backend;
  texts: readonly string[];
  count: number;
  /** A folder that is filled once and measured on again and again; without it a temporary one. */
  keepIn?: string | undefined;
}

/** An installation with labelled items and their issues; what an earlier run filled for the same number is used again. */
export async function openApiStore(wanted: Wanted, context: BenchContext): Promise<ApiStore> {
  const folder = wanted.keepIn === undefined ? null : resolve(wanted.keepIn, wanted.backend);
  const { installation, end } = await openBackend(wanted.backend, folder, context);
  try {
    const note = folder === null ? null : join(folder, 'filled.json');
    const filled = note !== null && existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : null;
    if (filled?.count === wanted.count) return { installation, end, fillSeconds: filled.fillSeconds };
    const from = performance.now();
    await fill(installation, benchItems(wanted.texts, wanted.count, Date.now(), 20_000));
    const fillSeconds = Math.round((performance.now() - from) / 1_000);
    if (note !== null) writeFileSync(note, JSON.stringify({ count: wanted.count, fillSeconds }));
    return { installation, end, fillSeconds };
  } catch (error) {
    await end();
    throw error;
  }
}

async function openBackend(
  backend: Backend,
  folder: string | null,
  { open, openDistributed, startStack }: BenchContext,
): Promise<Pick<ApiStore, 'installation' | 'end'>> {
  if (backend === 'distributed') {
    const stack = await startStack({ heapMb, compileFully: true, keepIn: folder ?? undefined });
    const installation = await openDistributed(loadConfig(stack.environment, { logLevel: 'silent' }));
    return { installation, end: () => stack.stop() };
  }
  const dataDir = folder ?? mkdtempSync(join(tmpdir(), 'saring-bench-'));
  const installation = await open(loadConfig({}, { dataDir, logLevel: 'silent' }));
  return {
    installation,
    end: async () => (folder === null ? rmSync(dataDir, { recursive: true }) : undefined),
  };
}

/** Distinct items that are labelled; the labels of the others are theirs in turn, since labelling is not measured here. */
const labelled = 20_000;
const issuesAtOnce = 200;
/** One issue per this many items: the public posts gave about one per 60 when they were linked. */
const itemsPerIssue = 60;

/** Labelled items straight into the index, and an issue for each sixty of them. */
async function fill({ index, records, readModel }: Installation, items: Iterable<Item>): Promise<void> {
  const enricher = await openEnricher(readModel);
  const labels: IndexedItem['labels'][] = [];
  let batch: IndexedItem[] = [];
  let number = 0;
  const flush = async (): Promise<void> => {
    await index.known(batch.map(({ id }) => id)); // as the pipeline does: what is known to be new is only written
    await index.put(batch);
    batch = [];
  };
  for (const item of items) {
    if (number < labelled) labels.push(enricher.enrich(item).labels);
    batch.push({
      ...item,
      labels: labels[number % labelled]!,
      storyId: null,
      issueId: `issue-${String(Math.ceil((number + 1) / itemsPerIssue)).padStart(3, '0')}`,
      duplicateOf: null,
      linkedAt: item.publishedAt,
      bandKeys: [],
    });
    number += 1;
    if (batch.length === 500) await flush();
  }
  await flush();
  const issues = Array.from({ length: Math.floor(number / itemsPerIssue) }, (_, n) => buildIssue(n + 1));
  for (let at = 0; at < issues.length; at += issuesAtOnce)
    await records.issues.put(issues.slice(at, at + issuesAtOnce));
}
