import { hourMs } from '../../shared/domain/instant.ts';
import { jaccard, wordShingles } from '../../shared/text/shingles.ts';
import { createLinker } from '../link/linker.ts';
import { wordsOf } from '../link/words.ts';
import { plainItem } from './plain-item.ts';

/** How a copy differs from its original. */
export const copyKinds = ['changed2', 'changed10', 'changed20', 'prefix', 'suffix', 'case', 'emoji'] as const;
export type CopyKind = (typeof copyKinds)[number];

export interface DuplicateFigures {
  originals: number;
  copies: number;
  /** Share of the copies of each kind that were found to repeat their original or another copy of it. */
  recall: Record<CopyKind, number>;
  /** Share of all items called re-posts that repeat an item of the same original. */
  precision: number;
  /** Recall of the plain rule beside it: Jaccard over 5-word shingles at least 0.8, every copy compared with its original. */
  shingles: Record<CopyKind, number>;
}

/** Fewer words than this have no 2 % to change. */
const leastWords = 8;

/**
 * Links real posts and copies made of them by program. Originals that repeat each other by themselves (found by
 * the same linker without copies, or equal when letters alone are compared) are left out first, since they would
 * count as errors and are none.
 */
export function evaluateDuplicates(texts: readonly string[], random: () => number): DuplicateFigures {
  const originals = distinct(texts.filter((text) => text.split(/\s+/).length >= leastWords));
  const copies = originals.flatMap((text, original) => {
    const kind = copyKinds[original % copyKinds.length]!;
    return [{ original, kind, text: copyOf(text, kind, originals, random) }];
  });
  const stream = [...originals.map((text, original) => ({ original, kind: null, text })), ...copies];
  const linker = createLinker();
  const items = stream.map(({ text }, i) => plainItem({ id: `d${i}`, text, at: hourMs + i * 1_000 }));
  const found = new Map(linker.linkBatch(items).assignments.map((a) => [a.itemId, a.duplicateOf]));
  const sourceOf = new Map(items.map((item, i) => [item.id, stream[i]!.original]));
  const seen = Object.fromEntries(
    copyKinds.map((kind) => [kind, { all: 0, right: 0, byShingles: 0 }]),
  ) as Record<CopyKind, { all: number; right: number; byShingles: number }>;
  let [called, right] = [0, 0];
  items.forEach((item, i) => {
    const { kind, original } = stream[i]!;
    const repeated = found.get(item.id) ?? null;
    const isRight = repeated !== null && sourceOf.get(repeated) === original;
    if (repeated !== null) called++;
    if (isRight) right++;
    if (kind === null) return;
    seen[kind].all++;
    if (isRight) seen[kind].right++;
    if (shingleLikeness(item.text, originals[original]!) >= plainJaccard) seen[kind].byShingles++;
  });
  const shareOf = (count: 'right' | 'byShingles') =>
    Object.fromEntries(
      copyKinds.map((kind) => [kind, seen[kind][count] / Math.max(1, seen[kind].all)]),
    ) as Record<CopyKind, number>;
  return {
    originals: originals.length,
    copies: copies.length,
    recall: shareOf('right'),
    precision: right / Math.max(1, called),
    shingles: shareOf('byShingles'),
  };
}

/** The threshold usually named beside MinHash; see docs/adr/0043. */
const plainJaccard = 0.8;
const shingleLikeness = (a: string, b: string): number =>
  jaccard(wordShingles(wordsOf(a)), wordShingles(wordsOf(b)));

function distinct(texts: readonly string[]): string[] {
  const letters = new Set<string>();
  const unlike = texts.filter((text) => {
    const key = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    return !letters.has(key) && letters.add(key);
  });
  const items = unlike.map((text, i) => plainItem({ id: `o${i}`, text, at: hourMs + i * 1_000 }));
  const outcome = createLinker().linkBatch(items);
  const repeats = new Set(outcome.assignments.filter((a) => a.duplicateOf !== null).map((a) => a.itemId));
  return unlike.filter((_, i) => !repeats.has(items[i]!.id));
}

const changedShare: Partial<Record<CopyKind, number>> = { changed2: 0.02, changed10: 0.1, changed20: 0.2 };

function copyOf(text: string, kind: CopyKind, all: readonly string[], random: () => number): string {
  if (kind === 'prefix') return `Diteruskan dari grup tetangga, mohon dibaca sampai habis: ${text}`;
  if (kind === 'suffix') return `${text} Sebarkan ke keluarga dan teman terdekat ya`;
  if (kind === 'case') return text.toUpperCase();
  if (kind === 'emoji') return `😡🔥 ${text.replace(/\p{Extended_Pictographic}/gu, '')} 🙏🙏`;
  const words = text.split(/\s+/);
  const others = all[Math.floor(random() * all.length)]!.split(/\s+/);
  const changes = Math.max(1, Math.round(words.length * changedShare[kind]!));
  for (let i = 0; i < changes; i++) {
    words[Math.floor(random() * words.length)] = others[Math.floor(random() * others.length)]!;
  }
  return words.join(' ');
}
