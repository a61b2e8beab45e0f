import { describe, expect, it } from 'vitest';
import { createRecords } from '../../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../../infra/sqlite/open-sqlite.ts';
import { dayMs } from '../../../shared/domain/instant.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import { buildRecipient } from '../../../shared/testing/build-delivery.ts';
import { remindOfReports } from './remind-of-reports.ts';
import { defaultTieredSettings, dueAt } from './settings.ts';

const baseUrl = 'https://saring.example';
const period = { year: 2028, quarter: 1 } as const;

describe('remindOfReports', () => {
  it('reminds the people of a unit before and after the deadline, once a day', async () => {
    const { records } = await createRecords(createSqliteDialect(openSqlite(':memory:')));
    await records.recipients.put(buildRecipient({ id: 'humas-malang', unit: '35.73', units: ['35.73'] }));
    const due = dueAt(defaultTieredSettings, period, 'draft', 'Asia/Jakarta')!;
    const on = (days: number) => remindOfReports({ records, now: due + days * dayMs - 3_600_000, baseUrl });
    expect(await on(-5)).toBe(0);
    expect(await on(-2)).toBe(1);
    expect(await on(-2)).toBe(0);
    expect(await on(2)).toBe(1);
    expect(await on(12)).toBe(0);
    const sent = await records.deliveries.list({ scope: nationalScope, limit: 10 });
    expect(sent.map(({ kind, recipientId }) => [kind, recipientId])).toEqual([
      ['reminder', 'humas-malang'],
      ['reminder', 'humas-malang'],
    ]);
    const message = await records.deliveries.message(sent.at(-1)!.messageId);
    expect(message!.text).toMatch(
      /^Laporan Triwulan I 2028 KPU Kota Malang belum disusun; batasnya 3 hari lagi/,
    );
    expect(message!.link).toBe('https://saring.example/laporan/2028-TW1/35.73');
  });
});
