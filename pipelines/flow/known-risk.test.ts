import { describe, expect, it } from 'vitest';
import { emptyCounts } from '../../shared/domain/issue.ts';
import { approved, buildClaim, buildClaimLink } from '../../shared/testing/build-claim.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { decideLinks } from '../claims/decide-links.ts';
import { openWatch } from './testdata/open-watch.ts';

describe('the risk of an issue that the knowledge base knows', async () => {
  const { clock, records, look } = await openWatch(Date.parse('2025-09-01T03:00:00Z'));
  const issue = buildIssue(1, {
    unit: 'RI',
    title: 'Sudah lihat kabar yang beredar ini?',
    topic: 'lainnya',
    sentences: { positive: [], neutral: ['Benarkah yang dibagikan itu?'], negative: [] },
    counts: { ...emptyCounts, unique: 3, items: 3, neutral: 3 },
    firstAt: clock.now() - 1,
    lastAt: clock.now(),
  });
  const risk = async () => (await records.issues.many([issue.id]))[0]!.risk;

  it('follows a claim when a person confirms the link, and goes back when they reopen it', async () => {
    await records.issues.put([issue]);
    await records.claims.put(buildClaim(1, { ...approved('salah'), kind: 'fabricated' }));
    const link = buildClaimLink(1, { subjectKind: 'issue', subjectId: issue.id, stance: null });
    await records.claimLinks.suggest([issue.id], [link]);
    const decide = (state: 'linked' | 'suggested') =>
      decideLinks(records, [link.id], { state, by: 'analis', reason: 'sama persis', at: clock.now() });
    await decide('suggested');
    await look();
    expect((await risk()).impact).toBeLessThan(5);
    await decide('linked');
    await look();
    const told = await risk();
    expect(told).toMatchObject({ impact: 5, level: 'tinggi' });
    expect(told.parts.find(({ code }) => code === 'I_claim')!.evidence).toBe(
      'klaim yang dikenal "Tujuh kontainer surat suara tercoblos ditemukan di pelabuhan nomor 1" (rekayasa): menuduh hasil pemilihan diatur',
    );
    await decide('suggested');
    await look();
    expect((await risk()).impact).toBeLessThan(5);
  });
});
