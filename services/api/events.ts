import { EventEmitter } from 'node:events';
import type { ChangeBus, ChangeEvent, NumberedChange } from '../../shared/ports/change-bus.ts';

export type { ChangeEvent };

/** Tells changes within this process; the newest 500 are kept for listeners that come back. */
export interface ChangeFeed {
  tell(event: ChangeEvent): void;
  /** Listens until the returned function is called. */
  listen(listener: (event: ChangeEvent, id: number) => void): () => void;
  /** Events after `id`; null when that is further back than what is kept. */
  since(id: number): { event: ChangeEvent; id: number }[] | null;
}

const kept = 500;

/** Keeps the newest changes and hands them on. */
function createRecent() {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  const recent: NumberedChange[] = [];
  let last = 0;
  return {
    next: () => last + 1,
    take(change: NumberedChange): void {
      // A stream that was lost with its server begins anew: who comes back later is told to read everything.
      if (change.id <= last) recent.length = 0;
      last = change.id;
      recent.push(change);
      if (recent.length > kept) recent.shift();
      emitter.emit('change', change);
    },
    listen: ((listener) => {
      const handle = ({ event, id }: NumberedChange): void => listener(event, id);
      emitter.on('change', handle);
      return () => emitter.off('change', handle);
    }) satisfies ChangeFeed['listen'],
    since(id: number): NumberedChange[] | null {
      const oldest = recent[0]?.id ?? last + 1;
      return id + 1 < oldest || id > last ? null : recent.filter((entry) => entry.id > id);
    },
  };
}

export function createChangeFeed(): ChangeFeed {
  const { next, take, listen, since } = createRecent();
  return { tell: (event) => take({ event, id: next() }), listen, since };
}

/** The changes of all processes; any of them may answer a listener that comes back. */
export async function followChanges(bus: ChangeBus): Promise<{ changes: ChangeFeed; stop(): Promise<void> }> {
  const { take, listen, since } = createRecent();
  const stop = await bus.follow(take);
  return { changes: { tell: (event) => void bus.tell([event]), listen, since }, stop };
}
