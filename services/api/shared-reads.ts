import type { FastifyInstance } from 'fastify';
import type { Scope } from '../../shared/domain/unit.ts';
import type { ChangeFeed } from './events.ts';

/**
 * One reading for all who ask the same at once: when an alert goes out, a hundred desks ask for the same feed within a
 * second. Nothing is kept for later: a reading is shared with those who come while it is under way, and with those whose
 * request waited in the same turn of the event loop. One that was begun before a change is not shared after it.
 */
export interface SharedReads {
  /** What `read` gives; it may depend on the address of the request and the scope alone. */
  of<T>(url: string, scope: Scope, read: () => Promise<T>): Promise<T>;
}

export function createSharedReads(app: FastifyInstance, changes: Pick<ChangeFeed, 'listen'>): SharedReads {
  const underWay = new Map<string, Promise<unknown>>();
  const forget = (): void => underWay.clear();
  const stop = changes.listen(forget);
  app.addHook('onClose', async () => stop());
  app.addHook('onSend', async ({ method }) => {
    if (method !== 'GET' && method !== 'HEAD') forget();
  });
  return {
    of<T>(url: string, scope: Scope, read: () => Promise<T>): Promise<T> {
      const key = `${JSON.stringify(scope)} ${url}`;
      const found = underWay.get(key) as Promise<T> | undefined;
      if (found) return found;
      const reading = read();
      const end = (): void =>
        void setImmediate(() => {
          if (underWay.get(key) === reading) underWay.delete(key);
        });
      reading.then(end, end);
      underWay.set(key, reading);
      return reading;
    },
  };
}
