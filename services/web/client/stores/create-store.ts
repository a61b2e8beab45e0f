import { useEffect, useState } from 'preact/hooks';

/** A value that pages share, and are drawn anew with. */
export interface Store<T> {
  get(): T;
  set(value: T): void;
  listen(listener: () => void): () => void;
}

export function createStore<T>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The store's value; the component is drawn again whenever it changes. */
export function useStore<T>(store: Store<T>): T {
  const [, draw] = useState({});
  const seen = store.get();
  useEffect(() => {
    // It may have changed between drawing and listening.
    if (!Object.is(seen, store.get())) draw({});
    return store.listen(() => draw({}));
  }, [store]);
  return store.get();
}
