import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

interface Props<Row> {
  rows: readonly Row[];
  keyOf(row: Row): string;
  draw(row: Row, index: number): ComponentChildren;
  /** What a row is likely to be high, in px, until it was seen. */
  estimate: number;
  label: string;
  /** Called when the end comes near. */
  onEnd?: () => void;
  /** Always drawn, so that the keyboard can reach it: index of the chosen row. */
  chosen?: number;
}

/** Screens drawn above and below the one seen. */
const overscanPx = 600;

/** The first index whose bottom lies below `y`. */
function indexAt(tops: readonly number[], y: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tops[middle + 1]! > y) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * A list of any length in the page's own scroll: only the rows near the screen are there. Heights are measured once a
 * row was seen, and the rows above keep their place when one changes.
 */
export function VirtualList<Row>({ rows, keyOf, draw, estimate, label, onEnd, chosen }: Props<Row>) {
  const frame = useRef<HTMLOListElement>(null);
  const heights = useRef(new Map<string, number>());
  const [view, setView] = useState({ from: 0, to: innerHeight });
  const [measured, setMeasured] = useState(0);
  const tops = useMemo(() => {
    const all = [0];
    for (const row of rows) all.push(all.at(-1)! + (heights.current.get(keyOf(row)) ?? estimate));
    return all;
  }, [rows, measured]);

  useEffect(() => {
    const look = (): void => {
      const top = frame.current?.getBoundingClientRect().top ?? 0;
      setView({ from: -top, to: -top + innerHeight });
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, []);

  const first = rows.length === 0 ? 0 : indexAt(tops.slice(0, -1), Math.max(0, view.from - overscanPx));
  const last = rows.length === 0 ? -1 : indexAt(tops.slice(0, -1), Math.max(0, view.to + overscanPx));
  const shown: number[] = [];
  for (let n = first; n <= last; n += 1) shown.push(n);
  if (chosen !== undefined && chosen >= 0 && chosen < rows.length && !shown.includes(chosen))
    shown.push(chosen);

  useLayoutEffect(() => {
    let changed = false;
    for (const element of frame.current?.children ?? []) {
      const key = (element as HTMLElement).dataset['key'];
      const height = element.getBoundingClientRect().height;
      if (key === undefined || heights.current.get(key) === height) continue;
      heights.current.set(key, height);
      changed = true;
    }
    if (changed) setMeasured((n) => n + 1);
  });
  useEffect(() => {
    if (onEnd && rows.length > 0 && last >= rows.length - 3) onEnd();
  }, [last, rows.length]);

  return (
    <ol class="virtual" ref={frame} aria-label={label} style={{ height: `${tops.at(-1)}px` }}>
      {shown.map((n) => {
        const row = rows[n]!;
        const key = keyOf(row);
        return (
          <li
            key={key}
            data-key={key}
            aria-posinset={n + 1}
            aria-setsize={rows.length}
            style={{ transform: `translateY(${tops[n]}px)` }}
          >
            {draw(row, n)}
          </li>
        );
      })}
    </ol>
  );
}
