import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'undici';
import type { Stream, StreamOptions } from '../../../shared/ports/stream.ts';
import { createGuardedAgent } from './guarded-agent.ts';
import { createAddressCheck } from './public-address.ts';

export interface ResumingSocketOptions<Cursor> extends StreamOptions<Cursor> {
  allowAddresses?: readonly string[];
  contact: string;
  sleep?: (ms: number) => Promise<void>;
  /** First pause before connecting again; doubles up to `maxPauseMs`. */
  pauseMs?: number;
  maxPauseMs?: number;
  /** Messages waiting at most before the connection is dropped and resumed later: memory stays bounded. */
  maxWaiting?: number;
}

/** Longest message taken; a Jetstream event is below 10 kB. */
const maxMessageLength = 1_000_000;

/**
 * A subscription that goes on where it was after every loss: messages are handled one by one in order, the cursor moves
 * only behind handled ones, and the same address checks as for every request hold.
 */
export function openResumingSocket<Cursor>(options: ResumingSocketOptions<Cursor>): Stream<Cursor> {
  const stopped = new AbortController();
  const sleep =
    options.sleep ?? ((ms: number) => wait(ms, undefined, { signal: stopped.signal }).catch(() => {}));
  const agent = createGuardedAgent({
    isAllowed: createAddressCheck(options.allowAddresses),
    connectTimeoutMs: 10_000,
    headersTimeoutMs: 15_000,
  });
  let { cursor } = options;
  let closed = false;
  let attempt = 0;
  /** Ends the present connection without waiting for the other side's farewell. */
  let leave: () => void = () => {};

  const listen = (): Promise<string> =>
    new Promise((resolve) => {
      const waiting: string[] = [];
      let working = false;
      const current = new WebSocket(options.url(cursor), {
        dispatcher: agent,
        headers: { 'user-agent': `SaringBot/1.0 (+${options.contact})`, ...options.headers },
      });
      let idle: NodeJS.Timeout | undefined;
      const end = (reason: string): void => {
        clearTimeout(idle);
        waiting.length = 0; // not handled, so they come again behind the cursor
        current.close();
        resolve(reason);
      };
      leave = () => end('left');
      const heard = (): void => {
        clearTimeout(idle);
        if (options.idleMs !== undefined) idle = setTimeout(() => end('silent'), options.idleMs);
      };
      heard();
      const work = async (): Promise<void> => {
        working = true;
        try {
          for (let text = waiting.shift(); text !== undefined && !closed; text = waiting.shift()) {
            cursor = (await options.onMessage(text)) ?? cursor;
            attempt = 0;
          }
        } catch (error) {
          end(String(error));
        }
        working = false;
      };
      current.addEventListener('open', () => options.onOpen?.());
      current.addEventListener('message', ({ data }) => {
        heard();
        if (typeof data !== 'string' || data.length > maxMessageLength) return;
        waiting.push(data);
        if (waiting.length > (options.maxWaiting ?? 10_000)) end('too many messages waiting');
        if (!working) void work();
      });
      current.addEventListener('error', (event) => end(event.message || 'connection refused'));
      current.addEventListener('close', (event) => end(`closed ${event.code}`));
    });

  const run = (async () => {
    while (!closed) {
      const reason = await listen();
      if (closed) return;
      attempt += 1;
      options.onLost?.(attempt, reason);
      await sleep(
        Math.min((options.pauseMs ?? 1_000) * 2 ** Math.min(attempt - 1, 10), options.maxPauseMs ?? 60_000),
      );
    }
  })();

  return {
    cursor: () => cursor,
    async close() {
      closed = true;
      stopped.abort();
      leave();
      await agent.destroy();
      await run;
    },
  };
}
