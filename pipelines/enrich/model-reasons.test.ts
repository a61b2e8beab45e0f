import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainItem } from '../evaluate/plain-item.ts';
import { createEnricher } from './enrich-item.ts';
import { familiesOf, languageBits } from './language.ts';
import { languageWords } from './model-reasons.ts';
import { createItemReader } from './read-item.ts';
import { loadTargetModels } from './target-models.ts';

const folder = new URL('../../models/', import.meta.url);
const models = await loadTargetModels(async (path) => {
  const file = new URL(path, folder);
  return existsSync(file) ? readFileSync(file) : null;
});
const read = createItemReader(models);

describe('the words behind each label', () => {
  it('are those that the model weighed where the lists know none, as written, at most three', () => {
    const text = 'Undangan memilih dari KPPS Tanjungsari tak kunjung sampai, Petugasnya entah di mana';
    const { tone, stance, topic } = read(text);
    for (const { words } of [tone, topic]) {
      expect(words.length).toBeGreaterThan(0);
      for (const word of words) expect(text.toLowerCase()).toContain(word.toLowerCase());
    }
    expect(stance).toMatchObject({ value: 'none', words: [] });
  });

  it('are there for every label that says something, over a whole set of texts', () => {
    const rows = readFileSync(new URL('target/training/part-01.jsonl', folder), 'utf8').trim().split('\n');
    const bare = rows.filter((row) => {
      const { target, tone, criticism, stance } = read(JSON.parse(row).text);
      return (
        target.value &&
        (target.words.length === 0 ||
          tone.words.length === 0 ||
          (criticism.value && criticism.words.length === 0) ||
          (stance.value !== 'none' && stance.words.length === 0))
      );
    });
    expect(bare.length / rows.length).toBeLessThan(0.02);
  });

  it('of a language are on its list', () => {
    const words = ['aku', 'wis', 'suwe', 'kok', 'durung'];
    const familiesAt = (at: number) => familiesOf(languageBits(words[at]!, null));
    expect(languageWords(words, familiesAt, 'jv')).toEqual(['wis', 'aku', 'kok']);
    expect(languageWords(['kpu'], () => ['id'], 'unsure')).toEqual([]);
  });
});

describe('a text without words', () => {
  it.each(['', '😡😡😡', '❤️', '!!! ???', '12345', '\u200b\u202e', ':('])(
    '%j is unsure and asks for a person',
    (text) => {
      const { labels } = createEnricher({ targetModels: models }).enrich(plainItem({ id: 'a', text, at: 0 }));
      expect(labels.language.value).toBe('unsure');
      expect(labels.tone.needsReview).toBe(true);
    },
  );
});
