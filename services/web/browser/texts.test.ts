import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

type Pair = readonly [string, string];
const client = join(import.meta.dirname, '..', 'client');
const files = globSync('**/{texts,words,common,*-texts}.ts', { cwd: client }).sort();
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]!))].sort();

describe('the texts of the desk', () => {
  it('are found', () => expect(files.length).toBeGreaterThan(3));

  it.each(files)('%s says everything in both languages, with the same values', async (file) => {
    const module = (await import(pathToFileURL(join(client, file)).href)) as Record<string, unknown>;
    const catalogues = Object.values(module).filter((value) => typeof value === 'object' && value !== null);
    expect(catalogues.length).toBeGreaterThan(0);
    for (const [key, pair] of catalogues.flatMap((one) => Object.entries(one as Record<string, Pair>))) {
      expect(pair, key).toHaveLength(2);
      for (const text of pair) expect(text.trim(), key).not.toBe('');
      expect(placeholders(pair[1]), key).toEqual(placeholders(pair[0]));
    }
  });
});
