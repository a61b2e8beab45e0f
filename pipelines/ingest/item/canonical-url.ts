/** Parameters that say how a reader came, not what is read. */
const trackingNames = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid _ga _gl ' +
    '_hsenc _hsmi mkt_tok spm ncid cmpid xtor ref ref_src ref_url referrer rss feature share shared sharetype ' +
    'tag_from campaign_id amp outputtype output usqp amp_js_v s_cid wt_mc wtmc kd_medium from_social'
  ).split(' '),
);
const trackingStarts = ['utm_', 'at_', 'pk_', 'mtm_', 'hsa_', 'ga_', 'vero_', '__twitter', 'fb_'];
const siteNames = new Set(['www', 'm', 'amp', 'mobile', 'wap', 'touch']);

/**
 * One address for the same page, however it was linked: without tracking parameters, AMP and mobile variants, a
 * trailing slash or index page, fragment, `www` or plain http. It names the page (an item's id is its hash); it need
 * not be the best address to open.
 * @returns null when the text is no http address
 */
export function canonicalUrl(address: string): string | null {
  const url = unwrapRedirect(URL.parse(address.trim()));
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.hash = url.hash.startsWith('#!') ? url.hash : '';
  url.username = '';
  url.password = '';
  const named = /[a-z]/i.test(url.hostname) && !url.hostname.startsWith('[');
  if (named && url.port === '') url.protocol = 'https:';
  if (named) url.hostname = desktopHost(url.hostname);
  url.pathname = cleanPath(url.pathname);
  url.search = cleanQuery(url.searchParams);
  return url.href;
}

/** The same, but still the address to open: only what follows the reader is taken off. */
export function withoutTracking(address: string): string {
  const url = unwrapRedirect(URL.parse(address.trim()));
  if (!url) return address.trim();
  for (const name of [...url.searchParams.keys()]) if (isTracking(name)) url.searchParams.delete(name);
  url.hash = url.hash.startsWith('#!') ? url.hash : '';
  return url.href;
}

/** Google's wrapped links (Alerts, AMP viewer, AMP cache) carry the real one inside. */
function unwrapRedirect(url: URL | null): URL | null {
  if (!url) return null;
  if (/(^|\.)google\.[a-z.]+$/.test(url.hostname)) {
    const inner = url.pathname === '/url' ? (url.searchParams.get('url') ?? url.searchParams.get('q')) : null;
    if (inner) return URL.parse(inner) ?? url;
    const viewer = /^\/amp\/(s\/)?(.+)$/.exec(url.pathname);
    if (viewer) return URL.parse(`http${viewer[1] ? 's' : ''}://${viewer[2]}${url.search}`) ?? url;
  }
  if (url.hostname.endsWith('.cdn.ampproject.org')) {
    const cached = /^\/[cvi](?:\/s)?\/(.+)$/.exec(url.pathname);
    if (cached) return URL.parse(`https://${cached[1]}${url.search}`) ?? url;
  }
  return url;
}

function desktopHost(host: string): string {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  while (labels.length > 2 && siteNames.has(labels[0]!)) labels.shift();
  return labels.join('.');
}

function cleanPath(path: string): string {
  const cleaned = path
    .replace(/\/{2,}/g, '/')
    .replace(/\/amp(?=\/|$)/i, '')
    .replace(/\.amp(?=\.html?$|$)/i, '')
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '/');
  return cleaned.length > 1 ? cleaned.replace(/\/+$/, '') || '/' : '/';
}

function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return trackingNames.has(lower) || trackingStarts.some((start) => lower.startsWith(start));
}

function cleanQuery(parameters: URLSearchParams): string {
  const kept = [...parameters].filter(([name, value]) => {
    if (isTracking(name)) return false;
    // "All pages on one" and Blogger's mobile switch show the same article.
    return !((name === 'page' && value === 'all') || (name === 'm' && (value === '0' || value === '1')));
  });
  kept.sort(([a, av], [b, bv]) => (a === b ? (av < bv ? -1 : 1) : a < b ? -1 : 1));
  return new URLSearchParams(kept).toString();
}

/**
 * A key for feeds whose links are redirects (Google News): the same headline by the same outlet is the same article.
 * The outlet's name at the headline's end is taken off first.
 */
export function titleSourceKey(title: string, source: string | null): string {
  const outlet = source ?? /\s[-–|]\s([^-–|]{2,60})$/.exec(title)?.[1] ?? '';
  const bare = outlet !== '' && title.endsWith(outlet) ? title.slice(0, -outlet.length) : title;
  return `${wordsOf(bare)}|${wordsOf(outlet.replace(/^https?:\/\/(www\.)?/, '').replace(/\.(com|co\.id|id|net|org)$/, ''))}`;
}

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
