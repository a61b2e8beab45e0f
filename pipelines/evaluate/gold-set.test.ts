import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import areas from '../../shared/areas/areas.json' with { type: 'json' };
import {
  languageSchema,
  stanceSchema,
  targetToneSchema,
  toneSchema,
  topicSchema,
} from '../../shared/domain/labels.ts';

const root = join(import.meta.dirname, '../../models/target');

const rowSchema = z.strictObject({
  id: z.string(),
  text: z.string().min(1),
  kind: z.enum(['news', 'official', 'tweet', 'comment', 'chain', 'question', 'report', 'forum']),
  target: z.boolean(),
  tone: targetToneSchema,
  text_tone: toneSchema,
  criticism: z.boolean(),
  stance: stanceSchema,
  narrative: z.number().int().min(1).max(14).nullable(),
  areas: z.array(z.string()),
  language: languageSchema,
  topic: topicSchema,
});

const disagreementSchema = z.strictObject({
  id: z.string(),
  field: z.keyof(rowSchema),
  first: z.unknown(),
  second: z.unknown(),
  settled: z.unknown(),
  reason: z.string().min(5),
});

const readLines = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Runs of eight words: long enough that two texts share one only when one was copied from the other. */
const shingles = (text: string): string[] => {
  const all = words(text);
  return all.slice(7).map((_, i) => all.slice(i, i + 8).join(' '));
};

const gold = readLines(join(root, 'gold/gold.jsonl')).map((row) => rowSchema.parse(row));
const second = readLines(join(root, 'gold/gold-pass2.jsonl')).map((row) =>
  rowSchema.omit({ text: true, kind: true }).parse(row),
);
const disagreements = readLines(join(root, 'gold/disagreements.jsonl')).map((row) =>
  disagreementSchema.parse(row),
);
const training = join(root, 'training');

describe('the gold set', () => {
  it('has at least 300 rows with unique ids and texts', () => {
    expect(gold.length).toBeGreaterThanOrEqual(300);
    expect(new Set(gold.map((row) => row.id)).size).toBe(gold.length);
    expect(new Set(gold.map((row) => words(row.text).join(' ') || row.text)).size).toBe(gold.length);
  });

  it('names only known areas, without an ancestor beside its descendant', () => {
    const known = new Set(areas.map((area) => area.code));
    const wrong = gold.filter((row) =>
      row.areas.some((code) => !known.has(code) || row.areas.some((other) => other.startsWith(`${code}.`))),
    );
    expect(wrong).toEqual([]);
  });

  it('has tone unrelated exactly where KPU is not the target', () => {
    expect(gold.filter((row) => row.target === (row.tone === 'unrelated'))).toEqual([]);
  });

  it('takes a side on every narrative it engages, and marks criticism only of the target', () => {
    expect(gold.filter((row) => row.narrative !== null && row.stance === 'none')).toEqual([]);
    expect(gold.filter((row) => row.criticism && !row.target)).toEqual([]);
  });

  it('holds every value of every label', () => {
    const missing = (field: 'tone' | 'text_tone' | 'stance' | 'topic', options: readonly string[]) =>
      options.filter((option) => !gold.some((row) => row[field] === option));
    expect(missing('tone', targetToneSchema.options)).toEqual([]);
    expect(missing('text_tone', toneSchema.options)).toEqual([]);
    expect(missing('stance', stanceSchema.options)).toEqual([]);
    expect(missing('topic', topicSchema.options)).toEqual([]);
    expect(new Set(gold.map((row) => row.narrative)).size).toBe(15);
  });

  it('records every difference between the settled labels and the second pass', () => {
    const goldById = new Map(gold.map((row) => [row.id, row]));
    expect(new Set(second.map((row) => row.id))).toEqual(new Set(goldById.keys()));
    const recorded = new Map(disagreements.map((d) => [`${d.id} ${d.field}`, d]));
    for (const row of second) {
      const { id, ...labels } = row;
      for (const [field, value] of Object.entries(labels)) {
        const settled = goldById.get(id)![field as keyof typeof labels];
        const found = recorded.get(`${id} ${field}`);
        expect(found?.second ?? value, `${id} ${field}`).toEqual(value);
        expect(found ? found.settled : value, `${id} ${field}`).toEqual(settled);
      }
    }
  });
});

describe.skipIf(!existsSync(training))(
  'the gold set beside the training rows (skipped when there are none)',
  () => {
    const trained = readdirSync(training)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) =>
        readLines(join(training, name)).map((row) =>
          z.looseObject({ id: z.string(), text: z.string() }).parse(row),
        ),
      );

    it('shares no text with them', () => {
      const texts = new Map(gold.map((row) => [words(row.text).join(' ') || row.text, row.id]));
      const shared = trained.filter((row) => texts.has(words(row.text).join(' ') || row.text));
      expect(shared.map((row) => `${row.id}: ${row.text}`)).toEqual([]);
    });

    it('shares no eight words in a row with them', () => {
      const known = new Map(gold.flatMap((row) => shingles(row.text).map((s) => [s, row.id] as const)));
      const shared = trained.flatMap((row) =>
        shingles(row.text)
          .filter((s) => known.has(s))
          .map((s) => `${row.id} and ${known.get(s)}: ${s}`),
      );
      expect(shared).toEqual([]);
    });
  },
);
