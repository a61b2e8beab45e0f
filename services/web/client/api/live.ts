import { serverAnswered, serverIsAway } from './connection.ts';
import { sessionStore } from './session.ts';

/** What the server tells of a change. */
export interface LiveChange {
  kind: string;
  /** Of what changed. */
  id: string;
  unit: string;
}

type Heard = (change: LiveChange) => void;
const listeners = new Set<Heard>();
/** One connection for the whole desk, as long as somebody is signed in. */
let source: EventSource | null = null;
/** Names of events; `reset` says that changes were missed. */
const kinds = ['issue.changed', 'alert.raised', 'source.changed', 'message.delivered', 'reset'];
let extraKinds: string[] = [];
/** A connection that the server refused is tried again by us; the browser only does so for one that broke. */
const againMs = 5_000;

const tell = (event: MessageEvent<string>): void => {
  const change = { id: '', unit: '', ...JSON.parse(event.data), kind: event.type } as LiveChange;
  for (const heard of [...listeners]) heard(change);
};

function connect(): void {
  const state = sessionStore.get();
  if (source || state.kind !== 'in' || state.session.needsSecondFactor) return;
  const opened = new EventSource('/v1/events');
  source = opened;
  for (const kind of [...kinds, ...extraKinds]) opened.addEventListener(kind, tell);
  opened.addEventListener('open', serverAnswered);
  opened.addEventListener('error', () => {
    if (opened.readyState !== EventSource.CLOSED) return serverIsAway();
    disconnect();
    setTimeout(connect, againMs);
  });
}

function disconnect(): void {
  source?.close();
  source = null;
}

/** Follows the session: on while somebody is signed in. */
export function startLive(): void {
  sessionStore.listen(() => (sessionStore.get().kind === 'in' ? connect() : disconnect()));
  connect();
}

/** Hears changes until the returned function is called; `more` are kinds beyond the usual ones. */
export function onChange(heard: Heard, more: readonly string[] = []): () => void {
  const added = more.filter((kind) => !kinds.includes(kind) && !extraKinds.includes(kind));
  extraKinds = [...extraKinds, ...added];
  for (const kind of added) source?.addEventListener(kind, tell as (event: Event) => void);
  listeners.add(heard);
  return () => listeners.delete(heard);
}
