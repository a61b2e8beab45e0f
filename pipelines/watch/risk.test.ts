import { describe, expect, it } from 'vitest';
import { emptyCounts } from '../../shared/domain/issue.ts';
import { bundledCalendar } from './calendar.ts';
import { impactPart } from './impact.ts';
import type { ImpactFacts, KnownClaim } from './impact-facts.ts';
import { likelihoodParts, type Reach } from './likelihood.ts';
import { assessRisk, combineRisk, levelOfScore } from './risk.ts';
import { defaultWatchSettings } from './settings.ts';

const settings = defaultWatchSettings.risk;
const at = (day: string) => Date.parse(`${day}T05:00:00Z`);
const reach = (some: Partial<Reach>): Reach => ({
  posts: 1,
  accounts: 1,
  platforms: 1,
  interactions: 0,
  maxFollowers: 0,
  mainstreamOutlets: [],
  outletsInWindow: 0,
  provinces: 1,
  ...some,
});
const facts = (some: Partial<ImpactFacts>): ImpactFacts => ({
  topic: 'lainnya',
  unit: '35.07',
  provinces: 1,
  texts: [],
  counts: emptyCounts,
  claims: [],
  narrative: null,
  personImpact: null,
  ...some,
});
const context = (day: string, unit = 'RI') => ({ at: at(day), unit, calendar: bundledCalendar, settings });
const part = (code: string, value: number) => ({ code, value, evidence: 'uji' });

describe('the three check cases', () => {
  it('containers of ballots: L4 × I5 is kritis', () => {
    const risk = assessRisk(
      reach({ maxFollowers: 900_000 }),
      facts({
        unit: 'RI',
        topic: 'logistik',
        texts: ['Tujuh kontainer surat suara sudah tercoblos di pelabuhan!'],
      }),
      context('2019-01-02'),
    );
    expect(risk).toMatchObject({ likelihood: 4, impact: 5, score: 20, level: 'kritis' });
  });

  it('an imitated poll page: L3 × I2 is sedang', () => {
    const risk = assessRisk(
      reach({ platforms: 2 }),
      facts({ topic: 'keamanan', unit: 'RI', texts: ['Ikuti polling resmi KPU di tautan ini'] }),
      context('2023-09-01'),
    );
    expect(risk).toMatchObject({ likelihood: 3, impact: 2, level: 'sedang' });
  });

  it('no more invitations, on 6 Feb 2024: L3 × I4, one level up, is kritis', () => {
    const risk = assessRisk(
      reach({ posts: 120, accounts: 80 }),
      facts({ topic: 'pemungutan suara', texts: ['Mulai sekarang undangan memilih tidak dicetak lagi'] }),
      context('2024-02-06', '35.07'),
    );
    expect(risk).toMatchObject({ likelihood: 3, impact: 4, score: 12, level: 'kritis' });
    expect(risk.parts.at(-1)).toMatchObject({ code: 'window' });
  });
});

describe('likelihood', () => {
  const cases: [Partial<Reach>, number][] = [
    [{}, 1],
    [{ posts: 9, accounts: 2 }, 1],
    [{ posts: 10 }, 2],
    [{ accounts: 3 }, 2],
    [{ platforms: 2 }, 3],
    [{ posts: 100 }, 3],
    [{ interactions: 1_000 }, 3],
    [{ mainstreamOutlets: ['Kantor berita nasional'] }, 4],
    [{ maxFollowers: 100_000 }, 4],
    [{ outletsInWindow: 5 }, 5],
    [{ provinces: 5 }, 5],
  ];
  it.each(cases)('%j is %i', (some, expected) => {
    expect(Math.max(...likelihoodParts(reach(some), settings).map((p) => p.value))).toBe(expected);
  });
});

describe('level', () => {
  it('follows DOMAIN at each border', () => {
    const levels = [1, 4, 5, 9, 10, 14, 15, 25].map((score) => levelOfScore(score, settings));
    expect(levels).toEqual(['rendah', 'rendah', 'sedang', 'sedang', 'tinggi', 'tinggi', 'kritis', 'kritis']);
  });

  it('is at least tinggi for impact 5, and says so', () => {
    const risk = combineRisk([part('L1', 1)], part('I_x', 5), context('2025-06-01'));
    expect(risk.level).toBe('tinggi');
    expect(risk.parts.map((p) => p.code)).toContain('floor');
  });

  it('rises from H-14 to the plenary day and not outside', () => {
    const level = (day: string) => combineRisk([part('L2', 2)], part('I_x', 3), context(day)).level;
    expect(level('2024-01-30')).toBe('sedang');
    expect(level('2024-01-31')).toBe('tinggi');
    expect(level('2024-03-20')).toBe('tinggi');
    expect(level('2024-03-21')).toBe('sedang');
  });
});

describe('impact', () => {
  const value = (some: Partial<ImpactFacts>) => impactPart(facts(some), settings).value;

  it('weighs the same claim by scope', () => {
    const texts = ['Suara digelembungkan di rekapitulasi'];
    expect(value({ texts })).toBe(4);
    expect(value({ texts, unit: 'RI' })).toBe(5);
    expect(value({ texts, provinces: 5 })).toBe(5);
  });

  it('sees violence and staff safety anywhere', () => {
    expect(value({ texts: ['Massa ricuh di depan kantor kecamatan'] })).toBe(5);
    expect(value({ texts: ['Katanya petugas KPPS diracun'] })).toBe(5);
  });

  it('does not take a negated word for the thing', () => {
    expect(value({ texts: ['Rekapitulasi berjalan lancar, tidak ricuh'] })).toBeLessThan(5);
  });

  it('wants more than one text in twenty', () => {
    const texts = ['ada yang ricuh', ...Array.from({ length: 19 }, () => 'honor petugas belum cair')];
    const counts = { ...emptyCounts, unique: 20, items: 20, negative: 20 };
    expect(value({ texts, topic: 'anggaran', counts })).toBe(2);
  });

  it('weighs a topic only where people find fault, less where few do or people only ask', () => {
    const seen = { ...emptyCounts, unique: 3, items: 3, neutral: 3 };
    const texts = ['jadwal rekapitulasi kecamatan'];
    expect(value({ texts, topic: 'rekapitulasi', counts: seen })).toBe(1);
    const asked = { ...seen, stance: { ...emptyCounts.stance, bertanya: 2 } };
    expect(value({ texts, topic: 'rekapitulasi', counts: asked })).toBe(2);
    expect(value({ texts, topic: 'rekapitulasi', counts: { ...seen, negative: 1 } })).toBe(2);
    expect(value({ texts, topic: 'rekapitulasi', counts: { ...seen, negative: 2 } })).toBe(4);
    const busy = { ...seen, unique: 100, items: 100 };
    expect(value({ texts, topic: 'rekapitulasi', counts: { ...busy, negative: 9 } })).toBe(2);
    expect(value({ texts, topic: 'rekapitulasi', counts: { ...busy, negative: 10 } })).toBe(4);
  });

  it('lets a person overrule every rule', () => {
    const personImpact = { value: 1, by: 'analis provinsi', reason: 'terbukti latihan evakuasi' };
    expect(value({ texts: ['bentrok'], personImpact })).toBe(1);
  });

  it('is small for praise', () => {
    expect(value({ topic: 'rekapitulasi', counts: { ...emptyCounts, unique: 10, positive: 8 } })).toBe(1);
  });
});

describe('impact of what the knowledge base has', () => {
  const claim = (text: string, kind: KnownClaim['kind'], areas: string[] = []): KnownClaim => ({
    text,
    kind,
    areas,
  });
  const spread = { ...emptyCounts, unique: 4, items: 4, neutral: 4 };
  const judge = (some: Partial<ImpactFacts>) =>
    impactPart(facts({ counts: spread, texts: ['Sudah lihat ini belum?'], ...some }), settings);
  const rigged = claim('Hasil diatur di server', 'fabricated');

  it('is what the linked claim puts at stake, and names it', () => {
    expect(judge({}).value).toBe(1);
    expect(judge({ claims: [claim('Hasil diatur di server', 'fabricated')] })).toMatchObject({
      code: 'I_claim',
      value: 4,
    });
    const told = judge({ unit: 'RI', claims: [claim('Hasil diatur di server', 'fabricated')] });
    expect(told.value).toBe(5);
    expect(told.evidence).toContain('"Hasil diatur di server" (rekayasa): menuduh hasil pemilihan diatur');
  });

  it('is national for a claim that is told in five provinces', () => {
    const areas = ['11', '32.01', '35.73', '73', '91'];
    expect(judge({ claims: [claim('Suara dicuri di semua TPS', 'manipulated', areas)] }).value).toBe(5);
    expect(
      judge({ claims: [claim('Suara dicuri di semua TPS', 'manipulated', ['35.07', '35.73'])] }).value,
    ).toBe(4);
  });

  it('is 2 for an imitated page, more where the page says more, 1 for satire', () => {
    expect(judge({ claims: [claim('Polling resmi KPU di tautan ini', 'imposter')] })).toMatchObject({
      code: 'I_imposter',
      value: 2,
    });
    expect(judge({ claims: [claim('Surat KPU: pencoblosan ditunda sepekan', 'imposter')] }).value).toBe(4);
    expect(
      judge({ claims: [claim('Suara dicuri tuyul', 'satire')], texts: ['suara dicuri tuyul'] }).value,
    ).toBe(1);
  });

  it("is the topic's where the claim says nothing stronger, and the texts' where they do", () => {
    const dull = claim('Kotak suara dari kardus mudah dibuka', 'misleading');
    expect(judge({ topic: 'logistik', claims: [dull] }).value).toBe(3);
    expect(judge({ topic: 'logistik', claims: [dull], texts: ['massa ricuh'] })).toMatchObject({
      code: 'I_violence',
      value: 5,
    });
  });

  it('leaves denials and reports alone', () => {
    const denied = { ...spread, stance: { ...spread.stance, membantah: 3, memberitakan: 1 } };
    expect(judge({ claims: [rigged], counts: denied }).value).toBe(1);
  });

  it('takes the weight that people gave a narrative, else what its words say', () => {
    const narrative = { name: 'Petugas KPPS diracun', examples: [], impact: null };
    expect(judge({ narrative })).toMatchObject({ code: 'I_narrative', value: 5 });
    expect(judge({ narrative: { ...narrative, impact: 3 } })).toMatchObject({
      code: 'I_narrative',
      value: 3,
    });
    expect(judge({ narrative: { name: 'Honor yang terlambat', examples: [] } }).value).toBe(1);
  });
});
