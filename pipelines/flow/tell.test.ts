import { beforeEach, describe, expect, it } from 'vitest';
import { hourMs } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { Risk } from '../../shared/domain/risk.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { approved, buildClaim, buildClaimLink } from '../../shared/testing/build-claim.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem } from '../../shared/testing/build-item.ts';
import { defaultSources } from '../ingest/default-sources.ts';
import { initialHealth } from '../ingest/source-health.ts';
import { followClock, markStep } from '../watch/follow-clock.ts';
import { tellClaimMatches } from './tell-claims.ts';
import { tellClocks } from './tell-clocks.ts';
import { tellSilentSources } from './tell-sources.ts';
import { openWatch } from './testdata/open-watch.ts';

type Watch = Awaited<ReturnType<typeof openWatch>>;
const kritis: Risk = { likelihood: 4, impact: 5, score: 20, level: 'kritis', parts: [] };
const minute = 60_000;

describe('what is told beside spikes', () => {
  let clock: Watch['clock'];
  let index: Watch['index'];
  let records: Watch['records'];
  let deps: Watch['deps'];
  const alerts = async () =>
    (await records.alerts.list({ scope: nationalScope, limit: 100 }))
      .map(({ rule, unit, push, sentence }) => ({ rule, unit, push, sentence }))
      .toReversed();

  beforeEach(async () => {
    ({ clock, index, records, deps } = await openWatch());
  });

  describe('response clocks', () => {
    const look = async (issue: Issue): Promise<void> => {
      const [kept] = await records.clocks.many([issue.id]);
      const followed = followClock(kept ?? null, issue, issue.risk.level, clock.now());
      await records.transaction((inner) =>
        tellClocks({ ...deps(), records: inner }, [issue], [followed], new Set()),
      );
    };

    it('warn before a target, hand a missed one a tier up, tell both units, and say each once', async () => {
      const issue = buildIssue(1, { risk: kritis, owner: 'petugas', unit: '35.73' });
      await records.issues.put([issue]);
      await look(issue);
      expect((await alerts()).map(({ rule, unit }) => [rule, unit])).toEqual([['escalated', 'RI']]);
      clock.advance(12 * minute);
      await look(issue);
      clock.advance(4 * minute);
      await look(issue);
      await look(issue);
      const told = (await alerts()).slice(1);
      expect(told.map(({ rule, unit, push }) => [rule, unit, push])).toEqual([
        ['clock_at_risk', '35.73', true],
        ['escalated', '35', true],
        ['escalated', '35.73', true],
        ['escalated', '35', true],
      ]);
      expect(told[0]!.sentence).toBe(
        '"Surat suara kurang di TPS 1" (Kota Malang): target pemilahan jatuh tempo dalam 3 menit.',
      );
      expect(told[2]!.sentence).toBe(
        '"Surat suara kurang di TPS 1" (Kota Malang): target pemilahan terlewat 1 menit; KPU Kota Malang meneruskannya kepada KPU Provinsi Jawa Timur.',
      );
    });

    it('wake nobody for an issue that nobody was woken for, and stand still while they are paused', async () => {
      const issue = buildIssue(1, { risk: kritis, unit: '35.73' });
      await records.issues.put([issue]);
      await look(issue);
      expect((await alerts()).map(({ push }) => push)).toEqual([false]);
      const [kept] = await records.clocks.many([issue.id]);
      await records.clocks.put([
        { ...kept!, pauses: [{ from: clock.now(), to: null, by: 'x', reason: 'menunggu' }] },
      ]);
      clock.advance(20 * minute);
      await look(issue);
      expect(await alerts()).toHaveLength(1);
    });

    it('take steps from the state, begin anew with a graver level, and end with the issue', () => {
      const issue = { id: 'i', unit: '35.73', state: 'new' as const };
      const first = followClock(null, issue, 'rendah', 1_000);
      const raised = followClock({ ...first, told: ['x'] }, issue, 'kritis', 9_000);
      expect(raised).toMatchObject({ startedAt: 1_000, levelAt: 9_000, told: [] });
      expect(followClock(raised, issue, 'sedang', 9_500)).toMatchObject({ level: 'sedang', levelAt: 9_000 });
      const published = followClock(raised, { ...issue, state: 'published' }, 'kritis', 10_000);
      expect(published.doneAt).toEqual({ triage: 10_000, holding: 10_000, clarification: 10_000 });
      expect(markStep(markStep(published, 'triage', 11_000), 'update', 12_000).doneAt).toMatchObject({
        triage: 10_000,
        update: 12_000,
      });
    });
  });

  describe('claim matches', () => {
    const arrange = async (over: {
      followers?: number;
      state?: 'linked' | 'suggested';
      stance?: 'menyebarkan' | 'membantah';
    }) => {
      const { followers = 250_000, state = 'linked', stance = 'menyebarkan' } = over;
      const metrics = { likes: 0, replies: 0, shares: 0, views: 0, followers };
      const item = buildIndexedItem({
        nativeId: `far-${followers}-${state}-${stance}`,
        metrics,
        publishedAt: clock.now(),
        collectedAt: clock.now(),
      });
      await index.put([item]);
      await records.claimLinks.suggest(
        [item.id],
        [buildClaimLink(1, { id: `l-${item.id}`, subjectId: item.id, state, stance })],
      );
      return item.id;
    };
    beforeEach(() => records.claims.put(buildClaim(1, approved('salah'))));

    it('wake people where a far-reaching account carries on a claim that was judged false', async () => {
      const id = await arrange({});
      await tellClaimMatches(deps(), [id]);
      await tellClaimMatches(deps(), [id]);
      expect(await alerts()).toEqual([
        {
          rule: 'claim_match',
          unit: 'RI',
          push: true,
          sentence:
            '"Tujuh kontainer surat suara tercoblos ditemukan di pelabuhan nomor 1" (Indonesia): akun dengan 250.000 pengikut mengunggah klaim yang sudah dinyatakan salah.',
        },
      ]);
    });

    it('wait for the digest where the match is not sure; rebuttals and small accounts are none', async () => {
      const likely = await arrange({ state: 'suggested' });
      const denial = await arrange({ stance: 'membantah' });
      const small = await arrange({ followers: 5_000 });
      await tellClaimMatches(deps(), [denial, small]);
      expect(await alerts()).toEqual([]);
      await tellClaimMatches(deps(), [likely]);
      expect((await alerts()).map(({ push }) => push)).toEqual([false]);
    });
  });

  it('tells once of a source that is silent far beyond its habit', async () => {
    const source = {
      ...defaultSources[0]!,
      id: 'contoh',
      name: 'Harian Contoh',
      enabled: true,
      homeArea: null,
    };
    await records.sources.put(source);
    const lastNewItemAt = clock.now();
    await records.sources.putHealth({ ...initialHealth(source, 0), lastNewItemAt });
    await index.put(
      Array.from({ length: 60 }, (_, n) => {
        const publishedAt = lastNewItemAt - n * 2 * hourMs;
        return buildIndexedItem({
          nativeId: `n${n}`,
          sourceId: source.id,
          publishedAt,
          collectedAt: publishedAt,
        });
      }),
    );
    clock.advance(10 * hourMs);
    await tellSilentSources(deps());
    expect(await alerts()).toEqual([]);
    clock.advance(8 * hourMs);
    await tellSilentSources(deps());
    clock.advance(2 * hourMs);
    await tellSilentSources(deps());
    expect(await alerts()).toEqual([
      {
        rule: 'source_silent',
        unit: 'RI',
        push: false,
        sentence:
          '"Harian Contoh" (Indonesia): tidak ada unggahan selama 18 jam, biasanya setiap 2 jam; yang tidak terkumpul belum tentu aman.',
      },
    ]);
  });
});
