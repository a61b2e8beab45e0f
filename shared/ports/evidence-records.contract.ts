import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CitizenReport } from '../domain/citizen-report.ts';
import { type EvidenceRecord, evidenceRecordId } from '../domain/evidence.ts';
import { nationalScope } from '../domain/unit.ts';
import type { Records } from './records.ts';

const item = (letter: string): string => letter.repeat(32);

const record = (over: Partial<EvidenceRecord> = {}): EvidenceRecord => ({
  id: evidenceRecordId(over.itemId ?? item('a'), over.version ?? 1, true),
  itemId: item('a'),
  version: 1,
  at: 1_000,
  reason: 'risk',
  level: 'tinggi',
  url: 'https://warta.example/1',
  fetchedAt: 999,
  parts: [{ name: 'teks.txt', hash: 'f'.repeat(64), bytes: 12, contentType: 'text/plain' }],
  ...over,
});

const report = (over: Partial<CitizenReport> = {}): CitizenReport => ({
  id: 'r1',
  at: 1_000,
  unit: '35.73',
  text: 'Katanya TPS dipindah',
  url: null,
  screenshot: null,
  contact: 'nomor pelapor',
  state: 'taken',
  itemId: item('a'),
  ...over,
});

/** What every Records promises about evidence and citizens' reports. */
export function describeEvidenceRecordsContract(backend: {
  name: string;
  create(): Promise<{ records: Records; destroy(): Promise<void> }>;
}): void {
  describe(`Evidence and report records contract: ${backend.name}`, () => {
    let made: Awaited<ReturnType<typeof backend.create>>;
    beforeEach(async () => {
      made = await backend.create();
    });
    afterEach(() => made.destroy());

    it('keeps the first record of a version and never another in its place', async () => {
      const { evidence } = made.records;
      expect(await evidence.add(record())).toBe(true);
      expect(await evidence.add(record({ at: 5_000 }))).toBe(false);
      const second = record({ version: 2, at: 2_000, reason: 'edit' });
      expect(await evidence.add(second)).toBe(true);
      await evidence.add(record({ itemId: item('b') }));
      expect(await evidence.of([item('a'), item('c')])).toEqual([record(), second]);
    });

    it('walks all records in pages', async () => {
      const { evidence } = made.records;
      for (const letter of ['a', 'b', 'c']) await evidence.add(record({ itemId: item(letter) }));
      const first = await evidence.list({ limit: 2 });
      const rest = await evidence.list({ limit: 2, after: first.at(-1)!.id });
      expect([...first, ...rest].map((one) => one.itemId).sort()).toEqual([item('a'), item('b'), item('c')]);
    });

    it('keeps reports by unit, newest first', async () => {
      const { reports } = made.records;
      await reports.put(report());
      await reports.put(report({ id: 'r2', at: 2_000, state: 'waiting_text', itemId: null }));
      await reports.put(report({ id: 'r3', at: 3_000, unit: '32.01' }));
      const ids = async (filter: Parameters<typeof reports.list>[0]) =>
        (await reports.list(filter)).map(({ id }) => id);
      expect(await ids({ scope: nationalScope, limit: 10 })).toEqual(['r3', 'r2', 'r1']);
      expect(await ids({ scope: { unit: '35' }, limit: 10 })).toEqual(['r2', 'r1']);
      expect(await ids({ scope: nationalScope, state: 'waiting_text', limit: 10 })).toEqual(['r2']);
      expect(await reports.get('r3', { unit: '35' })).toBeNull();
      expect(await reports.get('r1', { unit: '35' })).toEqual(report());
    });

    it('forgets old contacts and nothing else', async () => {
      const { reports } = made.records;
      await reports.put(report());
      await reports.put(report({ id: 'r2', at: 9_000 }));
      expect(await reports.forgetContacts(5_000)).toBe(1);
      expect(await reports.forgetContacts(5_000)).toBe(0);
      expect(await reports.get('r1', nationalScope)).toEqual(report({ contact: null }));
      expect((await reports.get('r2', nationalScope))?.contact).toBe('nomor pelapor');
    });
  });
}
