import { useState } from 'preact/hooks';

const prefix = 'saring.draft.';

function read(name: string): string | null {
  try {
    return sessionStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

function keep(name: string, value: string): void {
  try {
    if (value === '') sessionStorage.removeItem(prefix + name);
    else sessionStorage.setItem(prefix + name, value);
  } catch {
    // Full or forbidden: the text lives as long as the page.
  }
}

/** Everything typed and not sent is forgotten: another person sits here now. */
export function forgetDrafts(): void {
  try {
    for (const name of Object.keys(sessionStorage))
      if (name.startsWith(prefix)) sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

/**
 * A text that outlives a reload, a lost session and a crash of the tab, under a name that says what it belongs to
 * (`note.ISU-2026-000001`). `clear` once it was sent.
 */
export function useDraft(name: string, first = ''): readonly [string, (value: string) => void, () => void] {
  const [value, setValue] = useState(() => read(name) ?? first);
  const set = (next: string): void => {
    setValue(next);
    keep(name, next);
  };
  const clear = (): void => {
    setValue(first);
    keep(name, '');
  };
  return [value, set, clear];
}
