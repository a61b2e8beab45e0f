import { unitOfCode } from '../../../shared/areas/unit-of-code.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { Publication } from '../../../shared/domain/publication.ts';
import { covers, nationalUnit, upwards } from '../../../shared/domain/unit.ts';
import { escapeXml } from '../../../shared/text/escape-xml.ts';
import { escapeAttribute, escapeHtml } from '../../ingest/text/plain-text.ts';
import { sayDate } from '../compose/material.ts';
import { labelOf, pageShell, shown } from './page-shell.ts';

/** Publications on one list page; older ones are found by their addresses and by search engines. */
export const mostListed = 200;
/** Entries of a feed: a week of a national election has some tens. */
export const mostInFeed = 50;

export interface Site {
  /** Public address of the folder, without a slash at its end. */
  url: string;
  /** Whose pages they are, as the masthead says it. */
  unitName: string;
}

/**
 * Whose pages they are where nobody said: the one unit that published all of them, else the lowest above all who did.
 * An installation that published nothing yet is KPU's.
 */
export function publisherOf(publications: readonly Pick<Publication, 'unit'>[]): string {
  const [first, ...rest] = new Set(publications.map(({ unit }) => unit));
  if (first === undefined) return 'KPU';
  const common = upwards(first).find((unit) => rest.every((other) => covers(unit, other)));
  return unitOfCode(common ?? nationalUnit).name;
}

/** All clarifications, the last first. */
export function listPage({ url, unitName }: Site, publications: readonly Publication[]): string {
  const rows = publications.slice(0, mostListed).map((one) => {
    const label = labelOf(one);
    const unit = unitOfCode(one.unit);
    return `<li><span class="label tone-${label.tone}">${label.name}</span><time datetime="${toRfc3339(one.publishedAt)}">${sayDate(one.publishedAt, unit.zone)}</time> <span class="unit">· ${escapeHtml(unit.name)}</span><h2><a href="${escapeAttribute(one.code)}/">${shown(one.title)}</a></h2><p>${shown(one.state === 'live' ? one.summary : 'Penjelasan ini sudah ditarik.')}</p></li>`;
  });
  const body =
    rows.length === 0
      ? '<h1>Klarifikasi dan penjelasan</h1><p>Belum ada klarifikasi yang diterbitkan.</p>'
      : `<h1>Klarifikasi dan penjelasan</h1><ul class="list">${rows.join('\n')}</ul>`;
  return pageShell({
    title: `Klarifikasi ${unitName}`,
    description: `Penjelasan resmi ${unitName} tentang kabar yang beredar, beserta sumbernya.`,
    url: `${url}/`,
    root: '.',
    unitName,
    body,
  });
}

/** RFC 4287; a withdrawn clarification stays in the feed and says so, so that readers hear of it. */
export function atomFeed({ url, unitName }: Site, publications: readonly Publication[]): string {
  const entries = publications.slice(0, mostInFeed).map((one) => {
    const title = one.state === 'live' ? one.title : `Ditarik: ${one.title}`;
    const text = one.state === 'live' ? one.summary : (one.notices.at(-1)?.text ?? 'Penjelasan ini ditarik.');
    return `<entry><id>${escapeXml(`${one.url}/`)}</id><title>${escapeXml(title)}</title><link rel="alternate" type="text/html" href="${escapeXml(`${one.url}/`)}"/><published>${toRfc3339(one.publishedAt)}</published><updated>${toRfc3339(one.updatedAt)}</updated><author><name>${escapeXml(unitOfCode(one.unit).name)}</name></author><summary>${escapeXml(text)}</summary></entry>`;
  });
  // A feed must name a moment; one without entries never changed, so that writing it again changes nothing.
  const updated = Math.max(0, ...publications.map(({ updatedAt }) => updatedAt));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id"><id>${escapeXml(`${url}/`)}</id><title>${escapeXml(`Klarifikasi ${unitName}`)}</title><link rel="self" type="application/atom+xml" href="${escapeXml(`${url}/umpan.xml`)}"/><link rel="alternate" type="text/html" href="${escapeXml(`${url}/`)}"/><updated>${toRfc3339(updated)}</updated>
${entries.join('\n')}
</feed>
`;
}
