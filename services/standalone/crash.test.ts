import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../shared/config/load-config.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { openEmbedded } from './main.ts';
import { crashBatch } from './testdata/crash-items.ts';

const child = join(import.meta.dirname, 'testdata', 'crash-child.ts');
const kills = 20;
const batchesPerRun = 6;

/** Runs the child on the folder; kills it `killAfterMs` after its first acknowledgement, unless that is null. */
function run(
  folder: string,
  first: number,
  killAfterMs: number | null,
): Promise<{ acknowledged: number[]; killed: boolean; errors: string }> {
  const started = spawn(process.execPath, [child, folder, String(first), String(batchesPerRun)]);
  const acknowledged: number[] = [];
  let errors = '';
  started.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  createInterface(started.stdout).on('line', (line) => {
    acknowledged.push(Number(line));
    if (killAfterMs !== null && acknowledged.length === 1)
      setTimeout(() => started.kill('SIGKILL'), killAfterMs);
  });
  return new Promise((resolve) => {
    started.on('close', (_code, signal) => resolve({ acknowledged, killed: signal === 'SIGKILL', errors }));
  });
}

type Installation = Awaited<ReturnType<typeof openEmbedded>>;

/** Items that lead to each issue by the index; what stands under an issue of a higher tier counts there, too. */
async function countByIssue(
  { index }: Installation,
  parentOf: ReadonlyMap<string, string | null>,
): Promise<{ ids: string[]; counts: Map<string, number> }> {
  const counts = new Map<string, number>();
  const ids: string[] = [];
  for await (const batch of index.scan({ scope: nationalScope }, 500))
    for (const { id, issueId } of batch) {
      ids.push(id);
      for (const one of issueId === null ? [] : [issueId, parentOf.get(issueId)])
        if (one) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
  return { ids, counts };
}

describe('a process that is killed at any moment', () => {
  it(`loses no acknowledged item and doubles none, over ${kills} kills`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'saring-crash-'));
    const acknowledged = new Set<number>();
    let killed = 0;
    // Later and later after the first acknowledgement, so that every stage is hit.
    for (let n = 0; n < kills; n += 1) {
      const result = await run(folder, n * batchesPerRun, n * 7);
      for (const batch of result.acknowledged) acknowledged.add(batch);
      if (result.killed) killed += 1;
    }
    expect(killed).toBeGreaterThan(kills / 2);
    const last = await run(folder, kills * batchesPerRun, null);
    expect(last.errors).toBe('');
    for (const batch of last.acknowledged) acknowledged.add(batch);

    const installation = await openEmbedded(loadConfig({}, { dataDir: folder, logLevel: 'silent' }));
    const { index, records, queue } = installation;
    try {
      const wanted = [...acknowledged].flatMap((batch) => crashBatch(batch).map((item) => item.id));
      const known = await index.known(wanted);
      expect(known.size).toBe(wanted.length);
      expect([...known.values()].every((item) => item.linked)).toBe(true);

      const { issues } = await records.issues.list({ scope: nationalScope, sort: 'newest', limit: 500 });
      const { ids, counts } = await countByIssue(
        installation,
        new Map(issues.map((issue) => [issue.id, issue.parentId])),
      );
      expect(new Set(ids).size).toBe(ids.length);
      expect(counts.size).toBeGreaterThan(0);
      const counted = issues
        .filter((issue) => issue.state !== 'merged')
        .map((issue) => [issue.id, issue.counts.items] as const);
      expect(new Map(counted)).toEqual(counts);
      const numbers = issues.map((issue) => issue.number);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect((await records.audit.verify()).brokenAt).toBeNull();
      expect(await queue.quarantined({ limit: 10 })).toEqual([]);
    } finally {
      await installation.close();
      rmSync(folder, { recursive: true });
    }
  }, 300_000);
});
