import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scanWords } from '../read/scan-words.ts';
import { findPlaces } from './find-places.ts';
import { createGazetteer } from './gazetteer.ts';

const gazetteer = createGazetteer();
const folder = join(import.meta.dirname, 'testdata');
const codesIn = (text: string): string[] =>
  findPlaces(scanWords(text), gazetteer)
    .map(({ code }) => code)
    .sort();

/** Lines `codes | sentence`; a mistake found in use becomes one more line. */
const casesOf = (file: string): [sentence: string, codes: string[]][] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.includes('|') && !line.startsWith('#'))
    .map((line) => {
      const [codes = '', ...rest] = line.split('|');
      return [
        rest.join('|').trim(),
        codes
          .split(',')
          .map((code) => code.trim())
          .filter(Boolean)
          .sort(),
      ];
    });

for (const file of readdirSync(folder))
  describe(`places of ${file}`, () => {
    it.each(casesOf(file))('%s', (sentence, codes) => {
      expect(codesIn(sentence)).toEqual(codes);
    });
  });

describe('findPlaces', () => {
  it('marks a byline and keeps it only where nothing else is named', () => {
    const [place] = findPlaces(scanWords('SURABAYA – Petugas KPPS cek kesehatan'), gazetteer);
    expect(place).toMatchObject({ code: '35.78', byline: true, words: ['surabaya'] });
  });

  it('knows every province, regency and city by its official name', async () => {
    const { default: areas } = await import('../../../shared/areas/areas.json', { with: { type: 'json' } });
    const missed = areas.filter(({ code, name }) => !codesIn(`KPU ${name.trim()} rapat`).includes(code));
    expect(missed).toEqual([]);
  });

  it('names only areas of the list', async () => {
    const { default: areas } = await import('../../../shared/areas/areas.json', { with: { type: 'json' } });
    const codes = new Set(areas.map(({ code }) => code));
    const strange = [...gazetteer.joined].filter(([, name]) => name.codes.some((code) => !codes.has(code)));
    expect(strange).toEqual([]);
  });
});
