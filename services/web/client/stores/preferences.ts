import { createStore } from './create-store.ts';

export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];
/** `system` follows the computer. */
export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** A browser may forbid storage (private windows, full disks): the choice then lasts as long as the page. */
export function readLocal(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function keepLocal(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Nothing is lost that the page needs.
  }
}

const oneOf = <T extends string>(all: readonly T[], value: string | null, fallback: T): T =>
  all.find((one) => one === value) ?? fallback;

export const languageStore = createStore<Language>(oneOf(languages, readLocal('saring.language'), 'id'));
export const themeStore = createStore<Theme>(oneOf(themes, readLocal('saring.theme'), 'system'));

export function chooseLanguage(language: Language): void {
  keepLocal('saring.language', language);
  document.documentElement.lang = language;
  languageStore.set(language);
}

export function chooseTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  keepLocal('saring.theme', theme === 'system' ? null : theme);
  themeStore.set(theme);
}
