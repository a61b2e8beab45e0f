import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReplayClock } from '../../../infra/clock/replay-clock.ts';
import { openEmbedded } from '../../standalone/main.ts';
import type { CliContext } from '../cli-context.ts';
import { buildProgram } from '../program.ts';

const text = 'Tujuh kontainer surat suara tercoblos ditemukan di pelabuhan Tanjung Priok semalam';

describe('saring claims', () => {
  let folder: string;
  let printed: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'saring-claims-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const context: CliContext = {
    environment: { SARING_LOG_LEVEL: 'silent' },
    open: openEmbedded,
    createReplayClock,
    readModel: async () => null,
    services: async () => {
      throw new Error('no service is needed');
    },
    out: (line) => {
      printed += line;
    },
    err: () => {},
  };
  const run = async (...words: string[]): Promise<string> => {
    printed = '';
    await buildProgram(context).parseAsync(words, { from: 'user' });
    return printed;
  };
  const claims = (...words: string[]): Promise<string> =>
    run('claims', ...words, '--data', join(folder, 'a'));

  it('keeps, judges, approves, matches, exports and imports', async () => {
    const id = (await claims('add', text, '--by', 'ani')).split(' ')[0]!;
    await expect(claims('verdict', id, 'salah', '--by', 'ani')).rejects.toThrow('satu sumber primer');
    await expect(claims('verdict', id, 'bohong')).rejects.toThrow('tidak dikenal');
    await claims('verdict', id, 'salah', '--by', 'ani', '--primary', 'https://jdih.kpu.example/1');
    await expect(claims('approve', id, '--by', 'ani')).rejects.toThrow('mintalah orang lain');
    expect(await claims('approve', id, '--by', 'budi', '--review', '2999-01-01')).toContain('disetujui budi');
    expect(await claims('list', '--due')).toContain('Tidak ada klaim');
    const posts = join(folder, 'posts.jsonl');
    const row = { id: 'p1', text: `${text}!`, created_at: new Date().toISOString(), author: 'x' };
    writeFileSync(posts, `${JSON.stringify(row)}\n`);
    await run('import', 'posts', posts, '--json', '--data', join(folder, 'a'));
    expect(JSON.parse(await claims('links', '--state', 'linked'))).toMatchObject([
      { entryId: id, by: 'machine', stance: 'menyebarkan' },
    ]);
    expect(JSON.parse(await claims('match', text, '--json'))[0]).toMatchObject({ id, nearIdentical: true });

    const file = join(folder, 'klaim.csv');
    await claims('export', '--out', file);
    const there = (...words: string[]) => run('claims', ...words, '--data', join(folder, 'b'));
    await run('import', 'posts', posts, '--json', '--data', join(folder, 'b'));
    const imported = JSON.parse(await there('import', file, '--keep-approvals', '--json'));
    expect(imported).toMatchObject({ added: 1, matched: 1, linked: 1, refusals: [] });
    const again = join(folder, 'lagi.csv');
    await there('export', '--out', again);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(file, 'utf8'));
    const link = JSON.parse(await there('links', '--state', 'linked'))[0].id;
    expect(JSON.parse(await there('reject', link, 'none', '--by', 'ani'))).toEqual({
      changed: 1,
      reposts: 0,
      unknown: ['none'],
    });
    expect(JSON.parse(await there('import', file, '--keep-approvals', '--json'))).toMatchObject({
      added: 0,
      linked: 0,
    });
    expect(JSON.parse(await there('links', '--state', 'rejected'))).toHaveLength(1);
    await expect(there('import', posts, '--format', 'jsonld')).rejects.toThrow('ClaimReview');
    await expect(there('export', '--format', 'xml')).rejects.toThrow('tidak dikenal');
  });

  it('takes a file for what it holds, whatever its name says, and says what to do with what it cannot read', async () => {
    const file = join(folder, 'review.json');
    const review = {
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: 'https://cek.example/1',
      datePublished: '2026-01-02',
      claimReviewed: text,
      author: { '@type': 'Organization', name: 'Pemeriksa' },
      reviewRating: { '@type': 'Rating', alternateName: 'Salah' },
    };
    writeFileSync(file, JSON.stringify(review));
    expect(await claims('import', file)).toContain('1 periksa fakta ditambahkan');
    await expect(claims('import', file, '--format', 'json')).rejects.toThrow('--format jsonld');
    writeFileSync(file, `Klaim;Pemeriksa\n${text};\n`);
    expect(await claims('import', file)).toContain('1 klaim ditambahkan');
    const another = 'Kotak suara di gudang KPU – “kata warga” – sudah dibuka';
    writeFileSync(file, Buffer.from(`\ufeffKlaim\tPemeriksa\r\n${another}\t\r\n`, 'utf16le'));
    expect(await claims('import', file)).toContain('1 klaim ditambahkan');
    expect(await claims('list')).toContain(another);
    writeFileSync(file, '{"posts": []}');
    await expect(claims('import', file)).rejects.toThrow(/saring claims export.*ClaimReview.*CSV/);
    await expect(claims('import', file, '--format', 'xml')).rejects.toThrow('tidak dikenal');
  });
});
