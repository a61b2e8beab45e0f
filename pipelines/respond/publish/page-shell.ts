import type { AnswerKind } from '../../../shared/domain/answer.ts';
import type { Publication } from '../../../shared/domain/publication.ts';
import { tamed } from '../../../shared/domain/tamed.ts';
import { escapeAttribute, escapeHtml } from '../../ingest/text/plain-text.ts';

/** What a page may do in a reader's browser: show itself, its style and its pictures; nothing else. */
export const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** The part of it that a page can say of itself, for folders on other people's servers. */
const policyInPage =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

export interface Shell {
  title: string;
  description: string;
  /** Address of this very page. */
  url: string;
  /** From this page to the folder of all: `.` or `..`. */
  root: string;
  unitName: string;
  /** Address of the picture shown where the page is shared. */
  image?: string;
  jsonLd?: object;
  body: string;
}

/** A whole document; every value is escaped here, `body` by whoever made it. */
export function pageShell(shell: Shell): string {
  const { title, description, url, root, unitName, image, jsonLd, body } = shell;
  const meta = (property: string, content: string): string =>
    `<meta property="${property}" content="${escapeAttribute(content)}">`;
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyInPage}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${shown(title)}</title>
<meta name="description" content="${escapeAttribute(description)}">
<link rel="canonical" href="${escapeAttribute(url)}">
<link rel="stylesheet" href="${root}/gaya.css">
<link rel="alternate" type="application/atom+xml" title="Klarifikasi" href="${root}/umpan.xml">
${meta('og:type', 'article')}
${meta('og:title', title)}
${meta('og:description', description)}
${meta('og:url', url)}
${meta('og:locale', 'id_ID')}
${image === undefined ? '' : `${meta('og:image', image)}\n<meta name="twitter:card" content="summary_large_image">`}
${jsonLd === undefined ? '' : `<script type="application/ld+json">${safeJson(jsonLd)}</script>`}
</head>
<body>
<a class="skip" href="#isi">Langsung ke isi</a>
<header class="mast"><a href="${root}/"><span class="mast-name">Klarifikasi</span> <span class="mast-unit">${escapeHtml(unitName)}</span></a></header>
<main id="isi">
${body}
</main>
<footer class="foot">
<p>Halaman ini diterbitkan ${escapeHtml(unitName)} dan tidak memakai skrip, kuki, atau pelacak. <a href="${root}/">Semua klarifikasi</a> · <a href="${root}/umpan.xml">Umpan Atom</a></p>
</footer>
</body>
</html>
`;
}

/** JSON that ends no element of the page it stands in. */
const safeJson = (value: object): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * The word above a headline, and the class that colours it. It names what the headline is: a fact. The verdict on the
 * rumour would be read as one on the headline, so that stands in the warning.
 */
export function labelOf({ kind, state }: Pick<Publication, 'kind' | 'state'>): {
  name: string;
  tone: string;
} {
  return state === 'withdrawn' ? { name: 'Ditarik', tone: 'gone' } : labels[kind];
}

const labels: Readonly<Record<AnswerKind, { name: string; tone: string }>> = {
  denial: { name: 'Fakta', tone: 'true' },
  correction: { name: 'Penjelasan', tone: 'partly' },
  admission: { name: 'Pengakuan dan perbaikan', tone: 'true' },
  holding: { name: 'Sedang diperiksa', tone: 'open' },
  reply: { name: 'Jawaban', tone: 'open' },
};

const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:)!?]|\b(?:[a-z0-9-]+\.)+go\.id\b/g;

/** A text of people's as it stands on a page: never markup, and within its box. */
export const shown = (text: string): string => escapeHtml(tamed(text));

/** Text with its addresses as links; official domains without a scheme as well. */
export function linked(text: string): string {
  let html = '';
  let at = 0;
  for (const match of text.matchAll(address)) {
    const url = match[0].startsWith('http') ? match[0] : `https://${match[0]}`;
    html += `${shown(text.slice(at, match.index))}<a href="${escapeAttribute(url)}" rel="noopener">${escapeHtml(match[0])}</a>`;
    at = match.index + match[0].length;
  }
  return html + shown(text.slice(at));
}
