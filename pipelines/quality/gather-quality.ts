import { z } from 'zod';
import type { QualityReport } from '../../shared/api/quality.ts';
import type { PersonLabel } from '../../shared/domain/correction.ts';
import { dayMs } from '../../shared/domain/instant.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import { nationalUnit, type Scope } from '../../shared/domain/unit.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { targetModelPath } from '../enrich/target-models.ts';
import { parseRows } from '../evaluate/parse-rows.ts';
import { targetRowSchema } from '../evaluate/target.ts';
import { qualityReport } from './quality-report.ts';

export interface QualityDeps {
  records: Pick<Records, 'labels'>;
  index: Pick<ItemIndex, 'get' | 'search'>;
  clock: Clock;
  scope: Scope;
  /** A file below models/, that of the version in force. */
  readModel(path: string): Promise<Uint8Array | null>;
  /** SHA-256 in hex. */
  hash(bytes: Uint8Array): string;
}

export const goldPath = 'target/gold/gold.jsonl';
export const goldRowSchema = targetRowSchema.extend({ kind: z.string().optional() });

/** Inputs that the drift is measured on: the newest of thirty days. Chosen: shares are then known to about one in a hundred. */
const recentItems = 2_000;
const recentMs = 30 * dayMs;
const perPage = 200;

/** All labels of people, oldest first. */
export async function allLabels({ records }: Pick<QualityDeps, 'records'>): Promise<PersonLabel[]> {
  const labels: PersonLabel[] = [];
  for (;;) {
    const after = labels.at(-1);
    const page = await records.labels.list({ limit: 1_000, ...(after ? { after } : {}) });
    labels.push(...page);
    if (page.length < 1_000) return labels;
  }
}

/** The items of labels that the index still holds. */
export async function itemsOfLabels(
  { index, scope }: Pick<QualityDeps, 'index' | 'scope'>,
  labels: readonly PersonLabel[],
): Promise<IndexedItem[]> {
  const ids = [...new Set(labels.map(({ itemId }) => itemId))];
  const items: IndexedItem[] = [];
  for (let at = 0; at < ids.length; at += perPage)
    items.push(...(await index.get(ids.slice(at, at + perPage), scope)));
  return items;
}

async function recentOf({ index, scope, clock }: QualityDeps): Promise<IndexedItem[]> {
  const items: IndexedItem[] = [];
  let cursor: string | null | undefined;
  while (items.length < recentItems && cursor !== null) {
    const page = await index.search({
      scope,
      from: clock.now() - recentMs,
      sort: 'time',
      limit: perPage,
      ...(cursor === undefined ? {} : { cursor }),
    });
    items.push(...page.hits.map(({ item }) => item));
    cursor = page.nextCursor;
  }
  return items;
}

/** The quality report of an installation. Labels of items outside the scope are left out. */
export async function gatherQuality(deps: QualityDeps): Promise<QualityReport> {
  const model = await deps.readModel(targetModelPath);
  const gold = await deps.readModel(goldPath);
  const all = await allLabels(deps);
  const labelledItems = await itemsOfLabels(deps, all);
  const seen = new Set(labelledItems.map(({ id }) => id));
  return qualityReport({
    at: deps.clock.now(),
    model: model ? { bytes: model, sha256: deps.hash(model) } : null,
    gold: gold ? parseRows(new TextDecoder().decode(gold), goldRowSchema) : null,
    labels: deps.scope.unit === nationalUnit ? all : all.filter(({ itemId }) => seen.has(itemId)),
    labelledItems,
    recent: await recentOf(deps),
  });
}
