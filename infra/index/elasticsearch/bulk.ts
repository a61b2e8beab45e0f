import { setTimeout as wait } from 'node:timers/promises';
import { type Client, errors } from '@elastic/elasticsearch';
import { IndexUnavailable } from '../../../shared/ports/item-index.ts';
import { translated } from './connect-elasticsearch.ts';

/** One line of a bulk; `body` is absent for a removal. */
export interface BulkStep {
  action: Record<string, object>;
  body?: object;
}

export interface BulkOutcome {
  status: number;
  /** The index that an alias led to. */
  index: string;
  /** Empty when it went through. */
  error: string;
  reason: string;
}

export type Bulk = (steps: readonly BulkStep[]) => Promise<BulkOutcome[]>;

/** Requests of one process at a time: a third one would only wait inside the server, where it costs memory. */
const atOnce = 2;
/** Steps of one request: three batches of the pipeline, some 2 MB of articles. */
const stepsPerRequest = 600;
/** 0.1, 0.2 … 3.2 s: some seconds in all; then the job's own back-off takes over, and the status says that work waits. */
const tries = 7;
const firstWaitMs = 100;

/**
 * Bulk writes that wait when the server is full (429) and repeat only what it refused; results in the order of `steps`.
 * @throws IndexUnavailable when it stays full, or takes no writes at all
 */
export function createBulk(client: Client, random: () => number): Bulk {
  const gate = createGate(atOnce);
  return async (steps) => {
    const outcomes: BulkOutcome[] = [];
    for (let at = 0; at < steps.length; at += stepsPerRequest)
      outcomes.push(...(await gate(() => persist(client, steps.slice(at, at + stepsPerRequest), random))));
    return outcomes;
  };
}

async function persist(
  client: Client,
  steps: readonly BulkStep[],
  random: () => number,
): Promise<BulkOutcome[]> {
  const outcomes: BulkOutcome[] = [];
  let open = steps.map((_, n) => n);
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt === tries)
      throw new IndexUnavailable(`Elasticsearch stays full: it refused a bulk ${tries} times in a row`);
    if (attempt > 0) await wait(firstWaitMs * 2 ** (attempt - 1) * (0.5 + random()));
    const answered = await send(
      client,
      open.map((n) => steps[n]!),
    );
    if (answered === 'full') continue;
    for (const [at, outcome] of answered.entries()) outcomes[open[at]!] = outcome;
    open = open.filter((n) => outcomes[n]!.status === 429);
  }
  const blocked = outcomes.find((outcome) => outcome.error === 'cluster_block_exception');
  if (blocked) throw new IndexUnavailable(`Elasticsearch takes no writes: ${blocked.reason}`);
  return outcomes;
}

async function send(client: Client, steps: readonly BulkStep[]): Promise<BulkOutcome[] | 'full'> {
  try {
    const operations = steps.flatMap(({ action, body }) => (body ? [action, body] : [action]));
    const { items } = await client.bulk({ operations });
    return items.map((item) => {
      const [result] = Object.values(item);
      const { status, _index: index, error } = result!;
      return {
        status,
        index,
        error: error?.type ?? '',
        reason: error?.caused_by?.reason ?? error?.reason ?? '',
      };
    });
  } catch (error) {
    if (error instanceof errors.ResponseError && error.statusCode === 429 && !isBlock(error)) return 'full';
    throw translated(error);
  }
}

const isBlock = (error: errors.ResponseError): boolean => /cluster_block_exception/.test(error.message);

/** Lets `limit` pieces of work run at once, the others in order of asking. */
function createGate(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running >= limit) await new Promise<void>((resolve) => queue.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
