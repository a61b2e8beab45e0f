import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Installation } from '../../shared/ports/installation.ts';
import { describeIssueRecordsContract } from '../../shared/ports/issue-records.contract.ts';
import { describeItemIndexContract } from '../../shared/ports/item-index.contract.ts';
import { describeQueueContract } from '../../shared/ports/queue.contract.ts';
import { describeRecordsContract } from '../../shared/ports/records.contract.ts';
import { buildAlert } from '../../shared/testing/build-delivery.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { createSqliteIndex } from '../index/sqlite/create-sqlite-index.ts';
import { createSqliteQueue } from '../queue/sqlite/create-sqlite-queue.ts';
import { createRecords } from '../records/create-records.ts';
import { createSqliteDialect } from '../records/sqlite-dialect.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { createTelemetry } from './node/create-telemetry.ts';
import { observeInstallation } from './observe-installation.ts';
import { observeQueue } from './observe-queue.ts';

const telemetryOf = () => createTelemetry({ service: 'test', version: '1', logLevel: 'silent' });

async function observed() {
  const sqlite = openSqlite(':memory:');
  const { records, close } = await createRecords(createSqliteDialect(sqlite));
  const telemetry = telemetryOf();
  const parts = { records, index: createSqliteIndex(sqlite, searchTerms), queue: {} };
  const installation = observeInstallation(parts as unknown as Installation, telemetry);
  const destroy = async (): Promise<void> => {
    await close();
    sqlite.close();
  };
  return { ...installation, telemetry, destroy, tamper: async (sql: string) => sqlite.writer.exec(sql) };
}

// Whatever a part promises, it promises when it is watched, too.
describeRecordsContract({ name: 'sqlite, observed', create: observed });
describeIssueRecordsContract({ name: 'sqlite, observed', create: observed });
describeItemIndexContract({ name: 'sqlite, observed', create: observed });

const openQueue = (path: string) => {
  const sqlite = openSqlite(path);
  const clock = { now: () => Date.now() };
  const queue = createSqliteQueue({ sqlite, clock, random: Math.random, pollMs: 10 });
  return { sqlite, queue: observeQueue(queue, telemetryOf()) };
};

describeQueueContract({
  name: 'sqlite, observed',
  async create() {
    const folder = mkdtempSync(join(tmpdir(), 'saring-observed-'));
    const path = join(folder, 'saring.sqlite');
    const opened = [openQueue(path)];
    return {
      queue: opened[0]!.queue,
      async again() {
        const next = openQueue(path);
        opened.push(next);
        return next.queue;
      },
      async destroy() {
        await Promise.all(opened.map(({ queue }) => queue.close()));
        for (const { sqlite } of opened) sqlite.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
});

describe('an observed installation', () => {
  it('times every call by its name, those of a transaction too, and counts drops and alerts once', async () => {
    const { records, index, telemetry, destroy } = await observed();
    await records.transaction(async (inner) => {
      await inner.state.put('a', 1);
      await inner.sources.countDrops(0, [{ stage: 'enrich', code: 'empty', detail: '', subject: '' }]);
    });
    await records.alerts.raise([buildAlert()]);
    await records.alerts.put([buildAlert({ falseAlarm: true })]);
    await index.known(['0'.repeat(32)]);
    await expect(index.search({ scope: { unit: 'RI' }, limit: 1, cursor: 'not ours' })).rejects.toThrow();
    const text = await telemetry.page.text();
    const count = (name: string, operation: string, outcome = 'ok'): string =>
      `saring_${name}_request_duration_seconds_count{operation="${operation}",outcome="${outcome}"} 1`;
    expect(text).toContain(count('database', 'transaction'));
    expect(text).toContain(count('database', 'state.put'));
    expect(text).toContain(count('database', 'sources.countDrops'));
    expect(text).toContain(count('index', 'known'));
    expect(text).toContain(count('index', 'search', 'error'));
    expect(text).toContain('saring_drops_total{stage="enrich",reason="empty"} 1');
    expect(text).toContain('saring_alerts_total{rule="quiet_tail",push="true"} 1');
    await destroy();
  });
});
