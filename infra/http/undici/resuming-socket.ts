import { setTimeout } from 'node:timers/promises';
import { WebSocket } from 'undici';
import { createGuardedAgent } from './guarded-agent.ts';
import { createAddressCheck } from './public-address.ts';

export interface ResumingSocketOptions<Cursor> {
  /** The address to subscribe at, to go on from a cursor. */
  url(cursor: Cursor | null): string;
  cursor: Cursor | null;
  /**
   * One message. What it throws ends the connection and the message comes again, so nothing is lost.
   * @returns where to go on from after this message; null when it says nothing about that
   */
  onMessage(text: string): Cursor | null | Promise<Cursor | null>;
  /** The connection was lost or refused; `attempt` counts since the last message. */
  onLost?(attempt: number, reason: string): void;
  allowAddresses?: readonly string[];
  contact: string;
  sleep?: (ms: number) => Promise<void>;
  /** First pause before connecting again; doubles up to `maxPauseMs`. */
  pauseMs?: number;
  maxPauseMs?: number;
  /** Messages waiting at most before the connection is dropped and resumed later: memory stays bounded. */
  maxWaiting?: number;
}

export interface ResumingSocket<Cursor> {
  cursor(): Cursor | null;
  close(): Promise<void>;
}

/** Longest message taken; a Jetstream event is below 10 kB. */
const maxMessageLength = 1_000_000;

/**
 * A subscription that goes on where it was after every loss: messages are handled one by one in order, the cursor moves
 * only behind handled ones, and the same address checks as for every request hold.
 */
export function openResumingSocket<Cursor>(options: ResumingSocketOptions<Cursor>): ResumingSocket<Cursor> {
  const sleep = options.sleep ?? ((ms: number) => setTimeout(ms));
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
        headers: { 'user-agent': `SaringBot/1.0 (+${options.contact})` },
      });
      leave = () => {
        current.close();
        resolve('left');
      };
      const work = async (): Promise<void> => {
        working = true;
        try {
          for (let text = waiting.shift(); text !== undefined && !closed; text = waiting.shift()) {
            cursor = (await options.onMessage(text)) ?? cursor;
            attempt = 0;
          }
        } catch (error) {
          waiting.length = 0;
          current.close();
          resolve(String(error));
        }
        working = false;
      };
      current.addEventListener('message', ({ data }) => {
        if (typeof data !== 'string' || data.length > maxMessageLength) return;
        waiting.push(data);
        if (waiting.length > (options.maxWaiting ?? 10_000)) {
          waiting.length = 0;
          current.close();
        }
        if (!working) void work();
      });
      current.addEventListener('error', (event) => resolve(event.message || 'connection refused'));
      current.addEventListener('close', (event) => resolve(`closed ${event.code}`));
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
      leave();
      await agent.destroy();
      await run;
    },
  };
}
