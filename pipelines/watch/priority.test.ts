import { describe, expect, it } from 'vitest';
import { hourMs } from '../../shared/domain/instant.ts';
import { emptyCounts, type Issue } from '../../shared/domain/issue.ts';
import { nextStepOf } from './next-step.ts';
import { prioritise, trendShare } from './priority.ts';
import type { PriorityFacts } from './priority-facts.ts';
import { titleInSentence } from './priority-reason.ts';
import { defaultWatchSettings } from './settings.ts';

const now = Date.parse('2024-02-10T03:00:00Z');
const issue = (some: Partial<Issue> = {}): Omit<Issue, 'priority'> => ({
  id: 'i',
  number: 'ISU-2024-000001',
  title: 'Surat suara sudah tercoblos di gudang kecamatan.',
  titleBy: 'machine',
  summary: '',
  sentences: { positive: [], neutral: [], negative: [] },
  state: 'new',
  unit: '35.07',
  owner: null,
  parentId: null,
  mergedInto: null,
  narrativeId: null,
  topic: 'logistik',
  areas: ['35.07'],
  firstAt: now - 5 * hourMs,
  lastAt: now,
  counts: {
    ...emptyCounts,
    unique: 34,
    items: 146,
    negative: 24,
    neutral: 10,
    indicated: 20,
    interactions: 2_300,
    stance: { menyebarkan: 20, membantah: 2, bertanya: 3, memberitakan: 9 },
  },
  spread: { authors: 21, platforms: { x: 100, facebook: 46 }, outlets: {}, areas: {}, maxFollowers: 900 },
  risk: { likelihood: 3, impact: 4, score: 12, level: 'tinggi', parts: [] },
  verdict: 'belum_diperiksa',
  version: 1,
  ...some,
});
const facts = (some: Partial<PriorityFacts> = {}): PriorityFacts => ({
  issue: issue(),
  now,
  place: 'Kabupaten Malang',
  recent: 40,
  before: 10,
  clockShare: 0.5,
  ...some,
});
const score = (some: Partial<PriorityFacts> = {}) =>
  prioritise(facts(some), defaultWatchSettings.priority).score;

describe('prioritise', () => {
  it('says in one sentence what, where, how many, how it moves and how grave it is', () => {
    expect(prioritise(facts(), defaultWatchSettings.priority).reason).toBe(
      '"Surat suara sudah tercoblos di gudang kecamatan" (Kabupaten Malang): 34 unggahan unik dan 112 unggahan ulang ' +
        'dari 21 akun atau media di 2 platform, naik 4 kali lipat dalam 3 jam terakhir, 71% bernada negatif; risiko tinggi.',
    );
  });

  it('adds up to its parts while it is fresh, at most 100', () => {
    const priority = prioritise(facts(), defaultWatchSettings.priority);
    expect(priority.parts.reduce((sum, part) => sum + part.value, 0)).toBeCloseTo(priority.score, 1);
    expect(priority.score).toBeGreaterThan(50);
    const most = issue({
      risk: { likelihood: 5, impact: 5, score: 25, level: 'kritis', parts: [] },
      counts: { ...emptyCounts, unique: 9, items: 9, negative: 9, indicated: 9, interactions: 1e9 },
    });
    expect(score({ issue: most, before: 0, recent: 900, clockShare: 2 })).toBe(100);
  });

  it('orders by level, trend, clock, and lets silence and closing sink an issue', () => {
    const rendah = issue({ risk: { likelihood: 1, impact: 2, score: 2, level: 'rendah', parts: [] } });
    expect(score({ issue: rendah })).toBeLessThan(score());
    expect(score({ before: 40 })).toBeLessThan(score());
    expect(score({ clockShare: null })).toBeLessThan(score());
    const seen = issue({ state: 'triaged' });
    const silent = issue({ state: 'triaged', lastAt: now - 48 * hourMs });
    expect(score({ issue: silent })).toBeCloseTo(score({ issue: seen }) / 2, 0);
    expect(score({ issue: issue({ state: 'closed' }) })).toBeLessThan(score() / 5);
  });

  it('lets silence sink a serious issue slowly while nobody has looked at it', () => {
    const ratio = (state: 'new' | 'triaged') =>
      score({ issue: issue({ state, lastAt: now - 48 * hourMs }) }) / score({ issue: issue({ state }) });
    expect(ratio('triaged')).toBeCloseTo(0.5, 1);
    expect(ratio('new')).toBeGreaterThan(0.8);
  });

  it('speaks of questions and praise as such', () => {
    const stance = { menyebarkan: 0, membantah: 0, bertanya: 12, memberitakan: 0 };
    const asked = issue({ counts: { ...emptyCounts, unique: 14, items: 14, neutral: 14, stance } });
    expect(prioritise(facts({ issue: asked }), defaultWatchSettings.priority).reason).toContain(
      'pertanyaan warga',
    );
    const praised = issue({ counts: { ...emptyCounts, unique: 5, items: 5, positive: 5 } });
    expect(prioritise(facts({ issue: praised }), defaultWatchSettings.priority).reason).toContain(
      'bernada positif',
    );
  });

  it('stands an issue without any item', () => {
    expect(score({ issue: issue({ counts: emptyCounts }), recent: 0, before: 0 })).toBeGreaterThan(0);
  });
});

describe('the small parts', () => {
  it('trend grows with doublings', () => {
    expect([trendShare(1, 0), trendShare(5, 5), trendShare(3, 7)]).toEqual([0, 0, 0]);
    expect(trendShare(7, 3)).toBeCloseTo(1 / 3);
    expect(trendShare(70, 1)).toBe(1);
  });

  it('cuts a long title at a word', () => {
    expect(titleInSentence(`${'kata '.repeat(30)}`)).toMatch(/kata …$/);
    expect(titleInSentence('"Gudang dibuka", kata warga.')).toBe("'Gudang dibuka', kata warga");
    expect(titleInSentence('"Gudang dibuka tadi sore …')).toBe('Gudang dibuka tadi sore');
  });

  it('next step follows state, verdict and level', () => {
    expect(nextStepOf(issue())).toContain('pernyataan awal');
    expect(nextStepOf(issue({ state: 'drafting', verdict: 'sebagian_benar' }))).toContain('akui dahulu');
    expect(nextStepOf(issue({ state: 'drafting', verdict: 'belum_terbukti' }))).toContain('jangan membantah');
    expect(nextStepOf(issue({ state: 'triaged' }), 'criticism')).toContain('Tanggapi kritiknya');
    expect(nextStepOf(issue({ state: 'triaged' }), 'claim')).toContain('vonis');
    expect(nextStepOf(issue({ state: 'closed' }))).toContain('selesai');
  });

  it('next step of a grave issue follows what most of it is', () => {
    const grave = (counts: Partial<Issue['counts']>) =>
      nextStepOf(
        issue({
          risk: { ...issue().risk, level: 'kritis' },
          counts: { ...emptyCounts, unique: 12, items: 12, ...counts },
        }),
      );
    const stance = emptyCounts.stance;
    expect(grave({ stance: { ...stance, bertanya: 7 } })).toContain('sebagai pertanyaan');
    expect(grave({ stance: { ...stance, menyebarkan: 5 }, criticism: 2 })).toContain('sebagai klaim');
    expect(grave({ stance: { ...stance, menyebarkan: 4 }, criticism: 8 })).toContain('Bila ini kritik');
    expect(grave({})).toContain('tetapkan penanggung jawab');
  });
});
