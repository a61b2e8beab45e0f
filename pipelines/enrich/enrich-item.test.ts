import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullText } from '../../shared/domain/full-text.ts';
import type { Item } from '../../shared/domain/item.ts';
import { labelsSchema } from '../../shared/domain/labels.ts';
import { createEnricher } from './enrich-item.ts';
import { loadTargetModels } from './target-models.ts';

const item = (text: string, title: string | null = null): Item => ({
  id: '0'.repeat(32),
  platform: 'x',
  sourceId: 's',
  nativeId: 'n',
  url: null,
  title,
  text,
  author: null,
  authorKind: 'private',
  outlet: null,
  publishedAt: 0,
  collectedAt: 0,
  metrics: { likes: 0, replies: 0, shares: 0, views: 0, followers: 0 },
  version: 1,
});

const folder = join(import.meta.dirname, '..', '..', 'models');
const readModel = async (path: string): Promise<Uint8Array | null> =>
  existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : null;

const byRules = createEnricher({});
const byModel = createEnricher({ targetModels: await loadTargetModels(readModel) });
const both = [
  ['by rules', byRules],
  ['by the shipped model', byModel],
] as const;

describe.each(both)('createEnricher, %s', (_, enricher) => {
  it('labels praise, blame and what is not about KPU', () => {
    const tone = (text: string) => enricher.enrich(item(text)).labels.tone.value;
    expect(tone('Terima kasih KPPS, pelayanan di TPS cepat, ramah dan tertib. Salut KPU!')).toBe('positive');
    expect(tone('KPU gak becus, undangan telat, petugas lelet, kacau semua. Kecewa!')).toBe('negative');
    expect(tone('Resep sambal terasi yang pedas dan wangi')).toBe('unrelated');
  });

  it('says unrelated exactly when KPU is not the target, and criticises only a target', () => {
    for (const text of ['KPU Kota Malang rapat', 'halo', 'parah banget sambalnya', 'DKPP sidang']) {
      const { target, tone, criticism } = enricher.enrich(item(text)).labels;
      expect(tone.value === 'unrelated').toBe(!target.value);
      if (criticism.value) expect(target.value).toBe(true);
    }
  });

  it('names the unit by name and place', () => {
    const unit = (text: string) => enricher.enrich(item(text)).labels.target.unit;
    expect(unit('KPU Kabupaten Malang kekurangan surat suara')).toBe('35.07');
    expect(unit('KPU RI menetapkan jadwal pemilu di Surabaya')).toBe('RI');
    expect(unit('Jadwal kereta api Surabaya Malang')).toBeNull();
  });

  it('puts the home of the source where the text names no place, and marks it', () => {
    const source = { homeArea: '33.17' };
    expect(enricher.enrich(item('KPU gelar simulasi'), source).labels.places).toEqual([
      { code: '33.17', from: 'outlet', words: [] },
    ]);
    expect(enricher.enrich(item('KPU Blora gelar simulasi'), source).labels.places).toMatchObject([
      { code: '33.16', from: 'text' },
    ]);
  });

  it('gives sound labels for any text, the same each time', () => {
    const hostile = [
      '',
      ' ',
      '\u0000',
      '😀😀😀',
      '\u202eKPU\u202c',
      '\ud800',
      '?'.repeat(5000),
      'KPU '.repeat(9000),
    ];
    for (const text of hostile)
      expect(() => labelsSchema.parse(enricher.enrich(item(text)).labels)).not.toThrow();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { labels } = enricher.enrich(item(text, text.slice(0, 20)));
        labelsSchema.parse(labels);
        expect(enricher.enrich(item(text, text.slice(0, 20))).labels).toEqual(labels);
      }),
      { numRuns: 60 },
    );
  });

  it('reads one million signs of one word, of emoji and of one letter', () => {
    for (const piece of ['kpu', '🙏', 'a', 'ﷺ', 'kpu? '])
      expect(enricher.enrich(item(piece.repeat(1_000_000 / piece.length))).labels.places).toEqual([]);
  });

  it('says unsure where there are no words', () => {
    expect(enricher.enrich(item('😀😀')).labels.language.value).toBe('unsure');
  });
});

describe('fullText', () => {
  it('does not count a title twice', () => {
    expect(fullText({ title: 'KPU rapat', text: 'KPU rapat hari ini' })).toBe('KPU rapat hari ini');
    expect(fullText({ title: 'KPU rapat', text: 'Malang – pleno' })).toBe('KPU rapat\nMalang – pleno');
    expect(fullText({ title: 'KPU rapat', text: '' })).toBe('KPU rapat');
  });
});
