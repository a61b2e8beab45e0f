import { useEffect, useRef } from 'preact/hooks';
import { createStore } from '../stores/create-store.ts';
import { keepLocal, readLocal } from '../stores/preferences.ts';

/** Single letters can be in the way of who speaks to the computer: they can be turned off (WCAG 2.1.4). */
export const keysOnStore = createStore(readLocal('saring.keys') !== 'off');

export function turnKeys(isOn: boolean): void {
  keepLocal('saring.keys', isOn ? null : 'off');
  keysOnStore.set(isOn);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, select, textarea, dialog, [contenteditable]') !== null;

/** Single keys of a page, by `event.key`; they rest while one types or a dialog is open. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  // The next press may come before the effects of this drawing have run: it must find the page as it is now.
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key !== '?' && !keysOnStore.get()) return;
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
