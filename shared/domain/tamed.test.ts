import { describe, expect, it } from 'vitest';
import { tamed } from './tamed.ts';

describe('a text as it may be shown', () => {
  it.each([
    ['KPU\u0301\u0302\u0303\u0304 diam', 'KPU\u0301\u0302 diam'],
    ['\u202ekanan ke kiri\u2067', 'kanan ke kiri'],
    ['satu\u0000\u001b dua', 'satu dua'],
    ['baris\nkedua\tdan ketiga', 'baris\nkedua\tdan ketiga'],
    // Languages of the country are written with one or two marks to a letter.
    ['Papeda é ꦏꦺꦴ', 'Papeda é ꦏꦺꦴ'],
  ])('%j → %j', (text, shown) => expect(tamed(text)).toBe(shown));

  it('takes a mark after the other out in one pass, however many there are', () =>
    expect(tamed(`a${'\u0301'.repeat(100_000)}`)).toHaveLength(3));
});
