import { type ComponentChildren, options } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

interface Props<Row> {
  rows: readonly Row[];
  keyOf(row: Row): string;
  draw(row: Row, index: number): ComponentChildren;
  /** All that `draw` looks at: while each is the same as before, a row stays as it was drawn. Without it, all are drawn anew. */
  looksAt?(row: Row, index: number): readonly unknown[];
  /** What a row is likely to be high, in px, until it was seen. */
  estimate: number;
  label: string;
  /** Called when the end comes near. */
  onEnd?: () => void;
  /** Always drawn, so that the keyboard can reach it: index of the chosen row. */
  chosen?: number;
}

/** What is printed of a list: some forty pages, of what was read so far. */
const mostPrintedPx = 60_000;
/** Screens drawn above and below the one seen. */
const overscanPx = 600;

interface Drawn {
  at: readonly unknown[];
  picture: ComponentChildren;
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, n) => value === b[n]);

/** The first row whose bottom lies below `y`, else the last; `tops` ends with the bottom of the last. */
function indexAt(tops: readonly number[], y: number): number {
  let low = 0;
  let high = tops.length - 2;
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
export function VirtualList<Row>(props: Props<Row>) {
  const { rows, keyOf, draw, looksAt, estimate, label, onEnd, chosen } = props;
  const pictures = useRef(new Map<string, Drawn>());
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
    // Paper takes no later draw: all rows, drawn before the event ends.
    const drawAll = (): void => {
      const before = options.debounceRendering;
      options.debounceRendering = (draw) => draw();
      setView({ from: 0, to: mostPrintedPx });
      if (before) options.debounceRendering = before;
      else delete options.debounceRendering;
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    addEventListener('beforeprint', drawAll);
    addEventListener('afterprint', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
      removeEventListener('beforeprint', drawAll);
      removeEventListener('afterprint', look);
    };
  }, []);

  const before = pictures.current;
  pictures.current = new Map();
  const drawRow = (row: Row, n: number, key: string): ComponentChildren => {
    if (!looksAt) return draw(row, n);
    const at = looksAt(row, n);
    const known = before.get(key);
    const drawn = known && isSame(known.at, at) ? known : { at, picture: draw(row, n) };
    pictures.current.set(key, drawn);
    return drawn.picture;
  };

  const first = rows.length === 0 ? 0 : indexAt(tops, Math.max(0, view.from - overscanPx));
  const last = rows.length === 0 ? -1 : indexAt(tops, Math.max(0, view.to + overscanPx));
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
            {drawRow(row, n, key)}
          </li>
        );
      })}
    </ol>
  );
}
