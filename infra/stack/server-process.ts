import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A real server of a test: where it is, and how to end, restart and remove it. */
export interface RunningServer {
  /** What clients connect to. */
  url: string;
  pid: number;
  /** Ends the process and keeps its data; `SIGKILL` is a crash. */
  halt(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same port with the same data. */
  resume(): Promise<void>;
  /** Ends the process and removes its data. */
  stop(): Promise<void>;
}

/** A server that is not installed on this machine; the message says what to install. */
export class ServerMissing extends Error {
  override name = 'ServerMissing';
}

/** A server that did not come up; the message ends with what it said. */
export class ServerFailed extends Error {
  override name = 'ServerFailed';
}

export interface ServerCommand {
  command: string;
  args: readonly string[];
  options?: SpawnOptions;
  /** Resolves true once the server answers. */
  isReady(): Promise<boolean>;
  readyWithinMs: number;
}

/** Where a server keeps its data, and what becomes of them when it is stopped. */
export interface DataFolder {
  path: string;
  remove(): void;
}

/** @param keepIn a folder whose data outlive the server; without it they are temporary */
export function dataFolderOf(server: string, keepIn: string | undefined): DataFolder {
  if (keepIn !== undefined) {
    const path = resolve(keepIn, server);
    mkdirSync(path, { recursive: true });
    return { path, remove: () => {} };
  }
  const path = mkdtempSync(join(tmpdir(), `saring-${server}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** What a server said is kept to this many characters, for the message when it fails. */
const keptOutput = 4_000;
const pollMs = 50;
/** A server that does not end by itself is killed after this long. */
const haltWithinMs = 20_000;

interface Started {
  child: ChildProcess;
  ended: Promise<void>;
}

async function startProcess({
  command,
  args,
  options,
  isReady,
  readyWithinMs,
}: ServerCommand): Promise<Started> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let hasEnded = false;
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-keptOutput);
    });
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      hasEnded = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  const deadline = Date.now() + readyWithinMs;
  while (!(await isReady().catch(() => false))) {
    if (hasEnded || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new ServerFailed(`${command} did not come up: ${said.trim()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return { child, ended };
}

/** Starts a server, waits until it answers, and ends it with this process at the latest. */
export async function runServer(
  url: string,
  command: ServerCommand,
  removeData: () => void,
): Promise<RunningServer> {
  let running: Started | null = await startProcess(command);
  const killAtExit = (): void => void running?.child.kill('SIGKILL');
  process.once('exit', killAtExit);
  const halt = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    if (!running) return;
    const { child, ended } = running;
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), haltWithinMs);
    await ended;
    clearTimeout(late);
    running = null;
  };
  return {
    url,
    get pid() {
      return running?.child.pid ?? 0;
    },
    halt,
    async resume() {
      running ??= await startProcess(command);
    },
    async stop() {
      await halt();
      process.removeListener('exit', killAtExit);
      removeData();
    },
  };
}
