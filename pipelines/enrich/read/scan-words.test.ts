import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxScanLength, scanWords } from './scan-words.ts';

describe('scanWords', () => {
  it('lower-cases words and keeps how they were written', () => {
    const scan = scanWords('KPU Kota malang');
    expect(scan.words).toEqual(['kpu', 'kota', 'malang']);
    expect(scan.cases).toEqual([2, 1, 0]);
  });

  it('parts hyphens, joins apostrophes and drops the English possessive', () => {
    expect(scanWords("Toli-Toli Ma'rang Maluku's").words).toEqual(['toli', 'toli', 'marang', 'maluku']);
  });

  it('ends a sentence at a full stop before a blank, not in numbers, hosts or after an abbreviation', () => {
    const scan = scanWords('Di Kab. Bogor ada 1.200 TPS. Lihat kpu.go.id ya!');
    expect(scan.sentenceCount).toBe(2);
    expect(scan.sentences[scan.words.indexOf('bogor')]).toBe(0);
    expect(scan.sentences[scan.words.indexOf('go')]).toBe(1);
  });

  it('reads emoji as words and look-alike letters as plain ones, without hidden signs', () => {
    expect(scanWords('𝗞𝗣𝗨 man\u200btap 👍').words).toEqual(['kpu', 'mantap', '👍']);
  });

  it('keeps all arrays in step on any text, and reads no more than its limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const scan = scanWords(text);
        const n = scan.words.length;
        for (const list of [scan.starts, scan.ends, scan.cases, scan.before, scan.sentences])
          expect(list).toHaveLength(n);
        scan.ends.forEach((end, i) => {
          expect(end).toBeGreaterThan(scan.starts[i]!);
        });
      }),
    );
    expect(scanWords('a'.repeat(1_000_000)).text.length).toBe(maxScanLength);
    expect(scanWords('﷽'.repeat(1_000_000)).text.length).toBe(maxScanLength);
  });
});
