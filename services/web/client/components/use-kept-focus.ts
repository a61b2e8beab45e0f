import { useEffect, useRef } from 'preact/hooks';

/**
 * What was pressed may be gone when `state` changed by it. Who works by keys then stands on the page's title, and not
 * before the first link of the desk.
 */
export function useKeptFocus(state: unknown): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [state]);
}
