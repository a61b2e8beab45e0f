import type { Item } from '../../shared/domain/item.ts';
import type { Source } from '../../shared/domain/source.ts';
import type { Clock, Ids } from '../../shared/ports/clock.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { OpenStream, Stream } from '../../shared/ports/stream.ts';
import { SettingsRefused } from '../ingest/connectors/connector.ts';
import { postsToItems } from '../ingest/connectors/json-api.ts';
import type { SocialPost } from '../ingest/item/post-to-item.ts';
import { type SourceStream, streamOf } from '../ingest/streams/source-stream.ts';
import { healthOf, rememberVisit } from './remember-visit.ts';

export interface StreamsDeps {
  records: Records;
  index: Pick<ItemIndex, 'known'>;
  clock: Clock;
  ids: Ids;
  openStream: OpenStream;
  secrets: Readonly<Record<string, string>>;
  pseudonymise(name: string): string;
  /** Makes items safe: only then the stored cursor moves on. */
  deliver(items: readonly Item[]): Promise<void>;
  /** Asks a source at once, where its stream cannot say what it missed. */
  poll(sourceId: string): Promise<void>;
}

/** Keeps every stream of the sources open. Not in here: the timers; whoever runs it calls `sync` and `flush`. */
export interface StreamRunner {
  /** Opens what is new, closes what was switched off, reopens what was changed. */
  sync(sources: readonly Source[]): Promise<void>;
  /** Delivers what came and stores the cursors behind it. */
  flush(): Promise<void>;
  /** Sources that are listened to at present. */
  open(): string[];
  stop(): Promise<void>;
}

interface Running {
  source: Source;
  /** Tells a changed source from the same one. */
  key: string;
  spec: SourceStream;
  stream: Stream<number>;
  posts: SocialPost[];
  /** Behind what was delivered and stored, and when. */
  stored: number | null;
  storedAt: number;
  tail: Promise<void>;
  lost: { attempt: number; reason: string } | null;
  isLostStored: boolean;
}

/** Posts held in memory at most; beyond it the stream waits until they are safe. */
const maxHeld = 500;
/** A cursor alone is worth a write this often: after a crash at most so much is read again. */
const cursorEveryMs = 15_000;
/** Tries in a row before a source counts as failing; instances restart. */
const lostAttempts = 3;

export function createStreamRunner(deps: StreamsDeps): StreamRunner {
  const running = new Map<string, Running>();

  const close = async (one: Running): Promise<void> => {
    running.delete(one.source.id);
    await one.stream.close();
    await flushOne(one, deps);
  };
  return {
    async sync(sources) {
      const wanted = new Map(sources.filter(({ enabled }) => enabled).map((source) => [source.id, source]));
      for (const one of [...running.values()]) {
        const source = wanted.get(one.source.id);
        if (!source || JSON.stringify(source) !== one.key) await close(one);
      }
      for (const source of wanted.values()) {
        if (running.has(source.id)) continue;
        const opened = await openOne(source, deps);
        if (opened) running.set(source.id, opened);
      }
    },
    async flush() {
      for (const one of running.values()) await flushOne(one, deps);
    },
    open: () => [...running.keys()],
    async stop() {
      for (const one of [...running.values()]) await close(one);
    },
  };
}

async function openOne(source: Source, deps: StreamsDeps): Promise<Running | null> {
  const before = await healthOf(deps.records, source, deps.clock.now());
  try {
    const spec = streamOf(source, deps.secrets);
    if (!spec) return null;
    const kept = Number(before.cursor['streamUs'] ?? 0);
    const from = spec.fillsGaps && kept > 0 ? kept : null;
    return listen(source, spec, from, deps);
  } catch (error) {
    if (!(error instanceof SettingsRefused)) throw error;
    if (before.error !== error.reason) await fail(source, 'settings_refused', error.reason, deps);
    return null;
  }
}

function listen(source: Source, spec: SourceStream, from: number | null, deps: StreamsDeps): Running {
  const one: Omit<Running, 'stream'> & { stream?: Stream<number> } = {
    source,
    key: JSON.stringify(source),
    spec,
    posts: [],
    stored: from,
    storedAt: 0,
    tail: Promise.resolve(),
    lost: null,
    isLostStored: false,
  };
  let opened = false;
  one.stream = deps.openStream<number>({
    url: spec.url,
    headers: spec.headers,
    cursor: from,
    ...(spec.idleMs === null ? {} : { idleMs: spec.idleMs }),
    async onMessage(text) {
      const { cursor, post } = spec.read(text);
      if (post) one.posts.push(post);
      if (one.posts.length >= maxHeld) await flushOne(one as Running, deps);
      return cursor;
    },
    onOpen() {
      one.lost = null;
      // What was written while nobody listened is only there for those who ask.
      if (opened && !spec.fillsGaps) void deps.poll(source.id).catch(() => {});
      opened = true;
    },
    onLost(attempt, reason) {
      one.lost = { attempt, reason };
    },
  });
  return one as Running;
}

const fail = async (source: Source, code: string, explanation: string, deps: StreamsDeps): Promise<void> => {
  const before = await healthOf(deps.records, source, deps.clock.now());
  const seen = { at: deps.clock.now(), ok: false as const, code, httpStatus: null, explanation };
  const drop = { stage: 'collect' as const, code, detail: explanation, subject: source.url };
  await rememberVisit(deps, source, before, seen, [drop]);
};

/** One at a time for each stream: a cursor must never be stored before what lies in front of it is safe. */
function flushOne(one: Running, deps: StreamsDeps): Promise<void> {
  const turn = one.tail.then(() => flushNow(one, deps));
  one.tail = turn.catch(() => {});
  return turn;
}

/** Items first, then the cursor behind them: what is lost in between comes again. */
async function flushNow(one: Running, deps: StreamsDeps): Promise<void> {
  const { source, spec } = one;
  const cursor = one.stream?.cursor() ?? null;
  const posts = one.posts.splice(0);
  const now = deps.clock.now();
  if (posts.length === 0 && cursor === one.stored) return tellLost(one, deps);
  if (posts.length === 0 && now - one.storedAt < cursorEveryMs) return;
  const { items, drops } = postsToItems(posts, { source, now, pseudonymise: deps.pseudonymise });
  try {
    const known = await deps.index.known(items.map(({ id }) => id));
    const fresh = items.filter(({ id }) => !known.has(id));
    if (fresh.length > 0) await deps.deliver(fresh);
    const before = await healthOf(deps.records, source, now);
    const own = spec.fillsGaps && cursor !== null ? { streamUs: cursor } : {};
    const seen = { at: now, ok: true as const, newItems: fresh.length, cursor: { ...before.cursor, ...own } };
    await rememberVisit(deps, source, before, seen, drops);
    one.stored = cursor;
    one.storedAt = now;
    one.isLostStored = false;
  } catch (error) {
    one.posts.unshift(...posts);
    throw error;
  }
}

async function tellLost(one: Running, deps: StreamsDeps): Promise<void> {
  if (!one.lost || one.lost.attempt < lostAttempts || one.isLostStored) return;
  const explanation = `Aliran terputus dan belum tersambung lagi (${one.lost.reason.slice(0, 100)}).`;
  for (let n = 0; n < lostAttempts; n += 1) await fail(one.source, 'stream_lost', explanation, deps);
  one.isLostStored = true;
}
