import { useEffect, useState } from 'preact/hooks';
import { connectionStore } from './connection.ts';

interface Entry {
  data: unknown;
  error: unknown;
  isLoading: boolean;
  /** What was fetched is no longer how things stand; the next reader fetches again. */
  isStale: boolean;
  listeners: Set<() => void>;
}

/** Chosen: the lists and pages of an hour's work; the oldest goes when a new one comes. */
const mostEntries = 200;
const entries = new Map<string, Entry>();

function entryOf(key: string): Entry {
  const known = entries.get(key);
  if (known) return known;
  const entry: Entry = {
    data: undefined,
    error: null,
    isLoading: false,
    isStale: true,
    listeners: new Set(),
  };
  entries.set(key, entry);
  for (const [old, { listeners }] of entries) {
    if (entries.size <= mostEntries) break;
    if (listeners.size === 0 && old !== key) entries.delete(old);
  }
  return entry;
}

const tell = (entry: Entry): void => {
  for (const listener of [...entry.listeners]) listener();
};

async function load(entry: Entry, fetcher: () => Promise<unknown>): Promise<void> {
  entry.isLoading = true;
  entry.isStale = false;
  tell(entry);
  try {
    entry.data = await fetcher();
    entry.error = null;
  } catch (error) {
    entry.error = error;
    entry.isStale = true;
  }
  entry.isLoading = false;
  tell(entry);
}

/** Everything whose key begins so is fetched again when it is next looked at; now, where it is on the page. */
export function invalidate(beginning = ''): void {
  for (const [key, entry] of entries) {
    if (!key.startsWith(beginning)) continue;
    entry.isStale = true;
    tell(entry);
  }
}

/** Forgets everything: another person or another unit must see nothing of it. */
export function forgetAll(): void {
  for (const entry of entries.values()) Object.assign(entry, { data: undefined, error: null, isStale: true });
  for (const entry of entries.values()) tell(entry);
}

export interface Answer<T> {
  data: T | undefined;
  error: unknown;
  isLoading: boolean;
  reload(): void;
}

/**
 * What `fetcher` gives, kept under `key` (the route and everything it depends on): shown at once when it is known, and
 * fetched again when it was invalidated. `null` fetches nothing.
 */
export function useApi<T>(key: string | null, fetcher: () => Promise<T>): Answer<T> {
  const [, draw] = useState({});
  const entry = key === null ? null : entryOf(key);
  useEffect(() => {
    if (!entry) return;
    const look = (): void => {
      draw({});
      if (entry.isStale && !entry.isLoading && entry.error === null) void load(entry, fetcher);
    };
    entry.listeners.add(look);
    entry.error = null;
    look();
    const stopListening = connectionStore.listen(() => {
      // Back again: what failed or came from what was kept is fetched anew.
      if (connectionStore.get().kind !== 'back') return;
      entry.error = null;
      entry.isStale = true;
      look();
    });
    return () => {
      entry.listeners.delete(look);
      stopListening();
    };
  }, [key]);
  return {
    data: entry?.data as T | undefined,
    error: entry?.error ?? null,
    isLoading: entry !== null && (entry.isLoading || (entry.data === undefined && entry.error === null)),
    reload() {
      if (!entry || entry.isLoading) return;
      void load(entry, fetcher);
    },
  };
}
