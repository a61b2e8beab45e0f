import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import areas from '../../shared/areas/areas.json' with { type: 'json' };
import { provinceOf } from '../../shared/domain/area.ts';
import {
  languageSchema,
  stanceSchema,
  targetToneSchema,
  toneSchema,
  topicSchema,
} from '../../shared/domain/labels.ts';

const FOLDER = join(import.meta.dirname, '../../models/target/training');
/** The recurring narratives of the knowledge base are numbered 1 to 14. */
const NARRATIVES = 14;
const KINDS = ['news', 'official', 'tweet', 'comment', 'chain', 'question', 'report', 'forum'] as const;
const known = new Set(areas.map((area) => area.code));

const rowSchema = z
  .strictObject({
    id: z.string().regex(/^t\d{4}$/),
    text: z.string().min(1).max(2_000),
    kind: z.enum(KINDS),
    target: z.boolean(),
    tone: targetToneSchema,
    text_tone: toneSchema,
    criticism: z.boolean(),
    stance: stanceSchema,
    narrative: z.number().int().min(1).max(NARRATIVES).nullable(),
    areas: z.array(z.string().refine((code) => known.has(code), 'unknown area code')),
    language: languageSchema.exclude(['unsure']),
    topic: topicSchema,
  })
  .refine(
    (row) => row.target === (row.tone !== 'unrelated'),
    'target is false exactly when tone is unrelated',
  )
  .refine((row) => row.target || row.stance === 'none', 'a stance is towards a claim about KPU or procedure')
  .refine((row) => row.target || !row.criticism, 'criticism is of KPU')
  .refine((row) => row.narrative === null || row.stance !== 'none', 'a narrative is engaged with a stance')
  .refine((row) => row.tone !== 'positive' || row.stance !== 'menyebarkan', 'praise does not spread a claim')
  .refine((row) => new Set(row.areas).size === row.areas.length, 'an area is named once')
  .refine(
    (row) => row.areas.every((code) => code.length === 2 || !row.areas.includes(provinceOf(code))),
    'an ancestor of another area is dropped',
  );

const lines = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .flatMap((name) => {
    const rows = readFileSync(join(FOLDER, name), 'utf8').trimEnd().split('\n');
    return rows.map((line, index) => ({ at: `${name}:${index + 1}`, line }));
  });

/** Letters and digits only: two rows that differ in case, spaces or marks are the same text. */
const squash = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const repeated = (keys: readonly string[]): string[] => {
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size);
};

describe('training rows of the target models', () => {
  const parsed = lines.map(({ at, line }) => ({ at, result: rowSchema.safeParse(JSON.parse(line)) }));
  const rows = parsed.flatMap(({ result }) => (result.success ? [result.data] : []));

  it('has at least 1,600 rows, every one of the documented shape', () => {
    const wrong = parsed.flatMap(({ at, result }) =>
      result.success ? [] : [`${at} ${z.prettifyError(result.error)}`],
    );
    expect(wrong).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(1_600);
  });

  it('has no id and no text twice', () => {
    expect(repeated(rows.map((row) => row.id))).toEqual([]);
    expect(repeated(rows.map((row) => squash(row.text) || row.text))).toEqual([]);
  });

  it('holds every value of every label, and a place in every province', () => {
    const values = (pick: (row: (typeof rows)[number]) => unknown) => new Set(rows.map(pick)).size;
    expect(values((row) => row.kind)).toBe(KINDS.length);
    expect(values((row) => row.tone)).toBe(targetToneSchema.options.length);
    expect(values((row) => row.text_tone)).toBe(toneSchema.options.length);
    expect(values((row) => row.stance)).toBe(stanceSchema.options.length);
    expect(values((row) => row.topic)).toBe(topicSchema.options.length);
    expect(values((row) => row.narrative)).toBe(NARRATIVES + 1);
    const provinces = areas.filter((area) => area.level === 'province').map((area) => area.code);
    expect(new Set(rows.flatMap((row) => row.areas.map(provinceOf)))).toEqual(new Set(provinces));
  });
});
