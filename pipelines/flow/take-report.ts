import { areaCodeSchema } from '../../shared/domain/area.ts';
import type { CitizenReport } from '../../shared/domain/citizen-report.ts';
import { itemId } from '../../shared/domain/ids.ts';
import type { Item } from '../../shared/domain/item.ts';
import { type Source, sourceSchema } from '../../shared/domain/source.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Clock, Ids } from '../../shared/ports/clock.ts';
import type { EvidenceStore } from '../../shared/ports/evidence-store.ts';
import type { Fetcher } from '../../shared/ports/fetcher.ts';
import type { Records } from '../../shared/ports/records.ts';
import { readArticlePage } from '../ingest/connectors/article-pages.ts';
import type { Attachment, CollectRequest, SeenPage } from '../ingest/connectors/connector.ts';
import { entryOf } from '../ingest/connectors/entry.ts';
import { canonicalUrl, withoutTracking } from '../ingest/item/canonical-url.ts';
import { cleanText } from '../ingest/item/clean-text.ts';
import { entryToItem } from '../ingest/item/entry-to-item.ts';
import { pictureType } from '../ingest/item/picture-type.ts';
import { createAllowance } from './allowance.ts';
import type { EvidenceKeeper } from './keep-evidence.ts';

/** What somebody hands in. */
export interface HandedIn {
  text: string;
  url: string;
  unit: string;
  contact: string;
  screenshot: Uint8Array | null;
}

/** What has to be put right, in Indonesian. */
export class ReportRefused extends Error {
  override name = 'ReportRefused';
}

/** Chosen: a forwarded chain message has 3,000 characters; ten times that is a document, not a report. */
const maxReportLength = 30_000;
/** A screenshot of a phone has 0.3 to 3 MB. */
export const maxScreenshotBytes = 5_000_000;

/**
 * Checks and stores what somebody reported; `readReport` makes items of it later. The screenshot is evidence at once.
 * @throws ReportRefused
 */
export async function takeReport(
  given: HandedIn,
  deps: { records: Records; store: EvidenceStore; clock: Clock; ids: Ids },
): Promise<CitizenReport> {
  const { text } = cleanText(given.text);
  if (text.length > maxReportLength)
    throw new ReportRefused(`Teks terlalu panjang; paling banyak ${maxReportLength} huruf.`);
  const address = given.url.trim();
  const parsed = address === '' ? null : URL.parse(address);
  if (address !== '' && (!parsed || !/^https?:$/.test(parsed.protocol)))
    throw new ReportRefused('Tautan harus diawali http:// atau https://.');
  const contentType = given.screenshot ? pictureType(given.screenshot) : null;
  if (given.screenshot && contentType === null)
    throw new ReportRefused('Berkas gambar harus PNG, JPEG atau WebP.');
  if (text === '' && !parsed && !given.screenshot)
    throw new ReportRefused('Isi teks, tautan, atau gambar yang ingin dilaporkan.');
  const screenshot =
    given.screenshot && contentType
      ? { hash: await deps.store.put(given.screenshot), contentType, bytes: given.screenshot.length }
      : null;
  const report: CitizenReport = {
    id: deps.ids.next(),
    at: deps.clock.now(),
    unit: given.unit,
    text: text || null,
    url: parsed ? withoutTracking(parsed.href) : null,
    screenshot,
    contact: cleanText(given.contact).text.slice(0, 200) || null,
    state: 'reading',
    itemId: null,
  };
  await deps.records.reports.put(report);
  return report;
}

/** Reports of one unit are a source of their own, so that places without a name fall to the unit. */
export const reportSource = (unit: string): Source =>
  sourceSchema.parse({
    id: `laporan-${unit}`,
    kind: 'report',
    name: `Laporan warga ${unit}`,
    url: 'laporan',
    platform: 'report',
    outlet: null,
    outletTier: 1,
    homeArea: areaCodeSchema.safeParse(unit).success ? unit : null,
    intervalMinutes: 60,
    enabled: true,
  });

export interface ReadReportDeps {
  records: Records;
  store: EvidenceStore;
  fetcher: Fetcher;
  clock: Clock;
  readPage: CollectRequest['readPage'];
  keeper: EvidenceKeeper;
  deliver(items: readonly Item[]): Promise<void>;
}

/** Items of a report: what was written, and the page behind the link as an item of its own. */
export async function readReport(reportId: string, deps: ReadReportDeps): Promise<void> {
  const { records } = deps;
  const report = await records.reports.get(reportId, nationalScope);
  if (!report || report.state === 'taken') return;
  const source = reportSource(report.unit);
  await records.sources.put(source);
  const linked = report.url === null ? null : await readLink(report.url, source, deps);
  const own = report.text === null ? null : toItem(report, source.id);
  const items = [...(linked ? [linked.item] : []), ...(own ? [own] : [])];
  if (items.length === 0) return records.reports.put({ ...report, state: 'waiting_text' });
  const why = { reason: 'report', level: null } as const;
  if (linked) await deps.keeper.keep(linked.item, linked.page, why, own ? [] : await extras(report, deps));
  if (own) await deps.keeper.keep(own, null, why, await extras(report, deps));
  await deps.deliver(items);
  await records.reports.put({ ...report, state: 'taken', itemId: (own ?? linked!.item).id });
}

async function extras({ screenshot }: CitizenReport, { store }: ReadReportDeps): Promise<Attachment[]> {
  if (screenshot === null) return [];
  const bytes = await store.get(screenshot.hash);
  const ending = screenshot.contentType.split('/')[1]!;
  return bytes ? [{ name: `screenshot.${ending}`, bytes, contentType: screenshot.contentType }] : [];
}

/** The page behind a link; null when it cannot be read, and the text alone has to do. */
async function readLink(
  url: string,
  source: Source,
  { records, fetcher, clock, readPage }: ReadReportDeps,
): Promise<{ item: Item; page: SeenPage } | null> {
  const now = clock.now();
  const request: CollectRequest = {
    source,
    cursor: {},
    fetcher,
    now,
    knownIds: async () => new Set<string>(),
    readPage,
    allowance: createAllowance(records),
    pseudonymise: (name: string) => name,
    secrets: {},
  };
  const read = await readArticlePage(request, url);
  if (!read.page || !read.seen || read.page.text === '') return null;
  const outcome = entryToItem(
    entryOf({ link: url }),
    { source: { ...source, platform: 'news' }, now },
    read.page,
  );
  if (!outcome.item) return null;
  const outlet = URL.parse(read.seen.url)?.hostname.replace(/^www\./, '') ?? null;
  return { item: { ...outcome.item, outlet }, page: read.seen };
}

const toItem = (report: CitizenReport, sourceId: string): Item => ({
  id: itemId({ platform: 'report', nativeId: report.id }),
  platform: 'report',
  sourceId,
  nativeId: report.id,
  url: report.url === null ? null : (canonicalUrl(report.url) ?? report.url),
  title: null,
  text: report.text!,
  author: null,
  authorKind: 'private',
  outlet: null,
  publishedAt: report.at,
  collectedAt: report.at,
  metrics: { likes: 0, replies: 0, shares: 0, views: 0, followers: 0 },
  version: 1,
});
