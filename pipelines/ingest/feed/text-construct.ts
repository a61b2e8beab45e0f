import {
  escapeAttribute,
  escapeHtml,
  htmlToText,
  looksLikeHtml,
  oneLine,
  withoutEmbeds,
} from '../text/plain-text.ts';
import { pageLimits, walkMarkup } from '../text/sax.ts';
import { hasElements, innerHtml, resolveUrl, textOf, type XmlElement } from './xml-element.ts';

/** What a title, summary or content element says, in both forms. */
export interface TextConstruct {
  /** HTML, relative addresses made absolute. */
  html: string;
  /** Plain text with line breaks. */
  text: string;
}

const plainTypes = new Set(['text', 'text/plain', 'plain']);
const markupTypes = new Set(['html', 'text/html', 'xhtml', 'application/xhtml+xml']);

/**
 * Reads RFC 4287's text constructs and their forerunners: type, Atom 0.3's mode, base64, inline XHTML, and the habit
 * of putting naked or escaped HTML into RSS.
 */
export function readTextConstruct(element: XmlElement): TextConstruct {
  const type = (element.attributes['type'] ?? '').trim().toLowerCase();
  const mode = (element.attributes['mode'] ?? '').trim().toLowerCase();
  if (hasElements(element)) return fromHtml(unwrap(innerHtml(element)), element.base);
  const raw = textOf(element).trim();
  const value = isBase64(type, mode) ? (decodeBase64(raw) ?? raw) : raw;
  const wasBase64 = value !== raw;
  if (plainTypes.has(type) && mode !== 'escaped' && !wasBase64) return fromPlain(value);
  // RFC 4287 says that an Atom text without a type is plain; too many feeds put markup there to believe it.
  if (markupTypes.has(type) || looksLikeHtml(value)) return fromHtml(value, element.base);
  return fromPlain(value);
}

const fromPlain = (value: string): TextConstruct => ({ html: escapeHtml(value), text: value });

function fromHtml(html: string, base: string | null): TextConstruct {
  return { html: looksLikeHtml(html) ? cleanHtml(html, base) : html, text: htmlToText(html) };
}

/** XHTML content sits in one div that is not part of it (RFC 4287 section 3.1.1.3). */
function unwrap(html: string): string {
  const trimmed = html.trim();
  const match = /^<div(?:\s[^>]*)?>/.exec(trimmed);
  if (!match || !trimmed.endsWith('</div>')) return trimmed;
  const inner = trimmed.slice(match[0].length, -6);
  let depth = 0;
  for (const tag of inner.matchAll(/<(\/?)div\b/g)) {
    depth += tag[1] ? -1 : 1;
    if (depth < 0) return trimmed;
  }
  return inner.trim();
}

/** Atom 1.0 section 3.1.1 and 4.1.3.3: any media type that is neither text nor XML is base64. */
function isBase64(type: string, mode: string): boolean {
  if (mode === 'base64') return true;
  if (mode !== '' || !type.includes('/')) return false;
  return !type.startsWith('text/') && !/[+/]xml$/.test(type);
}

function decodeBase64(text: string): string | null {
  const compact = text.replace(/\s+/g, '');
  if (compact === '' || compact.length % 4 === 1 || !/^[A-Za-z0-9+/]+=*$/.test(compact)) return null;
  const bytes = Uint8Array.from(atob(compact.replace(/=+$/, '')), (char) => char.charCodeAt(0));
  return new TextDecoder().decode(bytes).trim();
}

const urlAttributes = new Set(['href', 'src', 'cite', 'longdesc', 'action', 'background', 'poster', 'data']);
const dropped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'link',
  'meta',
  'base',
  'frame',
  'frameset',
  'form',
]);

/** HTML without scripts, event attributes and embedded objects, its relative addresses made absolute. */
export function cleanHtml(html: string, base: string | null): string {
  let out = '';
  let hidden = 0;
  walkMarkup(
    withoutEmbeds(html),
    {
      open(name, attributes) {
        if (dropped.has(name)) hidden += 1;
        if (hidden > 0) return;
        out += `<${name}`;
        for (const key in attributes) {
          if (/^on|^style$/.test(key)) continue;
          const value = urlAttributes.has(key) ? resolveUrl(attributes[key]!, base) : attributes[key]!;
          if (!/^\s*(?:javascript|vbscript|data):/i.test(value)) out += ` ${key}="${escapeAttribute(value)}"`;
        }
        out += '>';
      },
      close(name, implied) {
        if (dropped.has(name)) hidden = Math.max(0, hidden - 1);
        else if (!implied && hidden === 0) out += `</${name}>`;
      },
      text(text) {
        if (hidden === 0) out += escapeHtml(text);
      },
    },
    { decodeEntities: true, limits: pageLimits },
  );
  return out;
}

/** A title on one line; null when nothing is left of it. */
export function titleText(construct: TextConstruct | null): string | null {
  const line = construct ? oneLine(construct.text) : '';
  return line === '' ? null : line;
}
