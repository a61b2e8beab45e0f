import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../../pipelines/ingest/page/extract-article.ts';
import { createTaskThread, TaskEnded, type TaskThread } from './task-thread.ts';

describe('task thread', () => {
  let folder = '';
  let thread: TaskThread<[string], string>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'task-'));
    writeFileSync(
      join(folder, 'task.mjs'),
      `export function work(what) {
        if (what === 'hang') for (;;);
        if (what === 'throw') throw new Error('gagal');
        if (what === 'eat') { const all = []; for (;;) all.push(new Array(1e5).fill(what)); }
        if (what === 'exit') process.exit(3);
        return what.toUpperCase();
      }`,
    );
    thread = createTaskThread({
      module: pathToFileURL(join(folder, 'task.mjs')),
      exported: 'work',
      timeoutMs: 400,
      maxHeapMb: 32,
    });
  });
  afterAll(async () => {
    await thread.close();
    await rm(folder, { recursive: true });
  });

  it('runs tasks in order', async () => {
    expect(await Promise.all(['a', 'b', 'c'].map((text) => thread.run(text)))).toEqual(['A', 'B', 'C']);
  });

  it('hands on what the task threw', async () => {
    await expect(thread.run('throw')).rejects.toThrow('gagal');
  });

  it('ends a task that hangs, exits or eats memory, and goes on with the next', async () => {
    // Memory may run out before the time does, or after.
    const ends = { hang: /timed_out/, exit: /crashed/, eat: /crashed|timed_out/ };
    for (const [what, code] of Object.entries(ends)) {
      const [ended, after] = await Promise.allSettled([thread.run(what), thread.run('sesudah')]);
      expect(ended, what).toMatchObject({
        status: 'rejected',
        reason: { name: TaskEnded.name, code: expect.stringMatching(code) },
      });
      expect(after, what).toEqual({ status: 'fulfilled', value: 'SESUDAH' });
    }
  });

  it('reads a page without stalling the process', async () => {
    const pages: TaskThread<[string, string], Article> = createTaskThread({
      module: new URL('../../../pipelines/ingest/page/extract-article.ts', import.meta.url),
      exported: 'extractArticle',
      timeoutMs: 5_000,
    });
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 1);
    const heavy = `<article>${`<p>${'kata '.repeat(40)}</p>`.repeat(8_000)}</article>`;
    const article = await pages.run(heavy, 'https://a.example/');
    clearInterval(ticking);
    expect(article.text.length).toBeGreaterThan(100_000);
    expect(turns).toBeGreaterThan(2);
    await pages.close();
  });
});
