/** Version and link of an item, as this process wrote them a moment ago. */
export interface RecentState {
  version: number;
  linked: boolean;
}

export interface RecentWrites {
  get(id: string): RecentState | undefined;
  put(id: string, version: number, linked: boolean): void;
  linked(id: string): void;
  forget(id: string): void;
  clear(): void;
}

/** Twice the time within which an index shows a write to every search; later the search knows better. */
const keptMs = 4_000;
const mostKept = 50_000;

/**
 * What this process wrote lately. A read by id of a document that was written a moment ago makes Elasticsearch refresh,
 * which in a stream of writes costs as much as the writes; this answers instead.
 */
export function createRecentWrites(now: () => number = () => performance.now()): RecentWrites {
  const kept = new Map<string, RecentState & { at: number }>();
  const keep = (id: string, state: RecentState): void => {
    kept.delete(id);
    kept.set(id, { ...state, at: now() });
    for (const [oldest, { at }] of kept) {
      if (kept.size <= mostKept && now() - at < keptMs) break;
      kept.delete(oldest);
    }
  };
  return {
    get(id) {
      const found = kept.get(id);
      return found && now() - found.at < keptMs ? found : undefined;
    },
    put: (id, version, linked) => keep(id, { version, linked: linked || (kept.get(id)?.linked ?? false) }),
    linked: (id) => keep(id, { version: kept.get(id)?.version ?? 1, linked: true }),
    forget: (id) => void kept.delete(id),
    clear: () => kept.clear(),
  };
}
