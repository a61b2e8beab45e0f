import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ClaimRefused } from '../domain/claim-rules.ts';
import { approved, buildClaim, buildClaimLink, buildFactCheck } from '../testing/build-claim.ts';
import { BadCursor } from './item-index.ts';
import { type Records, VersionConflict } from './records.ts';

interface ClaimBackend {
  name: string;
  /** Fresh, migrated records. */
  create(): Promise<{ records: Records; destroy(): Promise<void> }>;
}

const secondary = (url: string) => ({ title: 'Liputan', url, tier: 'secondary' as const, archiveHash: null });

/** What the knowledge base of every Records promises; a backend's test registers it. */
export function describeClaimRecordsContract(backend: ClaimBackend): void {
  describe(`Claim records contract: ${backend.name}`, () => {
    let made: Awaited<ReturnType<ClaimBackend['create']>>;
    let records: Records;
    beforeEach(async () => {
      made = await backend.create();
      records = made.records;
    });
    afterEach(() => made.destroy());

    describe('claims', () => {
      it('keeps every version, and refuses a write over somebody else’s', async () => {
        const first = buildClaim(1, { text: 'Surat\u0000suara dibakar' });
        await records.claims.put(first);
        const second = { ...first, explanation: 'Belum ada bukti.', version: 2 };
        await records.claims.put(second);
        expect(await records.claims.get(first.id)).toEqual(second);
        expect(await records.claims.versions(first.id)).toEqual([second, first]);
        for (const late of [first, second, { ...second, version: 4 }])
          await expect(records.claims.put(late)).rejects.toBeInstanceOf(VersionConflict);
        expect(await records.claims.get('none\u0000')).toBeNull();
        expect((await records.claims.many([first.id, 'none'])).map(({ id }) => id)).toEqual([first.id]);
      });

      it('lets one of two writers at the same moment through', async () => {
        const claim = buildClaim(1);
        await records.claims.put(claim);
        const both = await Promise.allSettled(
          ['a', 'b'].map((explanation) => records.claims.put({ ...claim, explanation, version: 2 })),
        );
        expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        expect(await records.claims.versions(claim.id)).toHaveLength(2);
      });

      it('takes "salah" with one primary or two independent secondary sources only', async () => {
        const judged = { verdict: 'salah' as const, checker: 'petugas satu', checkedAt: 5 };
        const weak = [
          [],
          [secondary('https://www.kabar.example/1')],
          [secondary('https://www.kabar.example/1'), secondary('https://m.kabar.example/2')],
        ];
        for (const evidence of weak) {
          const refused = await records.claims.put(buildClaim(1, { ...judged, evidence })).catch((e) => e);
          expect(refused).toBeInstanceOf(ClaimRefused);
          expect(refused.refusals[0].path).toBe('evidence');
        }
        expect(await records.claims.all()).toEqual([]);
        const two = [secondary('https://kabar.co.id/1'), secondary('https://berita.co.id/1')];
        await records.claims.put(buildClaim(1, { ...judged, evidence: two }));
        await records.claims.put(buildClaim(2, approved()));
        expect((await records.claims.all()).map(({ verdict }) => verdict)).toEqual(['salah', 'salah']);
      });

      it('lets nobody approve their own verdict, nor an approval outlive what it approved', async () => {
        const own = { ...approved(), approver: ' Petugas SATU ' };
        await expect(records.claims.put(buildClaim(1, own))).rejects.toBeInstanceOf(ClaimRefused);
        await expect(
          records.claims.put(buildClaim(1, { ...approved(), reviewAt: null })),
        ).rejects.toBeInstanceOf(ClaimRefused);
        const good = buildClaim(1, approved());
        await records.claims.put(good);
        await expect(
          records.claims.put({ ...good, text: 'Delapan kontainer', version: 2 }),
        ).rejects.toBeInstanceOf(ClaimRefused);
        await records.claims.put({ ...good, areas: ['31'], version: 2 });
        await records.claims.put({
          ...good,
          text: 'Delapan kontainer',
          approver: null,
          approvedAt: null,
          version: 3,
        });
        expect((await records.claims.get(good.id))?.approver).toBeNull();
      });

      it('adds one from elsewhere in its version, once', async () => {
        const far = buildClaim(1, { version: 4 });
        expect(await records.claims.add(far)).toBe(true);
        expect(await records.claims.add({ ...far, text: 'Lain sama sekali' })).toBe(false);
        await records.claims.put({ ...far, explanation: 'x', version: 5 });
        expect((await records.claims.versions(far.id)).map(({ version }) => version)).toEqual([5, 4]);
      });

      it('lists by what is asked, in pages', async () => {
        for (let n = 1; n <= 5; n++) await records.claims.put(buildClaim(n, { updatedAt: 100 + (n % 2) }));
        await records.claims.put(buildClaim(6, { ...approved('benar'), unit: '35.73', reviewAt: 2e12 }));
        await records.claims.put(buildClaim(7, { withdrawnAt: 5 }));
        const ids: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await records.claims.list({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
          expect(page.total).toBe(6);
          ids.push(...page.claims.map(({ id }) => id.at(-1)!));
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect(ids).toEqual(['6', '5', '3', '1', '4', '2']);
        const total = async (filter: object) => (await records.claims.list({ limit: 10, ...filter })).total;
        expect(await total({ verdicts: ['benar'] })).toBe(1);
        expect(await total({ units: ['35'] })).toBe(1);
        expect(await total({ units: ['RI'] })).toBe(5);
        expect(await total({ withdrawn: true })).toBe(1);
        expect(await total({ reviewBefore: 2e12 + 1 })).toBe(1);
        expect(await total({ reviewBefore: 2e12 })).toBe(0);
        expect(await total({ text: 'KONTAINER nomor 3' })).toBe(1);
        expect(await total({ text: '100% _' })).toBe(0);
        await expect(records.claims.list({ limit: 2, cursor: 'x' })).rejects.toBeInstanceOf(BadCursor);
      });
    });

    it('keeps a fact-check once, and anew only when it says something else', async () => {
      const checks = [buildFactCheck(1), buildFactCheck(2)];
      expect(await records.factChecks.put(checks)).toEqual({ added: 2, changed: 0, unchanged: 0 });
      const before = await records.knowledge.sequence();
      const again = checks.map((check) => ({ ...check, importedAt: 9, sourceId: 'lain' }));
      expect(await records.factChecks.put(again)).toEqual({ added: 0, changed: 0, unchanged: 2 });
      expect(await records.knowledge.sequence()).toBe(before);
      const corrected = { ...again[0]!, rating: 'MENYESATKAN', verdict: 'menyesatkan' as const };
      expect(await records.factChecks.put([corrected, again[1]!])).toMatchObject({
        changed: 1,
        unchanged: 1,
      });
      const [kept] = await records.factChecks.many([corrected.id]);
      expect(kept).toEqual({ ...checks[0], rating: 'MENYESATKAN', verdict: 'menyesatkan', version: 2 });
      const page = await records.factChecks.list({ limit: 1, after: checks[0]!.id });
      expect(page).toMatchObject({ total: 2, factChecks: [{ id: checks[1]!.id }] });
      expect((await records.factChecks.list({ limit: 9, text: 'nomor 2' })).total).toBe(1);
    });

    it('tells what changed in order, in pages of any size', async () => {
      expect(await records.knowledge.changesSince(0, 10)).toEqual({
        claims: [],
        factChecks: [],
        sequence: 0,
      });
      const claim = buildClaim(1);
      await records.claims.put(claim);
      await records.factChecks.put([buildFactCheck(1), buildFactCheck(2)]);
      await records.claims.put({ ...claim, explanation: 'x', version: 2 });
      const seen: string[] = [];
      let sequence = 0;
      for (;;) {
        const page = await records.knowledge.changesSince(sequence, 1);
        if (page.sequence === sequence) break;
        seen.push(...page.factChecks.map(({ id }) => id.at(-1)!), ...page.claims.map((c) => `v${c.version}`));
        sequence = page.sequence;
      }
      expect(seen).toEqual(['1', '2', 'v2']);
      expect(sequence).toBe(await records.knowledge.sequence());
      const all = await records.knowledge.changesSince(0, 10);
      expect([all.claims.length, all.factChecks.length, all.sequence]).toEqual([1, 2, sequence]);
    });

    describe('links', () => {
      const link = (n: number, entryId: string, over = {}) =>
        buildClaimLink(n, { subjectId: 's', entryId, rank: n, at: 10, ...over });

      it('replaces what the machine said and keeps what a person decided', async () => {
        const [a, b, c] = [link(1, 'a'), link(2, 'b'), link(3, 'c')];
        await records.claimLinks.suggest(['s'], [a, b]);
        const decision = { state: 'rejected' as const, person: 'petugas', at: 7 };
        expect(await records.claimLinks.decide([a.id, 'none'], decision)).toEqual([
          { ...a, state: 'rejected', by: 'person', person: 'petugas', decidedAt: 7 },
        ]);
        const linked = { ...link(4, 'd'), state: 'linked' as const };
        expect(await records.claimLinks.suggest(['s'], [b, linked])).toEqual([linked]);
        expect(await records.claimLinks.suggest(['s'], [b, linked])).toEqual([]);
        await records.claimLinks.suggest(['s'], [{ ...a, state: 'linked', stance: 'membantah' }, c]);
        const { links } = await records.claimLinks.list({ subjectIds: ['s'], limit: 10 });
        expect(links.map(({ id, state, by, stance }) => [id, state, by, stance])).toEqual([
          [a.id, 'rejected', 'person', 'membantah'],
          [c.id, 'suggested', 'machine', 'menyebarkan'],
        ]);
        await records.claimLinks.suggest(['s'], []);
        expect((await records.claimLinks.many([a.id, c.id])).map(({ id }) => id)).toEqual([a.id]);
        expect(await records.claimLinks.rejected(['s', 't'])).toEqual(new Map([['s', new Set(['a'])]]));
      });

      it('lists newest first, in pages, by subject, entry, state and who', async () => {
        const many = Array.from({ length: 5 }, (_, n) => buildClaimLink(n));
        await records.claimLinks.suggest(
          many.map(({ subjectId }) => subjectId),
          many,
        );
        await records.claimLinks.put(buildClaimLink(9, { state: 'linked', by: 'person', entryId: 'x' }));
        const ids: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await records.claimLinks.list({
            limit: 2,
            by: 'machine',
            ...(cursor === undefined ? {} : { cursor }),
          });
          ids.push(...page.links.map(({ id }) => id.at(-1)!));
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect(ids).toEqual(['4', '3', '2', '1', '0']);
        const count = async (filter: object) =>
          (await records.claimLinks.list({ limit: 10, ...filter })).links.length;
        expect(await count({ entryIds: ['x'] })).toBe(1);
        expect(await count({ states: ['suggested'] })).toBe(5);
        expect(await count({ subjectKind: 'issue' })).toBe(0);
      });

      it('counts denials, reports and questions apart from spread', async () => {
        const stances = [
          'menyebarkan',
          'none',
          'membantah',
          'memberitakan',
          'bertanya',
          'menyebarkan',
        ] as const;
        const links = stances.map((stance, n) =>
          buildClaimLink(n, {
            stance,
            state: 'linked',
            isRepost: n === 5,
            at: 100 + n,
            platform: 'whatsapp',
          }),
        );
        const more = [
          buildClaimLink(10, { state: 'suggested' }),
          buildClaimLink(11, { state: 'linked', subjectKind: 'issue', stance: null, platform: null }),
        ];
        for (const one of [...links, ...more]) await records.claimLinks.put(one);
        expect(await records.claimLinks.spread(['claim-00001', 'none'])).toEqual(
          new Map([
            [
              'claim-00001',
              {
                spreading: 3,
                unique: 2,
                denying: 1,
                reporting: 1,
                asking: 1,
                issues: 1,
                firstAt: 100,
                lastAt: 105,
                platforms: { whatsapp: 3 },
              },
            ],
          ]),
        );
      });
    });

    it('lands with its transaction or not at all', async () => {
      const broken = records.transaction(async (inner) => {
        await inner.claims.put(buildClaim(1));
        await inner.claimLinks.put(buildClaimLink(1));
        throw new Error('half-way');
      });
      await expect(broken).rejects.toThrow('half-way');
      expect(await records.claims.all()).toEqual([]);
      expect(await records.knowledge.sequence()).toBe(0);
      expect((await records.claimLinks.list({ limit: 1 })).links).toEqual([]);
    });
  });
}
