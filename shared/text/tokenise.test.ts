import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, tokenise } from './tokenise.ts';

describe('tokenise', () => {
  it.each([
    ['slang and abbreviations', 'yg tdk jujur gak bgt', 'yang tidak jujur tidak banget'],
    ['several words for one', 'gatau deh', 'tidak tahu deh'],
    ['stretched letters', 'curaaaang bangeeet', 'curang banget'],
    ['legitimate doubles', 'maaf saat ini', 'maaf saat ini'],
    ['doubling by 2', 'orang2 berita2nya', 'orang-orang berita-beritanya'],
    ['leet', 'cur4ng b0h0ng', 'curang bohong'],
    ['digits that are no leet', 'g20 covid19 2024', 'g20 covid19 2024'],
    ['laughter', 'wkwkwkwk hahahaha awokwokwok', 'wkwk haha wkwk'],
    ['emoji and emoticons', 'rusak 😡 :( 👍🏽', 'rusak emoji_marah emoji_sedih emoji_setuju'],
    ['no emoticon inside words', 'Ket:Dia', 'ket dia'],
    ['hashtags', '#KPUKotaMalang2024 #kawalpemilu #abcxyz', 'kpu kota malang 2024 kawal pemilu abcxyz'],
    ['handles and links', '@kpu_id cek https://kpu.go.id/a?b www.x.id URL ya', 'cek ya'],
    ['numbers', '2.325 dari 358.775 TPS, 0,65% jam 13.00', '2325 dari 358775 tps 0,65 persen jam 13.00'],
    ['markup and entities', '<p>Jujur &amp;amp; adil&nbsp;&#33;</p> a < b', 'jujur adil a b'],
    ['look-alikes', 'К\u0440u sur\u0430t', 'kpu surat'],
    ['styled letters', '𝐊𝐏𝐔 ｃｕｒａｎｇ', 'kpu curang'],
    ['zero-width and marks', 'cu\u200brang c\u0301u\u0300rang', 'curang curang'],
    ['NUL and lone surrogates', 'a\u0000b \ud800c', 'a b c'],
    ['hyphenated words', 'se-Jawa Jum\u2019at', "se-jawa jum'at"],
    ['empty', '  \n', ''],
  ])('%s', (_, text, words) => {
    expect(normalise(text)).toBe(words);
  });

  it('keeps negations and numbers', () => {
    expect(tokenise('bukan 7 kontainer, belum dihitung')).toEqual([
      'bukan',
      '7',
      'kontainer',
      'belum',
      'dihitung',
    ]);
  });

  it('takes any input and gives words without blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const word of tokenise(text)) expect(word).toMatch(/^\S+$/u);
      }),
    );
  });

  it('is stable: normalising a plain normalised text again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('kpu', 'tidak', 'curang', '57', 'orang-orang', 'haha')),
        (words) => {
          expect(normalise(words.join(' '))).toBe(words.join(' '));
        },
      ),
    );
  });

  it.each(['a', '<', '&', '<a', '😡', '\ufdfa', '#a', '1.', 'e\u0301', 'k4', "a'", 'aA', '@', ':-'])(
    'looks at a bounded part of a text of 1 MB of %j',
    (unit) => {
      const text = unit.repeat(1_000_000 / unit.length);
      expect(tokenise(text).length).toBeLessThanOrEqual(20_000);
    },
  );
});
