import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const programs = {
  worker: ['..', 'worker', 'main.ts'],
  scheduler: ['..', 'scheduler', 'main.ts'],
  api: ['..', 'api', 'main.ts'],
} as const;
export type ProgramName = keyof typeof programs;

const ready: Record<ProgramName, RegExp> = {
  worker: /worker: running/,
  scheduler: /scheduler: running/,
  api: /"address":"(http[^"]+)"/,
};

/** What a child said until it is ready, and what all said, is kept to this many characters: minutes of many workers. */
const keptOutput = 20_000;
const keptOfAll = 2_000_000;

/** Processes of the installation under test; all of them end with the run. */
export class ChildProcesses {
  readonly #environment: Readonly<Record<string, string>>;
  readonly #running = new Set<ChildProcess>();
  said = '';

  constructor(environment: Readonly<Record<string, string>>) {
    this.#environment = environment;
  }

  /** Resolves once the program says that it is ready; `address` is the API's. */
  start(
    program: ProgramName,
    more: Readonly<Record<string, string>> = {},
  ): Promise<{ child: ChildProcess; address: string }> {
    const env = { ...process.env, ...this.#environment, ...more };
    const file = join(import.meta.dirname, ...programs[program]);
    const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    this.#running.add(child);
    child.once('exit', () => this.#running.delete(child));
    return new Promise((resolve, reject) => {
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => {
        this.said = (this.said + chunk.toString()).slice(-keptOfAll);
        if (said.length > keptOutput) return;
        said += chunk.toString();
        const found = ready[program].exec(said);
        if (found) resolve({ child, address: found[1] ?? '' });
      });
      child.once('exit', (code) => reject(new Error(`a ${program} ended with ${code}: ${said.trim()}`)));
    });
  }

  async stop(): Promise<void> {
    const ended = [...this.#running].map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of this.#running) child.kill('SIGKILL');
    await Promise.all(ended);
  }
}
