import { createStore, useStore } from '../stores/create-store.ts';

/** Where the reader is: the address without its origin, taken apart. */
export interface Place {
  path: string;
  query: URLSearchParams;
  /** After `#`; one-time tokens travel there, since it never reaches a server. */
  hash: string;
}

const read = (): Place => ({
  path: location.pathname.replace(/(.)\/+$/, '$1'),
  query: new URLSearchParams(location.search),
  hash: location.hash.slice(1),
});

export const placeStore = createStore<Place>(read());
export const usePlace = (): Place => useStore(placeStore);

/** Each step of the history has a number, under which its scroll position is kept. */
let step = typeof history.state === 'number' ? history.state : 0;
const scrolled = new Map<number, number>();

/** Goes to an address of the desk. `replace` leaves no step to go back to (filters). */
export function goTo(address: string, { replace = false } = {}): void {
  if (replace) history.replaceState(step, '', address);
  else {
    scrolled.set(step, scrollY);
    step += 1;
    history.pushState(step, '', address);
  }
  placeStore.set(read());
  if (!replace) scrollTo(0, 0);
}

/** The address of where one is with some parts of the query changed; null or an empty list takes one out. */
export function withQuery(changes: Record<string, string | readonly string[] | null>): string {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    const text = typeof value === 'string' ? value : (value?.join(',') ?? '');
    if (text === '') query.delete(name);
    else query.set(name, text);
  }
  const text = query.toString().replaceAll('%2C', ',');
  return location.pathname + (text ? `?${text}` : '');
}

export const setQuery = (changes: Record<string, string | readonly string[] | null>): void =>
  goTo(withQuery(changes), { replace: true });

/** The values of a list in the query. */
export const listIn = (query: URLSearchParams, name: string): string[] =>
  query.get(name)?.split(',').filter(Boolean) ?? [];

/** Links of the desk open within it; everything else is the browser's. */
function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link?.href || link.target || link.hasAttribute('download')) return;
  const { origin, pathname, search, hash } = new URL(link.href);
  if (origin !== location.origin || /^\/(v1|docs|klarifikasi|panduan)(\/|$)/.test(pathname)) return;
  if (pathname === location.pathname && search === location.search && hash) return;
  event.preventDefault();
  goTo(pathname + search + hash);
}

/** Begins to follow links and the browser's back and forward. */
export function startRouter(): void {
  history.scrollRestoration = 'manual';
  history.replaceState(step, '');
  document.addEventListener('click', followLink);
  window.addEventListener('popstate', ({ state }) => {
    scrolled.set(step, scrollY);
    step = typeof state === 'number' ? state : 0;
    placeStore.set(read());
    const wanted = scrolled.get(step) ?? 0;
    // The page is drawn from what is kept within the next frames.
    requestAnimationFrame(() => requestAnimationFrame(() => scrollTo(0, wanted)));
  });
}

/** `/isu/:number` and `/isu/ISU-2026-000001` → `{ number: 'ISU-2026-000001' }`; null where it does not fit. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const found: Record<string, string> = {};
  for (const [n, part] of wanted.entries()) {
    if (part.startsWith(':')) {
      try {
        found[part.slice(1)] = decodeURIComponent(given[n]!);
      } catch {
        return null;
      }
    } else if (part !== given[n]) return null;
  }
  return found;
}
