import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Whether the title that just went had the focus: the one that takes its place has it then. */
let hadFocus = false;

/** The title of a page, in the window and on the page. */
export function PageTitle({ title, children }: { title: string; children?: ComponentChildren }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Saring`;
  }, [title]);
  useLayoutEffect(() => {
    const heading = ref.current;
    // A page that waits for its data has another title first; who reads by keys stands on it already.
    if (hadFocus && document.activeElement === document.body) heading?.focus({ preventScroll: true });
    hadFocus = false;
    return () => {
      hadFocus = heading !== null && document.activeElement === heading;
    };
  }, []);
  return (
    <h1 ref={ref} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}
