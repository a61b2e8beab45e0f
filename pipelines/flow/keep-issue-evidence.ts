import { hourMs } from '../../shared/domain/instant.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import type { Level } from '../../shared/domain/risk.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { FetchError, type Fetcher } from '../../shared/ports/fetcher.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { SeenPage } from '../ingest/connectors/connector.ts';
import type { EvidenceKeeper } from './keep-evidence.ts';

export interface IssueEvidenceDeps {
  records: Records;
  index: Pick<ItemIndex, 'scan'>;
  fetcher: Fetcher;
  clock: Clock;
  keeper: EvidenceKeeper;
}

/** Items of one turn; the next turn goes on. Pages among them are fetched with a pause each, so a turn ends in minutes. */
const itemsAtOnce = 500;
const pagesAtOnce = 20;
/** Items come late and carry older dates: a turn looks back over this much of what was looked through before. */
const lookBackMs = 72 * hourMs;

/**
 * Keeps what an issue of a certain risk is made of and was not kept when it was first seen: the item's text always, and
 * where it has a web page, that page as it is now, with the time it was fetched.
 * @returns how many were kept
 */
export async function keepIssueEvidence(
  issueId: string,
  level: Level,
  deps: IssueEvidenceDeps,
): Promise<number> {
  const name = `evidence.issue ${issueId}`;
  const doneTo = Number((await deps.records.state.get(name)) ?? 0);
  const now = deps.clock.now();
  let pagesLeft = pagesAtOnce;
  let kept = 0;
  const filter = { scope: nationalScope, issueIds: [issueId], from: Math.max(0, doneTo - lookBackMs) };
  for await (const batch of deps.index.scan(filter, 200)) {
    const there = new Set(
      (await deps.records.evidence.of(batch.map(({ id }) => id))).map((one) => one.itemId),
    );
    for (const item of batch.filter(({ id }) => !there.has(id))) {
      if (kept >= itemsAtOnce) return kept;
      const wantsPage = item.platform === 'news' && item.url !== null && pagesLeft > 0;
      if (wantsPage) pagesLeft -= 1;
      const page = wantsPage ? await fetchPage(item, deps) : null;
      if (await deps.keeper.keep(item, page, { reason: 'issue', level })) kept += 1;
    }
  }
  await deps.records.state.put(name, now);
  return kept;
}

/** The page as it is now; null where it cannot be had, and then the text alone is the evidence. */
async function fetchPage(
  { url }: Pick<IndexedItem, 'url'>,
  { fetcher, clock }: IssueEvidenceDeps,
): Promise<SeenPage | null> {
  try {
    const response = await fetcher.fetch({ url: url!, kind: 'page' });
    return {
      html: response.body,
      headers: response.received,
      status: response.status,
      url: response.finalUrl,
      at: clock.now(),
    };
  } catch (error) {
    if (error instanceof FetchError) return null;
    throw error;
  }
}
