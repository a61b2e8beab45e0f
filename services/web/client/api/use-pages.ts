import { useEffect, useRef, useState } from 'preact/hooks';
import { useApi } from './use-api.ts';

export interface Page<Row> {
  rows: readonly Row[];
  /** Asks for what comes after; null at the end. */
  next: string | null;
  /** Of all rows, where the API counts them. */
  total?: number;
}

export interface Pages<Row> {
  /** Of all pages read so far; undefined until the first one is there. */
  rows: readonly Row[] | undefined;
  total: number | undefined;
  error: unknown;
  hasMore: boolean;
  isMoreComing: boolean;
  /** Reads the next page behind what is there. */
  more(): void;
  reload(): void;
}

/**
 * A list that is read page by page. The first page is kept like any answer of the API; when it is read anew, the list
 * begins with it again, as far as it was read before.
 */
export function usePages<Row>(
  key: string | null,
  fetchPage: (cursor: string | undefined) => Promise<Page<Row>>,
): Pages<Row> {
  const first = useApi(key, () => fetchPage(undefined));
  const [later, setLater] = useState<readonly Page<Row>[]>([]);
  const [error, setError] = useState<unknown>(null);
  const isComing = useRef(false);
  const [isMoreComing, setIsMoreComing] = useState(false);
  const head = first.data;
  const now = useRef(head);
  now.current = head;
  useEffect(() => {
    setLater([]);
    setError(null);
  }, [head]);
  const next = (later.at(-1) ?? head)?.next ?? null;
  const more = (): void => {
    if (next === null || isComing.current) return;
    isComing.current = true;
    setIsMoreComing(true);
    fetchPage(next)
      .then(
        (page) => {
          // What came for a list that was read anew meanwhile is not put behind it.
          if (now.current === head) setLater((pages) => [...pages, page]);
          setError(null);
        },
        (problem: unknown) => setError(problem),
      )
      .finally(() => {
        isComing.current = false;
        setIsMoreComing(false);
      });
  };
  return {
    rows: head && [head, ...later].flatMap(({ rows }) => rows),
    total: head?.total,
    error: first.error ?? error,
    hasMore: next !== null,
    isMoreComing,
    more,
    reload: first.reload,
  };
}
