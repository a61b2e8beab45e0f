import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Scenario } from '../scenario.ts';

const hourMs = 3_600_000;
const batchEveryMs = 200;

/** Loaded before the program: every clock of the process goes as far ahead as the file says. */
const shift = (file: string): string => `
import { readFileSync } from 'node:fs';
const Real = Date;
let ahead = 0;
const look = () => { try { ahead = Number(readFileSync(${JSON.stringify(file)}, 'utf8')) || 0; } catch {} };
look();
setInterval(look, 100).unref();
globalThis.Date = class extends Real {
  constructor(...given) { if (given.length === 0) super(Real.now() + ahead); else super(...given); }
  static now() { return Real.now() + ahead; }
};
`;

const jump = (name: string, ms: number): Scenario => ({
  name,
  degraded: [],
  async run(run, { awayMs }) {
    const folder = mkdtempSync(join(tmpdir(), 'saring-clock-'));
    const ahead = join(folder, 'ahead');
    const module = join(folder, 'shift.mjs');
    writeFileSync(ahead, '0');
    writeFileSync(module, shift(ahead));
    const wrong = { NODE_OPTIONS: `--import=${pathToFileURL(module).href}` };
    try {
      await Promise.all([run.start('worker', wrong), run.start('worker')]);
      run.feed(batchEveryMs);
      await wait(awayMs / 2);
      writeFileSync(ahead, String(ms));
      await wait(awayMs);
      const failed: string[] = [];
      if (!/clock/.test(run.said)) failed.push('the worker whose clock jumped did not say so');
      const late = await run.start('worker', wrong).then(
        () => 'a worker with a wrong clock started',
        (error: Error) => (/clock/.test(error.message) ? null : `it did not say why: ${error.message}`),
      );
      if (late) failed.push(late);
      writeFileSync(ahead, '0');
      await wait(awayMs / 2);
      return { failed };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
});

export const wrongClock: readonly Scenario[] = [
  jump('a clock jumps an hour ahead', hourMs),
  jump('a clock jumps an hour back', -hourMs),
];
