import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { dayMs } from '../../shared/domain/instant.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { approved, buildClaim, buildFactCheck } from '../../shared/testing/build-claim.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../shared/testing/build-item.ts';
import { createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { decideLinks } from '../claims/decide-links.ts';
import { createKnowledgeBase } from '../claims/knowledge-base.ts';
import { matchClaims } from './match-claims.ts';
import { matchEntries } from './match-entries.ts';

const containers = 'Tujuh kontainer surat suara tercoblos ditemukan di pelabuhan Tanjung Priok semalam';
const invitation = 'Undangan memilih dihapus dan pemilih cukup membawa KTP elektronik ke TPS masing-masing';

describe('matching with the knowledge base', () => {
  const sqlite = () => openSqlite(':memory:');
  let clock = createFixedClock();
  let index: ItemIndex;
  let records: Records;
  let close: () => Promise<void>;
  const deps = () => ({ index, records, clock, knowledge: createKnowledgeBase(records) });
  beforeEach(async () => {
    const file = sqlite();
    clock = createFixedClock();
    index = createSqliteIndex(file, searchTerms);
    const made = await createRecords(createSqliteDialect(file));
    records = made.records;
    close = async () => {
      await made.close();
      file.close();
    };
    await records.claims.put(buildClaim(1, { ...approved(), text: containers }));
    await records.claims.put(buildClaim(2, { text: invitation }));
    await records.factChecks.put([buildFactCheck(3, { text: invitation })]);
  });
  afterEach(() => close());

  const put = async (nativeId: string, text: string, over: Partial<IndexedItem> = {}) => {
    const item = buildIndexedItem({
      nativeId,
      text,
      publishedAt: clock.now(),
      collectedAt: clock.now(),
      ...over,
    });
    await index.put([item]);
    return item.id;
  };
  const linksOf = async (subjectId: string) =>
    (await records.claimLinks.list({ subjectIds: [subjectId], limit: 10 })).links;
  const match = (...itemIds: string[]) => matchClaims(deps(), { itemIds });

  it('links near-identical text to an approved claim, as automatic and audited; all else is a suggestion', async () => {
    const copy = await put('a', `${containers.toUpperCase()} !!!`);
    const told = await put(
      'b',
      'kata grup sebelah undangan nyoblos dihapus, cukup bawa KTP elektronik ke TPS',
    );
    const short = await put('c', 'kontainer tercoblos');
    expect((await match(copy, told, short)).linked.map(({ subjectId }) => subjectId)).toEqual([copy]);
    expect((await linksOf(copy))[0]).toMatchObject({
      entryId: 'claim-00001',
      state: 'linked',
      by: 'machine',
      stance: 'menyebarkan',
    });
    const suggestions = await linksOf(told);
    expect(new Set(suggestions.slice(0, 2).map(({ entryKind }) => entryKind))).toEqual(
      new Set(['claim', 'fact_check']),
    );
    expect(suggestions.every(({ state }) => state === 'suggested')).toBe(true);
    expect(suggestions[0]!.agrees).toContain('undangan');
    expect(await linksOf(short)).toEqual([]);
    const audit = await records.audit.of('claim-00001', 5);
    expect(audit[0]).toMatchObject({ actor: 'machine', action: 'claim_link.automatic' });
    await match(copy, told);
    expect(await records.audit.of('claim-00001', 5)).toHaveLength(1);
  });

  it('links none of two approved claims that contradict each other: both are suggestions', async () => {
    await records.claims.put(buildClaim(4, { ...approved('benar'), text: `${containers}.` }));
    const copy = await put('a', `${containers}!`);
    expect((await match(copy)).linked).toEqual([]);
    expect((await linksOf(copy)).map(({ entryId, state }) => [entryId, state])).toEqual(
      expect.arrayContaining([
        ['claim-00001', 'suggested'],
        ['claim-00004', 'suggested'],
      ]),
    );
  });

  it('does not link a text with another number, a denial, or to a claim that is not approved', async () => {
    const number = await put('a', containers.replace('Tujuh', '12'));
    const denial = await put('b', `Tidak benar ${containers}`);
    const unchecked = await put('c', invitation);
    expect((await match(number, denial, unchecked)).linked).toEqual([]);
    expect((await linksOf(denial))[0]).toMatchObject({ stance: 'membantah', state: 'suggested' });
    expect((await linksOf(denial))[0]!.differs).toContain('unggahan menyangkal');
  });

  it('remembers a rejection for ever, for re-posts and for the issue alike', async () => {
    const item = await put(
      'a',
      'benar tidak undangan memilih dihapus dan pemilih cukup membawa KTP elektronik?',
    );
    await match(item);
    const [first] = await linksOf(item);
    const reject = { state: 'rejected' as const, by: 'petugas', reason: 'lain perkara', at: 5 };
    expect(await decideLinks(records, [first!.id, 'none'], reject)).toHaveLength(1);
    expect(await decideLinks(records, [first!.id], reject)).toEqual([]);
    const repost = await put('b', containers, { duplicateOf: item });
    await match(item, repost);
    const again = await linksOf(item);
    expect(again.find(({ id }) => id === first!.id)).toMatchObject({ state: 'rejected', person: 'petugas' });
    expect(again.filter(({ state }) => state !== 'rejected').map(({ entryId }) => entryId)).not.toContain(
      first!.entryId,
    );
    expect((await records.audit.of(first!.entryId, 5))[0]).toMatchObject({
      action: 'claim_link.reject',
      reason: 'lain perkara',
    });
  });

  it('keeps what a person accepted, and lets re-posts follow it', async () => {
    const text = 'info valid undangan nyoblos dihapus kata ketua, bawa saja KTP elektronik kalian ke TPS';
    const item = await put('a', text);
    await match(item);
    const link = (await linksOf(item)).find(({ entryId }) => entryId === 'claim-00002')!;
    await decideLinks(records, [link.id], { state: 'linked', by: 'petugas', reason: null, at: 5 });
    const debunk = await put('b', `[HOAKS] ${text}`, { duplicateOf: item });
    const repost = await put('c', text, { duplicateOf: item });
    await match(item, debunk, repost);
    // It denies what it was called a re-post of: it is asked about on its own.
    const asked = (await linksOf(debunk)).find(({ entryId }) => entryId === 'claim-00002')!;
    expect(asked).toMatchObject({ state: 'suggested', stance: 'membantah' });
    await decideLinks(records, [asked.id], { state: 'linked', by: 'petugas', reason: null, at: 6 });
    expect(await linksOf(repost)).toMatchObject([{ entryId: 'claim-00002', state: 'linked', by: 'machine' }]);
    expect((await records.claimLinks.spread(['claim-00002'])).get('claim-00002')).toMatchObject({
      spreading: 2,
      unique: 1,
      denying: 1,
    });
  });

  it('links nothing by itself that says the opposite, or another number, place or body', async () => {
    const dismissed =
      'KPU Kota Malang memecat 12 petugas PPK Klojen karena terbukti menerima uang dari calon wali kota';
    await records.claims.put(buildClaim(4, { ...approved(), text: dismissed }));
    const first = await put('a', dismissed);
    const others = await Promise.all(
      [
        dismissed.replace('memecat', 'tidak memecat'),
        dismissed.replace('memecat', 'belum pernah memecat'),
        `HOAKS: ${dismissed}`,
        `[SALAH] ${dismissed}`,
        `Tidak benar ${dismissed}`,
        dismissed.replace('12', '1.200'),
        dismissed.replace('Malang', 'Surabaya'),
        dismissed.replace('Kota Malang', 'Kabupaten Gowa'),
        dismissed.replace('Klojen', 'Lowokwaru'),
        dismissed.replace('KPU', 'Bawaslu'),
      ].map((text, i) => put(`b${i}`, text, { duplicateOf: first })),
    );
    const same = await Promise.all(
      [dismissed.replace('12', 'dua belas'), `${dismissed.toUpperCase()} !!!`].map((text, i) =>
        put(`c${i}`, text),
      ),
    );
    const { linked } = await match(first, ...others, ...same);
    expect(new Set(linked.map(({ subjectId }) => subjectId))).toEqual(new Set([first, ...same]));
    expect((await linksOf(others[6]!))[0]!.differs).toContain('tempat yang disebut berbeda');
    const stances = await Promise.all(
      others
        .slice(0, 5)
        .map(async (id) => (await linksOf(id)).find(({ entryId }) => entryId === 'claim-00004')),
    );
    expect(stances.map((link) => `${link?.state} ${link?.stance}`)).toEqual(
      Array(5).fill('suggested membantah'),
    );
  });

  it('gives a re-post the link of its original in the same batch, whatever their order', async () => {
    const item = await put('a', containers);
    const added = await put('b', `${containers}, tolong sebarkan ke semua grup keluarga dan teman ya semua`, {
      duplicateOf: item,
    });
    const cut = await put('c', containers.replace(' semalam', ''), { duplicateOf: item });
    const [fewer, changed] = await Promise.all([
      put('e', containers.replace('Tujuh ', ''), { duplicateOf: item }),
      put('f', containers.replace('surat', 'kotak'), { duplicateOf: item }),
    ]);
    const elsewhere = await put('d', containers.replace('Tanjung Priok', 'Tanjung Perak Surabaya'), {
      duplicateOf: item,
    });
    const { linked } = await match(elsewhere, fewer, changed, cut, added, item);
    expect(new Set(linked.map(({ subjectId }) => subjectId))).toEqual(new Set([item, added, cut]));
    expect((await linksOf(changed))[0]).toMatchObject({
      entryId: 'claim-00001',
      state: 'suggested',
      differs: ['"kotak" pada unggahan, "surat" pada klaim'],
    });
    expect((await linksOf(fewer))[0]!.state).toBe('suggested');
    expect((await match(added, item)).linked).toEqual([]);
    const link = (await linksOf(item))[0]!;
    await decideLinks(records, [link.id], { state: 'rejected', by: 'petugas', reason: 'lain', at: 5 });
    await match(item, added, cut);
    expect((await linksOf(cut)).filter(({ state }) => state === 'linked')).toEqual([]);
  });

  it('counts no denial as spread, whatever a weak label says', async () => {
    const weak = (value: 'menyebarkan' | 'membantah', confidence = 0.55) =>
      buildLabels({ stance: { value, confidence, words: [], by: 'machine' } });
    const spreads = { labels: weak('menyebarkan') };
    const texts = [
      `Tidak benar ${containers}`,
      containers.replace('ditemukan', 'tidak ditemukan'),
      `${containers}, jangan percaya itu hoaks lama yang diulang`,
    ];
    const items = await Promise.all(texts.map((text, i) => put(`a${i}`, text, spreads)));
    const own = await put('b', containers, { labels: weak('membantah') });
    await match(...items, own);
    const stances = await Promise.all([...items, own].map(async (id) => (await linksOf(id))[0]?.stance));
    expect(stances).toEqual(['membantah', 'membantah', 'membantah', 'menyebarkan']);
  });

  it('does not take the claim’s own words for a denial of it', async () => {
    const text =
      'Ribuan surat suara palsu ditemukan petugas di gudang logistik pelabuhan Tanjung Priok semalam';
    await records.claims.put(buildClaim(5, { ...approved(), text }));
    const item = await put('a', text);
    await match(item);
    expect((await linksOf(item))[0]).toMatchObject({ entryId: 'claim-00005', stance: 'menyebarkan' });
  });

  it('does not offer a claim past its review date, and keeps what was linked to it', async () => {
    const before = await put('a', containers);
    await match(before);
    clock.advance(8 * dayMs);
    const after = await put('b', containers);
    await match(before, after);
    expect((await linksOf(before)).map(({ entryId }) => entryId)).toContain('claim-00001');
    expect((await linksOf(after)).map(({ entryId }) => entryId)).not.toContain('claim-00001');
    const claim = (await records.claims.get('claim-00001'))!;
    await records.claims.put({
      ...claim,
      approvedAt: clock.now(),
      reviewAt: clock.now() + dayMs,
      version: 2,
    });
    await match(after);
    expect((await linksOf(after))[0]).toMatchObject({ entryId: 'claim-00001', state: 'linked' });
  });

  it('compares the issues of the items, and those above them', async () => {
    await records.issues.put([
      buildIssue(1, { title: invitation, parentId: 'issue-002' }),
      buildIssue(2, { title: 'Undangan memilih ditiadakan', summary: invitation }),
      buildIssue(3, { title: invitation, state: 'merged' }),
    ]);
    const item = await put('a', 'apa saja', { issueId: 'issue-001', linkedAt: 1 });
    const seen = new Map<string, string>();
    const run = () => matchClaims({ ...deps(), seen }, { itemIds: [item], issueIds: ['issue-003'] });
    expect((await run()).matched).toBe(3);
    expect((await linksOf('issue-001'))[0]).toMatchObject({ subjectKind: 'issue', stance: null });
    expect((await linksOf('issue-002')).length).toBeGreaterThan(0);
    expect(await linksOf('issue-003')).toEqual([]);
    expect((await run()).matched).toBe(1);
  });

  it('finds what came before a claim was known', async () => {
    const text = 'Server KPU disetting memenangkan satu pasangan calon sebesar 57 persen sejak awal';
    const item = await put('a', text);
    await match(item);
    await records.claims.put(buildClaim(9, { ...approved(), text }));
    expect((await matchEntries(deps(), ['claim-00009', 'none'])).linked).toMatchObject([
      { subjectId: item, entryId: 'claim-00009' },
    ]);
    const repost = await put('b', `RT ${text} ini gawat sekali kawan`, { duplicateOf: item });
    expect((await matchEntries(deps(), ['claim-00009'])).linked.map(({ subjectId }) => subjectId)).toEqual([
      repost,
    ]);
  });

  it('heeds a person’s word on the stance', async () => {
    const item = await put('a', containers);
    await match(item);
    const [known] = await index.get([item], { unit: 'RI' });
    const stance = { value: 'membantah' as const, confidence: 1, words: [], by: 'person' as const };
    await index.put([{ ...known!, version: 2, labels: buildLabels({ stance }) }]);
    await match(item);
    expect((await records.claimLinks.spread(['claim-00001'])).get('claim-00001')).toMatchObject({
      spreading: 0,
      denying: 1,
    });
  });

  it('does nothing with an empty knowledge base', async () => {
    const file = sqlite();
    const empty = await createRecords(createSqliteDialect(file));
    const knowledge = createKnowledgeBase(empty.records);
    const item = await put('a', containers);
    const result = await matchClaims({ ...deps(), records: empty.records, knowledge }, { itemIds: [item] });
    expect(result).toEqual({ matched: 0, linked: [] });
    expect(knowledge.match(containers, { now: 1 })).toEqual([]);
    await empty.close();
    file.close();
  });
});
