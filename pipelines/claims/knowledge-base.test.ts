import { beforeEach, describe, expect, it } from 'vitest';
import { openMemoryRecords } from '../../infra/records/testdata/open-memory-records.ts';
import type { Records } from '../../shared/ports/records.ts';
import { approved, buildClaim, buildFactCheck } from '../../shared/testing/build-claim.ts';
import { createKnowledgeBase } from './knowledge-base.ts';

const text = 'KPU menghapus undangan memilih bagi pemilih di seluruh kabupaten';
const now = Date.UTC(2024, 10, 27, 2);

describe('the knowledge base of a process', () => {
  let records: Records;
  beforeEach(async () => {
    const opened = await openMemoryRecords();
    records = opened.records;
    return opened.close;
  });

  it('follows what any process writes: new, changed, withdrawn and restored', async () => {
    const here = createKnowledgeBase(records);
    expect(await here.refresh()).toBe(0);
    for (let n = 0; n < 20; n++) await records.claims.put(buildClaim(n));
    await records.claims.put(buildClaim(50, { text }));
    await Promise.all([here.refresh(), here.refresh()]);
    expect(here.size).toBe(21);
    const best = () => here.match(`${text}, benarkah?`, { now })[0]?.entry;
    expect(best()?.id).toBe('claim-00050');
    const claim = (await records.claims.get('claim-00050'))!;
    await records.claims.put({ ...claim, ...approved(), version: 2 });
    await here.refresh();
    expect(best()).toMatchObject({ verdict: 'salah' });
    await records.claims.put({ ...claim, ...approved(), withdrawnAt: 5, version: 3 });
    await here.refresh();
    expect([here.size, best()?.id === 'claim-00050']).toEqual([20, false]);
    await records.claims.put({
      ...claim,
      ...approved(),
      text: `${text} dan kota`,
      version: 4,
      approver: 'petugas tiga',
    });
    await here.refresh();
    expect(best()).toMatchObject({ id: 'claim-00050', text: `${text} dan kota` });
    const elsewhere = createKnowledgeBase(records);
    expect(await elsewhere.refresh()).toBe(await here.refresh());
    expect(elsewhere.match(text, { now }).map(({ entry }) => entry.id)).toEqual(
      here.match(text, { now }).map(({ entry }) => entry.id),
    );
  });

  it('shows claims that contradict each other as such', async () => {
    const denied = text.replace('menghapus', 'tidak menghapus');
    await records.claims.put(buildClaim(1, { ...approved('salah'), text }));
    await records.claims.put(buildClaim(2, { ...approved('salah'), text: denied }));
    await records.factChecks.put([
      buildFactCheck(3, { text, verdict: 'benar' }),
      buildFactCheck(4, { text, verdict: 'salah' }),
      buildFactCheck(5, { text: `${text} pada 12 TPS`, verdict: 'benar' }),
    ]);
    const here = createKnowledgeBase(records);
    await here.refresh();
    const one = here.contradictionsOf('claim-00001', now);
    expect(one.map(({ id }) => id).sort()).toEqual([`${'0'.repeat(31)}3`, 'claim-00002']);
    expect(one[0]!.reason).toContain('dinilai');
    const matches = here.match(text, { now });
    expect(matches.find(({ entry }) => entry.id === 'claim-00001')?.contradicts).toHaveLength(2);
    expect(matches.find(({ entry }) => entry.id.endsWith('5'))?.contradicts).toEqual([]);
  });
});
