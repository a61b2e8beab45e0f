import { createStore } from '../stores/create-store.ts';

/** `away`: no answer since `since`. `stale`: shows what was kept at `since`, since the server is away. */
export type Connection = { kind: 'here' } | { kind: 'away' | 'back'; since: number };

export const connectionStore = createStore<Connection>({ kind: 'here' });
/** When what is shown was fetched, where it came from what the browser kept. */
export const keptStore = createStore<number | null>(null);

/** How long "connected again" is said. */
const backMs = 4_000;

export function serverIsAway(): void {
  if (connectionStore.get().kind !== 'away') connectionStore.set({ kind: 'away', since: Date.now() });
}

export function serverAnswered(): void {
  if (connectionStore.get().kind !== 'away') return;
  connectionStore.set({ kind: 'back', since: Date.now() });
  keptStore.set(null);
  setTimeout(() => {
    if (connectionStore.get().kind === 'back') connectionStore.set({ kind: 'here' });
  }, backMs);
}
