import { SingleBar } from 'cli-progress';
import type { CliContext } from './cli-context.ts';

export interface Progress {
  start(total: number): void;
  update(done: number): void;
  stop(): void;
}

/** A bar on a terminal; nothing where the output is read by a program. */
export function createProgress(_context: CliContext, quiet: boolean, what: string): Progress {
  if (quiet || !process.stderr.isTTY) return { start: () => {}, update: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: `{bar} {percentage}% | {value}/{total} ${what} | sisa {eta_formatted}`,
    stream: process.stderr,
    hideCursor: true,
  });
  return {
    start: (total) => bar.start(total, 0),
    update: (done) => bar.update(done),
    stop: () => bar.stop(),
  };
}
