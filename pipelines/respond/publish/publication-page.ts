import { unitOfCode } from '../../../shared/areas/unit-of-code.ts';
import { type Block, textOfChannel } from '../../../shared/domain/answer.ts';
import { type Instant, toRfc3339 } from '../../../shared/domain/instant.ts';
import type { Notice, Publication } from '../../../shared/domain/publication.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { escapeAttribute, escapeHtml } from '../../ingest/text/plain-text.ts';
import { localMoment } from '../../watch/local-time.ts';
import { plainOf } from '../answer-layout.ts';
import { sayDate } from '../compose/material.ts';
import { claimReviewOf } from './claim-review.ts';
import { labelOf, linked, pageShell, shown } from './page-shell.ts';
import { hasPaper } from './press-paper.ts';

const zoneNames: Readonly<Record<Unit['zone'], string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** `6 Februari 2024 pukul 10.05 WIB`. */
export function sayMoment(at: Instant, zone: Unit['zone']): string {
  const { hour, minute } = localMoment(at, zone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${sayDate(at, zone)} pukul ${two(hour)}.${two(minute)} ${zoneNames[zone]}`;
}

const timeTag = (at: Instant, zone: Unit['zone']): string =>
  `<time datetime="${toRfc3339(at)}">${sayMoment(at, zone)}</time>`;

/** The public page of one clarification: no script, all text from what was approved. */
export function publicationPage(publication: Publication): string {
  const { title, summary, url, state, notices, publishedAt, updatedAt, reviewAt } = publication;
  const unit = unitOfCode(publication.unit);
  const label = labelOf(publication);
  const isLive = state === 'live';
  const main =
    textOfChannel(publication, 'web') ?? textOfChannel(publication, 'holding') ?? publication.texts[0]!;
  const changed = updatedAt > publishedAt ? ` Diperbarui ${timeTag(updatedAt, unit.zone)}.` : '';
  const body = [
    `<article>`,
    `<p class="label tone-${label.tone}">${label.name}</p>`,
    `<h1>${shown(title)}</h1>`,
    `<p class="dateline">${escapeHtml(unit.name)} · ${timeTag(publishedAt, unit.zone)}.${changed}${isLive ? ` Ditinjau ulang ${sayDate(reviewAt, unit.zone)}.` : ''}</p>`,
    ...notices.toReversed().map((notice) => noticeHtml(notice, unit.zone)),
    ...(isLive ? main.blocks.map(blockHtml) : []),
    ...(isLive ? [shareHtml(publication)] : []),
    `</article>`,
  ].join('\n');
  return pageShell({
    title,
    description: isLive ? summary : `Penjelasan ini sudah ditarik oleh ${unit.name}.`,
    url: `${url}/`,
    root: '..',
    unitName: unit.name,
    ...(isLive ? { image: `${url}/kartu.png`, jsonLd: claimReviewOf(publication) } : {}),
    body,
  });
}

const noticeHtml = ({ kind, text, at }: Notice, zone: Unit['zone']): string =>
  `<aside class="notice notice-${kind}"><h2>${kind === 'correction' ? 'Ralat' : 'Penjelasan ini ditarik'}, ${timeTag(at, zone)}</h2><p>${linked(text)}</p></aside>`;

function blockHtml({ role, heading, sentences }: Block): string {
  const head = heading === null ? '' : `<h2>${shown(heading)}</h2>`;
  if (role === 'source' || (role === 'check' && sentences.length > 1))
    return `<section class="box box-${role}">${head}<ul>${sentences.map(({ text }) => `<li>${linked(text)}</li>`).join('')}</ul></section>`;
  return `<section class="box box-${role}">${head}<p>${sentences.map(({ text }) => linked(text)).join(' ')}</p></section>`;
}

/** Links that hand the text on: plain addresses, no script. */
function shareHtml(publication: Publication): string {
  const whatsapp = textOfChannel(publication, 'whatsapp');
  const to = whatsapp
    ? `<li><a href="${escapeAttribute(`https://wa.me/?text=${encodeURIComponent(plainOf(whatsapp))}`)}" rel="noopener">Teruskan lewat WhatsApp</a></li>`
    : '';
  const papers = hasPaper(publication)
    ? '<li><a href="siaran.pdf">Siaran pers (PDF)</a></li><li><a href="siaran.docx">Siaran pers (DOCX)</a></li>'
    : '';
  return `<ul class="share">${to}<li><a href="kartu.png">Kartu gambar</a></li>${papers}</ul>`;
}
