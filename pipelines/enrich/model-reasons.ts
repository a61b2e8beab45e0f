import type { Language } from '../../shared/domain/labels.ts';
import type { KnownWord } from './model/known-word.ts';
import type { ModelWords } from './model/model-words.ts';
import type { TargetHead, TargetModels, WordWeights } from './target-models.ts';

/** Words shown for a label that only the model saw; three are read at a glance. */
const maxReasons = 3;

/** The words behind a label; the given ones where there are any, else those that the model weighed most. */
export interface Reasons {
  of(given: string[], head: TargetHead, chosen: (className: string) => boolean): string[];
}

/** Reasons for the labels of one text, its words as written. Without models only what is given. */
export function createReasons(
  models: TargetModels | undefined,
  words: readonly KnownWord[],
  { plain, starts, ends }: Pick<ModelWords, 'plain' | 'starts' | 'ends'>,
): Reasons {
  let weights: WordWeights | undefined;
  return {
    of(given, head, chosen) {
      if (!models || given.length > 0) return given;
      weights ??= models.weigh(words);
      const written = weights
        .strongest(head, chosen, maxReasons)
        .map((position) => plain.slice(starts[position], ends[position]));
      return [...new Set(written)];
    },
  };
}

/** No word makes these: they say that nothing was found. */
export const saysNothing: ReadonlySet<string> = new Set(['none', 'lainnya', 'unrelated']);

/**
 * Words of a text that are on the list of its language, those on no other list first; for a mixed one those of all lists
 * but the Indonesian.
 */
export function languageWords(
  words: readonly string[],
  familiesAt: (position: number) => readonly string[],
  language: Language,
): string[] {
  if (language === 'unsure') return [];
  const sole: string[] = [];
  const shared: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const families = familiesAt(i);
    const speaks = language === 'mixed' ? !families.includes('id') : families.includes(language);
    if (!speaks || families.length === 0) continue;
    const list = families.length === 1 ? sole : shared;
    if (list.length < maxReasons && !list.includes(words[i]!)) list.push(words[i]!);
    if (sole.length >= maxReasons) break;
  }
  return [...sole, ...shared].slice(0, maxReasons);
}
