import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cell, RecordTables, TableRow } from './record-tables.ts';
import type { Records } from './records.ts';

interface TablesBackend {
  name: string;
  create(): Promise<{ tables: RecordTables; records: Records; destroy(): Promise<void> }>;
}

/** What the rows of every engine promise; a backend's test registers it. */
export function describeRecordTablesContract(backend: TablesBackend): void {
  describe(`RecordTables contract: ${backend.name}`, () => {
    let made: Awaited<ReturnType<TablesBackend['create']>>;
    beforeEach(async () => {
      made = await backend.create();
    });
    afterEach(() => made.destroy());

    async function all(table: string, limit: number): Promise<TableRow[]> {
      const rows: TableRow[] = [];
      let after: Cell[] | null = null;
      do {
        const page = await made.tables.read(table, after, limit);
        rows.push(...page.rows);
        after = page.next;
      } while (after !== null);
      return rows;
    }

    it('names the tables of the records and no other', async () => {
      const names = await made.tables.names();
      for (const name of ['audit_entry', 'issue', 'program_state', 'series_hour', 'recipient_contact'])
        expect(names).toContain(name);
      for (const name of names) expect(name).not.toMatch(/kysely|sqlite|^item|^job|^evidence$/);
    });

    it('reads in pages what the records wrote, also by a key of two columns', async () => {
      const hour = (n: number) => ({
        key: `issue:${n % 3}|35`,
        at: n * 3_600_000,
        counts: { all: n },
        actors: [],
      });
      await made.records.series.put(Array.from({ length: 20 }, (_, n) => hour(n)));
      const rows = await all('series_hour', 7);
      expect(rows).toHaveLength(20);
      expect(new Set(rows.map((row) => `${row['key']} ${row['at']}`)).size).toBe(20);
      expect(rows[0]!['at']).toBeTypeOf('number');
      expect(await made.tables.count('series_hour')).toBe(20);
    });

    it('writes rows so that the records read them, and in place of those with their key', async () => {
      const row = (value: string) => ({ name: 'n', value: JSON.stringify(value) });
      await made.tables.write('program_state', [row('one'), { name: 'm', value: '1' }]);
      await made.tables.write('program_state', [row('two')]);
      expect(await made.records.state.get('n')).toBe('two');
      expect(await made.records.state.get('m')).toBe(1);
      await made.tables.clear('program_state');
      expect(await all('program_state', 10)).toEqual([]);
    });

    it('replaces a table without a key whole', async () => {
      const contact = (address: string) => ({ recipient_id: 'r', channel: 'email', address });
      await made.tables.write('recipient_contact', [contact('a'), contact('b')]);
      await made.tables.write('recipient_contact', [contact('c')]);
      expect(await all('recipient_contact', 1)).toEqual([contact('c')]);
    });
  });
}
