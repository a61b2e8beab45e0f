import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { openMemoryRecords } from '../../../infra/records/testdata/open-memory-records.ts';
import type { Claim } from '../../../shared/domain/claim.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { approved, buildClaim, buildFactCheck } from '../../../shared/testing/build-claim.ts';
import { exchanges } from './exchange.ts';
import { allKnowledge, importKnowledge } from './import-knowledge.ts';
import { exchangeFormats, UnreadableKnowledge } from './knowledge-file.ts';
import { recogniseFormat } from './recognise-format.ts';

const claims: Claim[] = [
  buildClaim(1, { ...approved('salah'), explanation: 'Surat suara\n"belum" dicetak; tiga, empat.' }),
  buildClaim(2, {
    text: '=HYPERLINK("https://jahat.example")',
    areas: ['35.73', '31'],
    stage: 'Kampanye',
    kind: 'imposter',
    informationType: 'disinformation',
    firstAppearedAt: Date.UTC(2024, 1, 2, 3, 4, 5, 6),
    firstUrl: 'https://x.example/1',
    sightings: [
      { at: 5, platform: 'whatsapp', url: null, note: "'=1+1", archiveHash: null },
      { at: null, platform: null, url: 'https://x.example/2', note: '', archiveHash: 'ab' },
    ],
  }),
  buildClaim(3, { withdrawnAt: 7, version: 4, text: "'-12 suara hilang" }),
];
const factChecks = [
  buildFactCheck(1, { rating: '', version: 3 }),
  buildFactCheck(2, { rating: null, verdict: 'belum_diperiksa', url: null, checkedAt: null }),
];
const by = { by: 'petugas', at: 9, sourceId: 'berkas', keepApprovals: true };

describe('claims as files', () => {
  let records: Records;
  beforeEach(async () => {
    const opened = await openMemoryRecords();
    records = opened.records;
    return opened.close;
  });

  it.each(exchangeFormats)('come back whole through %s, and a second time change nothing', async (format) => {
    const { write, read } = exchanges[format];
    const first = read(write({ claims, factChecks }));
    expect(first.refusals).toEqual([]);
    expect(await importKnowledge(records, first, by)).toMatchObject({
      added: 3,
      factChecks: { added: 2, changed: 0 },
      refusals: [],
    });
    const back = await allKnowledge(records);
    expect(back).toEqual({ claims, factChecks });
    expect(await importKnowledge(records, read(write(back)), by)).toMatchObject({
      added: 0,
      unchanged: 3,
      kept: [],
      factChecks: { added: 0, changed: 0, unchanged: 2 },
      ids: [],
    });
    expect(await records.audit.verify()).toEqual({ entries: 3, brokenAt: null });
  });

  it('come back whole through CSV whatever they say', () => {
    const { write, read } = exchanges.csv;
    const text = fc
      .string({ minLength: 3, maxLength: 40, unit: 'binary' })
      .map((s) => `${s.trim()}abc`.trim());
    fc.assert(
      fc.property(text, text, (stated, explanation) => {
        const claim = buildClaim(1, { text: stated, explanation });
        expect(read(write({ claims: [claim], factChecks: [] })).claims).toEqual([claim]);
      }),
      { numRuns: 300 },
    );
  });

  it('never overwrite what is here, nor bring approvals along unless told to', async () => {
    const { write, read } = exchanges.json;
    const file = read(write({ claims, factChecks: [] }));
    await importKnowledge(records, file, { ...by, keepApprovals: false });
    expect((await records.claims.get('claim-00001'))?.approver).toBeNull();
    const mine = (await records.claims.get('claim-00002'))!;
    await records.claims.put({ ...mine, explanation: 'kami', version: 2 });
    const again = await importKnowledge(records, file, { ...by, keepApprovals: false });
    expect(again).toMatchObject({ added: 0, unchanged: 2, kept: ['claim-00002'] });
    expect((await records.claims.get('claim-00002'))?.explanation).toBe('kami');
  });

  it('take others’ ClaimReviews, one or many, as fact-checks', async () => {
    const review = (n: number) => ({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      claimReviewed: `Klaim nomor ${n} tentang TPS`,
      url: `https://cek.example/${n}`,
      author: { '@type': 'Organization', name: 'Pemeriksa' },
      reviewRating: { '@type': 'Rating', alternateName: 'Menyesatkan' },
    });
    const many = Array.from({ length: 3_000 }, (_, n) => review(n));
    const read = exchanges.jsonld.read(JSON.stringify(many));
    expect(read.found).toHaveLength(3_000);
    const result = await importKnowledge(records, read, by);
    expect(result.factChecks.added).toBe(3_000);
    expect(exchanges.jsonld.read(JSON.stringify(review(1))).found[0]).toMatchObject({
      verdict: 'menyesatkan',
      checker: 'Pemeriksa',
    });
  });

  it.each(exchangeFormats)('are recognised by their content: %s', (format) => {
    expect(recogniseFormat(exchanges[format].write({ claims, factChecks: [] }))).toBe(format);
    expect(recogniseFormat(`\uFEFF  ${exchanges[format].write({ claims: [], factChecks: [] })}`)).toBe(
      format,
    );
  });

  it('take a plain list: rated rows as fact-checks, bare statements as claims to check, and say what they refuse', async () => {
    const csv =
      'Klaim;Pemeriksa;Vonis;URL\n' +
      'KPU hapus undangan;Cek;SALAH;https://cek.example/1\n' +
      'TPS 3 tutup lebih awal;;;\n' +
      ';Cek;SALAH;\n';
    const read = exchanges.csv.read(csv);
    expect(read.refusals).toMatchObject([{ at: 'baris 4' }]);
    const result = await importKnowledge(records, read, by);
    expect(result).toMatchObject({ added: 1, factChecks: { added: 1 } });
    expect((await records.claims.all())[0]).toMatchObject({
      text: 'TPS 3 tutup lebih awal',
      createdBy: 'petugas',
    });
    expect((await importKnowledge(records, exchanges.csv.read(csv), by)).added).toBe(0);
  });

  it('cut no claim of a list, and say that an empty file is empty', () => {
    const long = exchanges.csv.read(`klaim\nTPS 3 tutup\n${'kata '.repeat(1_200)}\n`);
    expect(long.drafts.map(({ text }) => text)).toEqual(['TPS 3 tutup']);
    expect(long.refusals).toMatchObject([{ at: 'baris 3', reason: expect.stringContaining('5999 huruf') }]);
    expect(() => exchanges.csv.read('\ufeff \n')).toThrow('Berkas kosong');
  });

  it.each(['=', '+', '-', '@', '＝', '＋', '－', '＠'])('run no cell in a spreadsheet: %s', (sign) => {
    const claim = buildClaim(1, { text: `${sign}1+1 suara hilang` });
    const file = exchanges.csv.write({ claims: [claim], factChecks: [] });
    expect(file).toContain(`,'${sign}1+1 suara hilang`);
    expect(exchanges.csv.read(file).claims).toEqual([claim]);
  });

  it('refuse single records that break the rules, and files that are something else', async () => {
    const broken = { ...claims[0]!, evidence: [] };
    const file = exchanges.json.write({ claims: [broken, claims[2]!], factChecks: [] });
    const result = await importKnowledge(records, exchanges.json.read(file), by);
    expect(result).toMatchObject({ added: 1, refusals: [{ at: 'claim-00001' }] });
    expect(exchanges.json.read('{"claims":[{"id":5}]}').refusals[0]).toMatchObject({ at: 'claims.0' });
    for (const [format, text] of [
      ['json', '{"a":1}'],
      ['json', 'x'],
      ['jsonld', '{"@type":"Article"}'],
      ['csv', 'a,b\n"x'],
    ] as const)
      expect(() => exchanges[format].read(text), `${format} ${text}`).toThrow(UnreadableKnowledge);
  });
});
