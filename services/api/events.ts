import { EventEmitter } from 'node:events';

/** What changed, told to everyone who listens at /v1/events. */
export interface ChangeEvent {
  kind: 'issue.changed' | 'alert.raised' | 'source.changed' | 'message.delivered';
  /** Epoch ms. */
  at: number;
  id: string;
  unit: string;
}

/** Tells changes within this process; the newest 500 are kept for listeners that come back. */
export interface ChangeFeed {
  tell(event: ChangeEvent): void;
  /** Listens until the returned function is called. */
  listen(listener: (event: ChangeEvent, id: number) => void): () => void;
  /** Events after `id`; null when that is further back than what is kept. */
  since(id: number): { event: ChangeEvent; id: number }[] | null;
}

const kept = 500;

export function createChangeFeed(): ChangeFeed {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  const recent: { event: ChangeEvent; id: number }[] = [];
  let last = 0;
  return {
    tell(event) {
      const entry = { event, id: ++last };
      recent.push(entry);
      if (recent.length > kept) recent.shift();
      emitter.emit('change', entry);
    },
    listen(listener) {
      const handle = ({ event, id }: { event: ChangeEvent; id: number }): void => listener(event, id);
      emitter.on('change', handle);
      return () => emitter.off('change', handle);
    },
    since(id) {
      const oldest = recent[0]?.id ?? last + 1;
      return id + 1 < oldest || id > last ? null : recent.filter((entry) => entry.id > id);
    },
  };
}
