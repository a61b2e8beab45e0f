import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { onChange } from '../../api/live.ts';
import { useApi } from '../../api/use-api.ts';

export type Issue = components['schemas']['Issue'];
export type Glance = components['schemas']['IssueGlance'];

export interface FeedQuery {
  level: string[];
  topic: string[];
  state: string[];
  tone: string;
  text: string;
  unit: string[];
  sort: 'priority' | 'newest';
}

interface Batch {
  issues: Issue[];
  total: number;
  nextCursor: string | null;
}

/** Two batches of ten: what a screen shows and the next one. */
const pageSize = 20;
/** Changes come in bursts (a collection of a hundred items): one look afterwards. */
const settleMs = 2_000;

const tones = ['positive', 'neutral', 'negative'] as const;
const toneOf = (given: string) => {
  const tone = tones.find((one) => one === given);
  return tone ? { tone } : {};
};
const listed = (name: string, values: readonly string[]) =>
  values.length > 0 ? { [name]: values.join(',') } : {};

function fetchBatch(
  { level, topic, state, tone, text, unit, sort }: FeedQuery,
  cursor?: string,
): Promise<Batch> {
  const query = {
    sort,
    limit: pageSize,
    ...listed('level', level),
    ...listed('topic', topic),
    ...listed('state', state),
    ...listed('unit', unit),
    ...toneOf(tone),
    ...(text ? { text } : {}),
    ...(cursor ? { cursor } : {}),
  };
  return bodyOf(api.GET('/v1/issues', { params: { query } }));
}

async function fetchGlances(issues: readonly Issue[]): Promise<Map<string, Glance>> {
  if (issues.length === 0) return new Map();
  const query = { issue: issues.map(({ id }) => id).join(',') };
  const { glances } = await bodyOf(api.GET('/v1/issue-glances', { params: { query } }));
  return new Map(glances.map((glance) => [glance.issue, glance]));
}

/** Further batches by the first one they follow, so that going back finds them. */
const further = new WeakMap<Batch, Batch[]>();
const glancesOf = new WeakMap<Batch, Map<string, Glance>>();

export interface Feed {
  issues: readonly Issue[];
  glances: ReadonlyMap<string, Glance>;
  total: number;
  error: unknown;
  isLoading: boolean;
  /** What came meanwhile; null while nothing did. Nothing of it is shown before `show`. */
  news: { fresh: number; changed: number } | null;
  show(): void;
  loadMore(): void;
  reload(): void;
}

/** What is different for a reader: not every counted item. */
const faceOf = ({ title, state, owner, risk, counts }: Issue): string =>
  [title, state, owner, risk.level, counts.items].join('|');

/**
 * The queue for a query: first batch, further ones, the figures beside each, and what changed since; with `only`, just
 * those issues.
 */
export function useFeed(query: FeedQuery, only: readonly Issue[] | null = null): Feed {
  const key = only
    ? `/v1/issues?only=${only.map(({ id }) => id).join()}`
    : `/v1/issues?${JSON.stringify(query)}`;
  const first = useApi(key, () =>
    only ? Promise.resolve({ issues: [...only], total: only.length, nextCursor: null }) : fetchBatch(query),
  );
  const [, draw] = useState({});
  const [waiting, setWaiting] = useState<{ fresh: number; changed: number } | null>(null);
  const isMoreComing = useRef(false);
  const batches = first.data ? [first.data, ...(further.get(first.data) ?? [])] : [];
  const issues = batches.flatMap((batch) => batch.issues);
  const shown = useRef(issues);
  shown.current = issues;

  useEffect(() => {
    for (const batch of batches)
      if (!glancesOf.has(batch)) {
        glancesOf.set(batch, new Map());
        fetchGlances(batch.issues).then(
          (found) => {
            glancesOf.set(batch, found);
            draw({});
          },
          () => glancesOf.delete(batch),
        );
      }
  }, [first.data, batches.length]);

  useEffect(() => {
    setWaiting(null);
    if (only) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const look = async (): Promise<void> => {
      timer = null;
      const batch = await fetchBatch(query).catch(() => null);
      if (!batch) return;
      const faces = new Map(shown.current.map((issue) => [issue.id, faceOf(issue)]));
      const fresh = batch.issues.filter(({ id }) => !faces.has(id)).length;
      const changed = batch.issues.filter(
        (issue) => (faces.get(issue.id) ?? faceOf(issue)) !== faceOf(issue),
      ).length;
      setWaiting(fresh + changed > 0 ? { fresh, changed } : null);
    };
    const stop = onChange(({ kind }) => {
      if (kind !== 'issue.changed' && kind !== 'reset') return;
      timer ??= setTimeout(() => void look(), settleMs);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [key]);

  const loadMore = useCallback(() => {
    const cursor = batches.at(-1)?.nextCursor;
    if (!first.data || !cursor || isMoreComing.current) return;
    const head = first.data;
    isMoreComing.current = true;
    fetchBatch(query, cursor)
      .then((batch) => {
        further.set(head, [...(further.get(head) ?? []), batch]);
        draw({});
      })
      .catch(() => {})
      .finally(() => {
        isMoreComing.current = false;
      });
  }, [first.data, batches.length]);

  const glances = new Map(batches.flatMap((batch) => [...(glancesOf.get(batch) ?? [])]));
  const show = (): void => {
    setWaiting(null);
    first.reload();
  };
  return {
    issues,
    glances,
    total: first.data?.total ?? 0,
    error: first.error,
    isLoading: first.isLoading && !first.data,
    news: waiting,
    show,
    loadMore,
    reload: first.reload,
  };
}
