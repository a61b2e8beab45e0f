import type { EvidencePart, EvidenceRecord } from '../../shared/domain/evidence.ts';
import { evidenceRecordId } from '../../shared/domain/evidence.ts';
import { toRfc3339 } from '../../shared/domain/instant.ts';
import { type Item, itemSchema } from '../../shared/domain/item.ts';
import type { Level, Risk } from '../../shared/domain/risk.ts';
import type { Source } from '../../shared/domain/source.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { EvidenceStore } from '../../shared/ports/evidence-store.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { Attachment, SeenPage } from '../ingest/connectors/connector.ts';
import { isAtLeast } from '../watch/risk.ts';

export interface EvidenceDeps {
  store: EvidenceStore;
  records: Pick<Records, 'evidence'>;
  clock: Clock;
  /** Items from this level on are kept; `off` keeps nothing by itself. */
  level: Level | 'off';
  /** The risk of one item by itself; see `createItemRisk`. */
  riskOf(item: Item, source: Source | undefined, now: number): Promise<Risk | null>;
}

export interface EvidenceKeeper {
  /** Keeps a new item when its own risk reaches the setting. Returns whether it was kept. */
  atFirstSight(item: Item, source: Source, page: SeenPage | null): Promise<boolean>;
  /** Keeps both sides of an edit. */
  edited(before: Item, after: Item, page: SeenPage | null): Promise<void>;
  /** Keeps an item for a named reason, whatever its risk. */
  keep(
    item: Item,
    page: SeenPage | null,
    why: Pick<EvidenceRecord, 'reason' | 'level'>,
    extra?: readonly Attachment[],
  ): Promise<boolean>;
}

const utf8 = new TextEncoder();

/** The files of one item: its text, the item as it was understood, and where there is a page, that page and its headers. */
function filesOf(item: Item, page: SeenPage | null): Attachment[] {
  const json = (name: string, value: unknown): Attachment => ({
    name,
    bytes: utf8.encode(`${JSON.stringify(value, null, 2)}\n`),
    contentType: 'application/json',
  });
  const text = item.title === null ? item.text : `${item.title}\n\n${item.text}`;
  const own = [
    { name: 'text.txt', bytes: utf8.encode(`${text}\n`), contentType: 'text/plain; charset=utf-8' },
    json('item.json', itemSchema.parse(item)),
  ];
  if (page === null) return own;
  const { status, url, at, headers, html } = page;
  return [
    ...own,
    { name: 'page.html', bytes: html, contentType: headers['content-type'] ?? 'text/html' },
    json('headers.json', { url, status, fetchedAt: toRfc3339(at), headers }),
  ];
}

/** Keeps what was seen of items, by hash, with the time it was seen. */
export function createEvidenceKeeper({ store, records, clock, level, riskOf }: EvidenceDeps): EvidenceKeeper {
  const keep: EvidenceKeeper['keep'] = async (item, page, why, extra = []) => {
    const parts: EvidencePart[] = [];
    for (const { name, bytes, contentType } of [...filesOf(item, page), ...extra])
      parts.push({ name, hash: await store.put(bytes), bytes: bytes.length, contentType });
    return records.evidence.add({
      id: evidenceRecordId(item.id, item.version, page !== null),
      itemId: item.id,
      version: item.version,
      at: clock.now(),
      ...why,
      url: page?.url ?? item.url,
      fetchedAt: page?.at ?? null,
      parts,
    });
  };
  return {
    keep,
    async atFirstSight(item, source, page) {
      if (level === 'off') return false;
      const risk = await riskOf(item, source, clock.now());
      if (risk === null || !isAtLeast(risk.level, level)) return false;
      return keep(item, page, { reason: 'risk', level: risk.level });
    },
    async edited(before, after, page) {
      if (level === 'off') return;
      const why = { reason: 'edit', level: null } as const;
      const kept = await records.evidence.of([before.id]);
      if (!kept.some((record) => record.version === before.version)) await keep(before, null, why);
      await keep(after, page, why);
    },
  };
}
