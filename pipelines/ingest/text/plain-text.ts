import { Parser } from 'htmlparser2';
import { pageLimits, walkMarkup } from './sax.ts';

/** Elements whose content is never read by people. */
const silent = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg', 'math']);
/** Elements that start a new line when read. */
const blocks = new Set(
  (
    'address article aside blockquote br caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th ' +
    'thead tr ul'
  ).split(' '),
);

const mayHoldMarkup = /<(?:[a-z/?]|!--|!\[)|&(?:#\d|#x|[a-z])/i;
/** Their start tags hide all that follows when the end tag is missing, so the tags go and what is inside stays. */
const embeds = /<\/?(?:iframe|object|embed|applet)\b[^<>]*>/gi;

/** True when a text would read differently as HTML than as it stands. */
export const looksLikeHtml = (text: string): boolean => mayHoldMarkup.test(text);

/** HTML to the text a person reads: blocks on lines of their own, runs of blanks as one, entities decoded. */
export function htmlToText(html: string): string {
  if (!looksLikeHtml(html)) return tidyLines(html);
  let out = '';
  let hidden = 0;
  walkMarkup(
    withoutEmbeds(html),
    {
      open(name) {
        if (silent.has(name)) hidden += 1;
        else if (hidden === 0 && blocks.has(name)) out += '\n';
      },
      close(name) {
        if (silent.has(name)) hidden = Math.max(0, hidden - 1);
        else if (hidden === 0 && blocks.has(name) && name !== 'br') out += '\n';
      },
      text(text) {
        // A line break inside running text is a blank; only elements make lines.
        if (hidden === 0) out += text.replace(/[\t\n\f\r]+/g, ' ');
      },
    },
    { decodeEntities: true, lowerCaseTags: true, limits: pageLimits },
  );
  return tidyLines(out);
}

export const withoutEmbeds = (html: string): string => html.replace(embeds, '');

/** Blanks and control characters to one blank, empty lines away. Zero-width characters and soft hyphens go. */
export function tidyLines(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u00a0\t \u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
    .replace(/ ?[\r\n\u2028\u2029][\r\n\u2028\u2029 ]*/g, '\n')
    .trim();
}

/** The same on one line, for titles and names. */
export const oneLine = (text: string): string => tidyLines(text).replace(/\n/g, ' ');

/** Named and numbered references to characters, by the rules of HTML; `<` stays what it is. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  let out = '';
  const parser = new Parser(
    {
      ontext(part) {
        out += part;
      },
    },
    { decodeEntities: true },
  );
  parser.end(text.includes('<') ? text.replaceAll('<', '&lt;') : text);
  return out;
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const escapeAttribute = (text: string): string => escapeHtml(text).replaceAll('"', '&quot;');
