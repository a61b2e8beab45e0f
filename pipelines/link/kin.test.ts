import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import type { Topic } from '../../shared/domain/labels.ts';
import { plainItem, plainLabels } from '../evaluate/plain-item.ts';
import { factsOf } from './facts.ts';
import { KinFinder } from './kin-finder.ts';
import { vectorOf } from './likeness.ts';
import { createLinker } from './linker.ts';
import { OpenWindow } from './open-window.ts';
import { defaultLinkSettings, type LinkSettings } from './settings.ts';
import { TermSpace } from './term-space.ts';

const start = Date.parse('2024-02-05T00:00:00Z');
const post = (id: string, text: string, code: string | null, topic: Topic, at = start) =>
  plainItem(
    { id, text, at, author: id },
    {
      target: { ...plainLabels.target, value: true, confidence: 0.99 },
      topic: { ...plainLabels.topic, value: topic },
      places: code === null ? [] : [{ code, from: 'text', words: [] }],
    },
  );

describe('kinship', () => {
  const [space, kin] = [new TermSpace(), new KinFinder(new OpenWindow(), defaultLinkSettings)];
  const sideOf = (text: string, code: string | null, topic: Topic, at = start) => {
    const { terms, counts } = space.read(text);
    const facts = factsOf(post(text, text, code, topic, at));
    return kin.sideOfItem({ position: 0, at, facts, vector: vectorOf(terms, counts, space) });
  };
  const delay = sideOf(
    'Rekapitulasi di kecamatan molor, saksi protes formulir hilang',
    '73.71',
    'rekapitulasi',
  );
  const pleno = 'Pleno ricuh, penghitungan pindah ke hotel';

  test('the same place and topic bring together what shares no word; another place keeps apart', () => {
    const here = kin.score(delay, sideOf(pleno, '73.71', 'rekapitulasi'));
    const nowhere = kin.score(delay, sideOf(pleno, null, 'rekapitulasi'));
    const there = kin.score(delay, sideOf(pleno, '33.10', 'rekapitulasi'));
    expect(here).toBeGreaterThan(nowhere);
    expect(nowhere).toBeGreaterThan(there);
  });

  test('words in like company are nearer than others', () => {
    const other = 'Honor petugas belum dibayar bendahara';
    expect(kin.score(delay, sideOf(pleno, null, 'rekapitulasi'))).toBeGreaterThan(
      kin.score(delay, sideOf(other, null, 'rekapitulasi')),
    );
  });

  test('silence between two weakens it, and it is the same both ways', () => {
    const late = sideOf(pleno, '73.71', 'rekapitulasi', start + 3 * dayMs);
    expect(kin.score(delay, late)).toBeLessThan(kin.score(delay, sideOf(pleno, '73.71', 'rekapitulasi')));
    expect(kin.score(delay, late)).toBeCloseTo(kin.score(late, delay), 6);
  });
});

test('facets of one matter in one regency are one issue, what is told of another regency is its own', () => {
  const here = [
    'Rekapitulasi suara di kecamatan molor sampai subuh, PPK kelelahan',
    'Rekapitulasi kecamatan molor lagi, PPK kelelahan dan mengantuk',
    'Saksi walk out dari rapat pleno rekapitulasi karena formulir hasil hilang',
    'Pleno rekapitulasi ricuh, penghitungan suara dihentikan sementara, saksi protes',
    'KPU ambil alih rekapitulasi dua kecamatan yang tertunda',
  ].map((text, i) => post(`h${i}`, text, '73.71', 'rekapitulasi', start + i * hourMs));
  const there = [
    'Bawaslu minta rekap tingkat kabupaten dibuka lagi, angka TPS berubah',
    'Angka TPS berubah di rekap kabupaten, Bawaslu panggil KPU',
  ].map((text, i) => post(`t${i}`, text, '12.07', 'rekapitulasi', start + i * hourMs));
  const issues = (settings: Partial<LinkSettings>, posts: typeof here) => {
    const linker = createLinker(settings);
    // Nobody knows in the first hours how much is told of a regency at once.
    linker.linkBatch([post('before', 'KPU membuka layanan pemilih', null, 'lainnya', start - 12 * dayMs)]);
    linker.linkBatch([...here, ...there]);
    return new Set(posts.map(({ id }) => linker.issueOf(id)));
  };
  expect(issues({}, here).size).toBe(1);
  expect(issues({}, there).size).toBe(1);
  expect(issues({}, [...here, ...there])).not.toContain(null);
  expect(issues({}, [...here, ...there]).size).toBe(2);
  expect(issues({ kinJoin: 99, kinPair: 99, kinMerge: 99 }, here).size).toBe(2);
});
