import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isAbusive } from '../enrich/abuse.ts';
import { findEntities } from '../enrich/entities.ts';
import { scanWords } from '../enrich/read/scan-words.ts';
import { entityRowSchema, evaluateEntities, NoTextError, withTexts } from './entities.ts';
import { parseRows } from './parse-rows.ts';

const kpu = { kind: 'institution', name: 'KPU' } as const;
const warga = { kind: 'role', name: 'warga' } as const;
const row = (text: string, entities: (typeof kpu | typeof warga)[], abusive = false) => ({
  text,
  entities,
  abusive,
});

describe('figures of entities', () => {
  it('count each entity of each text, in all and by kind', () => {
    const rows = [row('a', [kpu, warga]), row('b', [kpu], true), row('c', [])];
    const readings = [row('', [kpu]), row('', [kpu, warga]), row('', [], true)];
    const { entities, abusive } = evaluateEntities(rows, readings);
    expect(entities).toMatchObject({ wanted: 3, precision: 2 / 3, recall: 2 / 3 });
    expect(entities.byKind['institution']).toMatchObject({ wanted: 2, f1: 1 });
    expect(entities.byKind['role']).toMatchObject({ wanted: 1, precision: 0, recall: 0, f1: 0 });
    expect(abusive).toEqual({ wanted: 1, precision: 0, recall: 0, f1: 0 });
  });

  it('needs a text for every row', () => {
    const rows = [{ id: 'g1', entities: [], abusive: false }];
    expect(withTexts(rows, new Map([['g1', 'KPU']]))[0]!.text).toBe('KPU');
    expect(() => withTexts(rows, new Map())).toThrow(NoTextError);
  });
});

describe('the labels of the gold set', () => {
  const folder = new URL('../../models/target/gold/', import.meta.url);
  const rows = parseRows(readFileSync(new URL('entities.jsonl', folder), 'utf8'), entityRowSchema);
  it('are there for each of its texts once, and name none twice', () => {
    const ids = readFileSync(new URL('gold.jsonl', folder), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id);
    expect(rows.map(({ id }) => id)).toEqual(ids);
    for (const { id, entities } of rows)
      expect(new Set(entities.map(({ kind, name }) => `${kind} ${name}`)).size, id).toBe(entities.length);
  });
});

const named = (text: string) => findEntities(scanWords(text)).map(({ name }) => name);

describe('names and what only looks like one', () => {
  it.each([
    ['KIP Kabupaten Bireuen menetapkan jadwal', ['KPU']],
    ['penerima KIP kuliah', []],
    ['rapat di kantor camat', []],
    ['pemilihan bupati dan wakil bupati', []],
    ['Hakim Konstitusi membacakan putusan', ['Mahkamah Konstitusi']],
    ['Bpk RT hadir, dpt undangan', []],
    ['BPK memeriksa DPT', ['BPK', 'DPT']],
    ['daftar pemilih dan masyarakat', []],
    ['seorang warga dan dua capres', ['warga', 'paslon']],
    ['surat suaranya rusak', ['Surat suara']],
  ])('%s → %j', (text, names) => {
    expect(named(text)).toEqual(names);
  });

  it.each([
    ['pantarlih digigit anjing saat coklit', false],
    ['anjing lu semua', true],
    ['peternak babi di desa', false],
    ['🐷🐷🐷', true],
    ['lelet dan tidak transparan', false],
  ])('%s abusive: %s', (text, abusive) => {
    expect(isAbusive(scanWords(text))).toBe(abusive);
  });
});
