import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nationalScope } from '../../shared/domain/unit.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../shared/testing/build-item.ts';
import { type Entered, enterAs } from './testing/enter-as.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { putNeighbours } from './testing/put-neighbours.ts';

const reason = 'salah tempat';
const [one, two, three] = ['ISU-2024-000001', 'ISU-2024-000002', 'ISU-2024-000003'];

/** 1 and 2 are of Malang, 3 of Surabaya; 4 is East Java's, with 5 of Malang as a part of it. */
describe('an act, seen from every issue that it is about', () => {
  let api: TestApp;
  let jatim: Entered;
  let malang: Entered;
  let item: string;
  let local: string;
  beforeEach(async () => {
    api = await openTestApp();
    const whole = buildIssue(4, { unit: '35' });
    await putNeighbours(api.records, whole, buildIssue(5, { unit: '35.73', parentId: whole.id }));
    const build = (nativeId: string, issueId: string) =>
      buildIndexedItem({
        nativeId,
        text: `Kiriman ${nativeId}`,
        title: null,
        issueId,
        linkedAt: 1,
        labels: buildLabels({ places: [{ code: '35.73', from: 'text', words: [] }] }),
      });
    const items = [build('satu', 'issue-001'), build('lima', 'issue-005')];
    await api.index.put(items);
    [item, local] = items.map(({ id }) => id) as [string, string];
    jatim = await enterAs(api, 'jatim', 'analyst', '35');
    malang = await enterAs(api, 'malang', 'analyst', '35.73');
  });
  afterEach(() => api.close());

  const tagOf = async (id: string) => (await jatim.call('GET', `/v1/issues/${id}`)).etag;
  const act = async (url: string, body: object, issue: string): Promise<string> => {
    const header = { 'if-match': await tagOf(issue) };
    const answer = await jatim.call('POST', url, { ...body, reason }, header);
    expect(answer.status).toBe(200);
    api.clock.advance?.(1_000);
    return answer.body.acts[0].id;
  };
  const pin = (into: string, what = item) => act(`/v1/items/${what}/pin`, { issue: into }, into);
  const listed = async (who: Entered, id: string) =>
    (await who.call('GET', `/v1/issues/${id}/acts`)).body.decisions;
  const history = async (who: Entered, id: string): Promise<{ by: string; what: string; why: string }[]> =>
    (await who.call('GET', `/v1/issues/${id}/workflow`)).body.acts;
  const told = async (who: Entered, id: string) => (await history(who, id)).map(({ what }) => what);

  it('lists a moved item where it went and where it was taken from', async () => {
    const id = await pin('issue-002');
    for (const side of ['issue-001', 'issue-002'])
      expect(await listed(malang, side)).toMatchObject([
        { kind: 'pin', acts: [id], by: 'Petugas jatim', subjects: ['Kiriman satu'], from: one, into: two },
      ]);
    expect(await history(malang, 'issue-001')).toMatchObject([
      { by: 'jatim', what: `memindahkan unggahan ke ${two}`, why: reason },
    ]);
    expect(await told(malang, 'issue-002')).toEqual([`memindahkan unggahan dari ${one} ke isu ini`]);
    expect((await malang.call('GET', '/v1/issues/issue-001/workflow')).body.people.jatim).toBe(
      'Petugas jatim',
    );
  });

  it('is taken back from either side, with the version of that one', async () => {
    for (const side of ['issue-001', 'issue-002']) {
      const id = await pin('issue-002');
      const [tag, other] = [await tagOf(side), await tagOf(side === 'issue-001' ? 'issue-002' : 'issue-001')];
      const undo = (ifMatch: string) =>
        malang.call('POST', `/v1/acts/${id}/undo`, { reason: 'keliru' }, { 'if-match': ifMatch });
      expect((await undo(`"${side}-1"`)).status).toBe(412);
      expect((await undo('"issue-003-1"')).status).toBe(412);
      expect((await undo(tag)).status).toBe(200);
      api.clock.advance?.(1_000);
      for (const issue of ['issue-001', 'issue-002']) expect(await listed(malang, issue)).toEqual([]);
      // Whoever read the other side before is told.
      const late = { into: 'issue-003', reason };
      const otherId = side === 'issue-001' ? 'issue-002' : 'issue-001';
      expect(
        (await jatim.call('POST', `/v1/issues/${otherId}/merge`, late, { 'if-match': other })).status,
      ).toBe(412);
    }
    expect(await told(malang, 'issue-001')).toEqual([
      `mencabut keputusan: memindahkan unggahan ke ${two}`,
      `memindahkan unggahan ke ${two}`,
      `mencabut keputusan: memindahkan unggahan ke ${two}`,
      `memindahkan unggahan ke ${two}`,
    ]);
    expect((await told(malang, 'issue-002'))[0]).toBe(
      `mencabut keputusan: memindahkan unggahan dari ${one} ke isu ini`,
    );
  });

  it('tells open pages of both issues', async () => {
    const changed: string[] = [];
    api.changes.listen(({ id }) => changed.push(id));
    const id = await pin('issue-002');
    await malang.call('POST', `/v1/acts/${id}/undo`, { reason });
    expect(changed.toSorted()).toEqual(['issue-001', 'issue-001', 'issue-002', 'issue-002']);
  });

  it('shows a unit what was taken out of its issue to one beside, which it cannot take back itself', async () => {
    const id = await pin('issue-003');
    expect(await listed(malang, 'issue-001')).toMatchObject([{ from: one, into: three, isOpen: false }]);
    expect(await told(malang, 'issue-001')).toEqual([`memindahkan unggahan ke ${three}`]);
    expect((await malang.call('POST', `/v1/acts/${id}/undo`, { reason })).status).toBe(404);
    expect(await listed(jatim, 'issue-001')).toMatchObject([{ isOpen: true }]);
    expect((await jatim.call('POST', `/v1/acts/${id}/undo`, { reason })).status).toBe(200);
  });

  it('shows at a local issue, and at the whole of it, what was taken from there', async () => {
    await pin('issue-002', local);
    const whole = (await api.records.issues.get('issue-004', nationalScope))!.number;
    for (const side of ['issue-004', 'issue-005', 'issue-002'])
      expect(await listed(jatim, side)).toMatchObject([{ kind: 'pin', from: whole, into: two }]);
    expect(await told(malang, 'issue-005')).toEqual([`memindahkan unggahan ke ${two}`]);
    expect(await told(jatim, 'issue-004')).toEqual([`memindahkan unggahan ke ${two}`]);
  });

  it('says of an item that is pinned where it stands that it stays', async () => {
    await pin('issue-001');
    expect(await listed(malang, 'issue-001')).toMatchObject([{ from: null, into: one }]);
    expect(await told(malang, 'issue-001')).toEqual(['menyematkan unggahan di isu ini']);
  });

  it('stands in the history of both issues of a merge and of a split, too', async () => {
    const merge = await act('/v1/issues/issue-002/merge', { into: 'issue-001' }, 'issue-002');
    await act('/v1/issues/issue-001/split', { stories: ['s1'] }, 'issue-001');
    const made = (await api.records.constraints.active()).at(-1)!.right;
    await api.records.issues.put([{ ...buildIssue(6, { unit: '35.73' }), id: made }]);
    expect(await told(malang, 'issue-002')).toEqual([`menggabungkan isu ini ke ${one}`]);
    expect(await told(malang, 'issue-001')).toEqual([
      'memisahkan cerita menjadi ISU-2024-000006',
      `menggabungkan ${two} ke isu ini`,
    ]);
    expect(await told(malang, made)).toEqual([`memisahkan isu ini dari ${one}`]);
    await malang.call('POST', `/v1/acts/${merge}/undo`, { reason });
    expect((await told(malang, 'issue-002'))[0]).toBe(`mencabut keputusan: menggabungkan isu ini ke ${one}`);
    expect((await told(malang, 'issue-001'))[0]).toBe(`mencabut keputusan: menggabungkan ${two} ke isu ini`);
  });
});
