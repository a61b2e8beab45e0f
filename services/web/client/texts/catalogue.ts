import { useStore } from '../stores/create-store.ts';
import { type Language, languageStore } from '../stores/preferences.ts';

/** Indonesian, then English: a text that lacks one of them does not compile. */
export type Pair = readonly [id: string, en: string];
export type Catalogue = Record<string, Pair>;
export type Values = Record<string, string | number>;

/** The texts of one page or part; a test reads every catalogue and compares their placeholders. */
export const catalogue = <T extends Catalogue>(texts: T): T => texts;

const numbers: Record<Language, Intl.NumberFormat> = {
  id: new Intl.NumberFormat('id-ID'),
  en: new Intl.NumberFormat('en-GB'),
};

/** With the sign of the reports before what is below nought: U+2212. */
export const sayNumber = (value: number, language: Language = languageStore.get()): string =>
  numbers[language].format(value).replace('-', '−');

/** Fills `{name}`; `{n|issue|issues}` picks the word by the number without saying it. */
export function fill(text: string, values: Values, language: Language): string {
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      if (one !== undefined) return value === 1 ? one : (many ?? '');
      return typeof value === 'number' ? sayNumber(value, language) : value;
    },
  );
}

export type Say<T extends Catalogue> = (key: keyof T & string, values?: Values) => string;

/** Says a text outside of a component, in the language of the moment. */
export function say<T extends Catalogue>(texts: T, key: keyof T & string, values: Values = {}): string {
  const language = languageStore.get();
  return fill(texts[key]![language === 'id' ? 0 : 1], values, language);
}

/** The texts of a catalogue in the reader's language; drawn again when they change it. */
export function useTexts<T extends Catalogue>(texts: T): Say<T> {
  useStore(languageStore);
  return (key, values) => say(texts, key, values);
}
