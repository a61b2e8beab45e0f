import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitSchema } from '../domain/unit.ts';

/** Texts as hostile as they come: any code units, look-alikes, marks, and long runs of one piece. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  fc
    .tuple(
      fc.constantFrom(
        'a',
        'A1',
        '<',
        '&amp;',
        '#',
        '@',
        '😡',
        '\u202e',
        '\ud800',
        '﷽',
        'кpu',
        "a'",
        '1.',
        ' ',
      ),
      fc.integer({ min: 1, max: 3_000 }),
      fc.constantFrom('', 'é', 'п', '\u0000', '>'),
    )
    .map(([piece, times, end]) => piece.repeat(times) + end),
);
const word = fc.string({ unit: fc.constantFrom(..."abcdeiknopu0123456789-'_"), maxLength: 60 });
const words = fc.array(
  fc.oneof(
    word,
    anyText.map((text) => text.slice(0, 40)),
  ),
  { maxLength: 60 },
);
const hash = fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 });
const isUint32 = (value: number) => Number.isInteger(value) && value >= 0 && value < 2 ** 32;
const sorted = fc
  .uniqueArray(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 200 })
  .map((values) => Uint32Array.from(values).sort());
const cell = fc.oneof(fc.constant(null), anyText, fc.double({ noNaN: true, min: -1e15, max: 1e15 }));
const columnType = fc.constantFrom('text', 'count', 'decimal', 'share', 'instant');
const zone = fc.constantFrom(...unitSchema.shape.zone.options);
const isShare = (value: number) => value >= 0 && value <= 1;

type Any = (...args: never[]) => unknown;
/** For every function of shared/text: what to give it, and what must be true of the answer. */
const promises: Readonly<
  Record<string, readonly [given: fc.Arbitrary<unknown[]>, isSound: (answer: never, given: never) => boolean]>
> = {
  cleanMarkup: [fc.tuple(anyText), (text: string) => typeof text === 'string'],
  foldUnicode: [
    fc.tuple(anyText),
    (text: string) => text.length <= 20_000 && text.isWellFormed() && !/[\p{Cf}\u0000]/u.test(text),
  ],
  plainText: [fc.tuple(anyText), (text: string) => text.length <= 20_000 && text.isWellFormed()],
  alignWords: [
    fc.tuple(sorted, sorted),
    (
      gaps: { firstFrom: number; firstTo: number; secondFrom: number; secondTo: number }[],
      [a, b]: Uint32Array[],
    ) => {
      const dropped = gaps.reduce((sum, gap) => sum + gap.firstTo - gap.firstFrom, 0);
      const added = gaps.reduce((sum, gap) => sum + gap.secondTo - gap.secondFrom, 0);
      return a!.length - dropped === b!.length - added && dropped <= a!.length;
    },
  ],
  oneLine: [
    fc.tuple(anyText),
    (said: string) => said === said.trim() && said.isWellFormed() && !/[\s--[ ]]|[\u202a-\u202e]/v.test(said),
  ],
  ownString: [fc.tuple(anyText), (own: string, [text]: [string]) => own === text],
  escapeXml: [fc.tuple(anyText), (said: string) => said.isWellFormed() && !/[<>"']/.test(said)],
  emojiWord: [fc.tuple(anyText), (name: string) => /^emoji_[a-z]+$/.test(name)],
  emoticonWord: [
    fc.tuple(anyText),
    (name: string | undefined) => name === undefined || /^emoji_[a-z]+$/.test(name),
  ],
  isEmojiCode: [fc.tuple(fc.integer({ max: 0x10ffff, min: 0 })), (is: boolean) => typeof is === 'boolean'],
  isDigitCode: [fc.tuple(fc.integer({ min: 0, max: 0xffff })), (is: boolean) => typeof is === 'boolean'],
  isLetterCode: [fc.tuple(fc.integer({ min: 0, max: 0xffff })), (is: boolean) => typeof is === 'boolean'],
  mix32: [fc.tuple(hash), isUint32],
  addToHash: [fc.tuple(hash, hash), (value: number) => Number.isInteger(value)],
  hashRange: [
    fc.tuple(anyText, fc.nat(50), fc.nat(50), hash).map(([text, start, length, seed]) => {
      const from = Math.min(start, text.length);
      return [text, from, Math.min(text.length, from + length), seed];
    }),
    isUint32,
  ],
  hashString: [fc.tuple(anyText, hash), isUint32],
  combineHashes: [fc.tuple(hash, hash), isUint32],
  minhash: [
    fc.tuple(sorted),
    (signature: Uint32Array, [set]: [Uint32Array]) => signature.length === (set.length === 0 ? 0 : 128),
  ],
  estimateJaccard: [fc.tuple(sorted, sorted), isShare],
  bandKeys: [
    fc.tuple(sorted),
    (keys: Uint32Array, [signature]: [Uint32Array]) => keys.length === (signature.length < 64 ? 0 : 32),
  ],
  bandKeyStrings: [fc.tuple(sorted), (keys: string[]) => keys.every((key) => /^[0-9a-z]+$/.test(key))],
  normaliseWord: [fc.tuple(word.map((one) => one.slice(0, 40))), (form: string) => form === form.trim()],
  scanTokens: [
    fc.tuple(anyText),
    (tokens: { start: number; end: number }[], [text]: [string]) =>
      tokens.every(
        ({ start, end }, i) => end > start && end <= text.length && start >= (tokens[i - 1]?.end ?? 0),
      ),
  ],
  markMatches: [
    fc.tuple(
      anyText,
      fc.constant({ pattern: /[\p{L}\p{N}]+/gu, matches: (one: string) => one.length % 2 === 1 }),
    ),
    (marked: string | null) => marked === null || marked.includes('\u0002'),
  ],
  rememberWords: [
    fc.tuple(fc.constant((one: string) => one.length > 3)),
    (matches: (one: string) => boolean) => matches('suara') && matches('suara') && !matches('kpu'),
  ],
  searchTerms: [
    fc.tuple(anyText),
    (terms: string[]) => terms.every((term) => term !== '' && !/\s/.test(term)),
  ],
  wordShingles: [
    fc.tuple(words, fc.integer({ min: 1, max: 8 })),
    (shingles: Uint32Array) => shingles.every((one, i) => i === 0 || one > (shingles[i - 1] as number)),
  ],
  jaccard: [fc.tuple(sorted, sorted), isShare],
  containment: [fc.tuple(sorted, sorted), isShare],
  splitHashtag: [fc.tuple(anyText), (parts: string[]) => parts.every((part) => part !== '')],
  splitSentences: [
    fc.tuple(anyText),
    (sentences: string[]) => sentences.every((one) => one !== '' && one === one.trim()),
  ],
  stem: [fc.tuple(fc.oneof(word, anyText)), (root: string, [from]: [string]) => root !== '' || from === ''],
  tokenise: [fc.tuple(anyText), (tokens: string[]) => tokens.every((token) => /^\S+$/u.test(token))],
  normalise: [fc.tuple(anyText), (text: string) => text === text.trim()],
  sayCell: [fc.tuple(cell, columnType, zone), (said: string) => typeof said === 'string'],
  sayCellOnPaper: [fc.tuple(cell, columnType, zone), (said: string) => said.length <= 600],
  escapeFormula: [
    fc.tuple(anyText),
    (said: string) => said.length <= 32_001 && !/^\s*[=+\-@\t\r]/.test(said),
  ],
};

const modules = readdirSync(import.meta.dirname).filter((name) => /^[a-z-]+\.ts$/.test(name));
const functions = new Map<string, Any>();
for (const name of modules)
  for (const [exported, value] of Object.entries(
    (await import(/* @vite-ignore */ new URL(name, import.meta.url).href)) as Record<string, unknown>,
  ))
    if (typeof value === 'function') functions.set(exported, value as Any);

describe('every public function of shared/text', () => {
  it('is fuzzed here', () => {
    expect([...functions.keys()].sort()).toEqual(Object.keys(promises).sort());
  });

  it.each(Object.keys(promises))('%s keeps its promise for any input, the same each time', (name) => {
    const [given, isSound] = promises[name]!;
    const call = functions.get(name)!;
    fc.assert(
      fc.property(given, (args) => {
        const answer = call(...(args as never[]));
        expect(isSound(answer as never, args as never)).toBe(true);
        if (typeof answer !== 'function') expect(call(...(args as never[]))).toEqual(answer);
      }),
      { numRuns: 150 },
    );
  });
});
