import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { composeCommand, ensureEngine } from './compose-engine.ts';
import { buildProgram, buildStandIns } from './compose-images.ts';
import { freePort } from './server-process.ts';

/**
 * Brings docker-compose.yml up for real, from empty volumes: the sample's week to the issue feed through the published
 * port, a restart of every service, three workers on one queue, and down and up with nothing lost. Images that cannot
 * be pulled are stood in for. Prints what it did and one JSON object as its last line; ends with 1 when anything is lost.
 */

const root = join(import.meta.dirname, '..', '..');
const image = 'saring:0.1.0';
/** Only what this machine needs otherwise: less memory, no limit of files that it may not set, and a web to read. */
const changes = `
services:
  elasticsearch:
    ulimits: !reset {}
    environment: { ES_JAVA_OPTS: -Xms512m -Xmx512m }
  worker:
    environment: { SARING_ALLOW_ADDRESSES: "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16" }
  sample:
    image: ${image}
    command: [node, services/sample/main.ts, 0.0.0.0, "8080", sample]
    networks: [outside]
`;
/** Puts sources from standard input in the records, as the API's form would. */
const putSources = `
import { openDistributed } from '/app/services/distributed/main.ts';
import { loadConfig } from '/app/shared/config/load-config.ts';
import { text } from 'node:stream/consumers';
const installation = await openDistributed(loadConfig(process.env));
for (const source of JSON.parse(await text(process.stdin))) await installation.records.sources.put(source);
await installation.close();
`;

const startedAt = Date.now();
const said = (what: string): void =>
  console.log(`${((Date.now() - startedAt) / 1_000).toFixed(0).padStart(4)} s  ${what}`);

interface Publisher {
  PublishedPort: number;
}

interface Seen {
  items: number;
  issues: string[];
}

class Trial {
  readonly #folder = mkdtempSync(join(tmpdir(), 'saring-trial-'));
  readonly #command: readonly string[];
  readonly #port: number;

  constructor(command: readonly string[], port: number) {
    this.#command = command;
    this.#port = port;
    writeFileSync(join(this.#folder, 'changes.yml'), changes);
  }

  compose(args: readonly string[], input = ''): string {
    const [program, ...first] = this.#command;
    const files = ['-f', join(root, 'docker-compose.yml'), '-f', join(this.#folder, 'changes.yml')];
    return execFileSync(
      program!,
      [...first, '-p', 'saring-trial', '--project-directory', this.#folder, ...files, ...args],
      {
        env: { ...process.env, SARING_PUBLISH: `127.0.0.1:${this.#port}` },
        input,
        stdio: ['pipe', 'pipe', 'pipe'],
        maxBuffer: 256 * 1024 * 1024,
      },
    ).toString();
  }

  saring(...args: string[]): string {
    return this.compose(['exec', '-T', 'worker', 'node', 'services/cli/main.ts', ...args]);
  }

  /** What the doctor says is ill, but for the sources: they are not reached from every machine. */
  ill(): string[] {
    let said: string;
    try {
      said = this.saring('doctor', '--json');
    } catch (error) {
      said = String((error as { stdout?: Buffer }).stdout ?? '');
    }
    const findings = JSON.parse(said) as { name: string; ok: boolean }[];
    return findings.filter(({ name, ok }) => !ok && name !== 'sumber').map(({ name }) => name);
  }

  setup(): void {
    const args = [join(root, 'services', 'cli', 'main.ts'), 'setup', '--dir', this.#folder];
    execFileSync(process.execPath, args, { stdio: 'pipe' });
  }

  up(...more: string[]): void {
    this.compose(['up', '-d', '--no-build', '--wait', '--wait-timeout', '300', ...more]);
  }

  async get<T>(path: string): Promise<T> {
    const token = readFileSync(join(this.#folder, 'secrets', 'token'), 'utf8').trim();
    const answer = await fetch(`http://127.0.0.1:${this.#port}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** Everything, by the published port. */
  async seen(): Promise<Seen> {
    const { total } = await this.get<{ total: number }>('/v1/items?limit=1');
    const issues: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      type Page = { issues: { id: string; number: string }[]; nextCursor: string | null };
      const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: Page = await this.get<Page>(`/v1/issues?limit=100${after}`);
      issues.push(...page.issues.map((issue) => `${issue.number} ${issue.id}`));
      cursor = page.nextCursor;
    }
    return { items: total, issues: issues.sort() };
  }

  /** Services that can be reached from outside, by the engine's own account. */
  published(): string[] {
    const rows = this.compose(['ps', '--format', 'json']).trim().split('\n');
    const found = rows.map((row) => JSON.parse(row) as { Service: string; Publishers?: Publisher[] | null });
    const open = found.filter((one) => one.Publishers?.some(({ PublishedPort }) => PublishedPort > 0));
    return [...new Set(open.map(({ Service }) => Service))].sort();
  }

  /** Whether the desk that the image was built with comes through the published port, its script too. */
  async servesDesk(): Promise<boolean> {
    const origin = `http://127.0.0.1:${this.#port}`;
    const page = await (await fetch(origin)).text();
    const [, script] = /<script[^>]+src="([^"]+\.js)"/.exec(page) ?? [];
    if (script === undefined) return false;
    const answer = await fetch(new URL(script, origin));
    return answer.ok && /javascript/.test(answer.headers.get('content-type') ?? '');
  }

  async until(what: string, holds: () => Promise<boolean>, withinMs = 180_000): Promise<void> {
    for (const from = Date.now(); !(await holds().catch(() => false)); await wait(500))
      if (Date.now() - from > withinMs) throw new Error(`${what}: not within ${withinMs / 1_000} s`);
  }

  end(): void {
    this.compose(['down', '-v', '--remove-orphans', '-t', '10']);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const lost = (before: Seen, after: Seen): number =>
  Math.max(0, before.items - after.items) + before.issues.filter((one) => !after.issues.includes(one)).length;

const isReady = (trial: Trial) => async (): Promise<boolean> =>
  (await trial.get<{ status: string }>('/readyz')).status === 'ok';

async function restartEach(trial: Trial, before: Seen) {
  const restarts: { service: string; ms: number; lost: number }[] = [];
  for (const service of ['redis', 'postgres', 'elasticsearch', 'api', 'worker', 'scheduler']) {
    const from = Date.now();
    trial.compose(['restart', '-t', '20', service]);
    await trial.until(`${service} was restarted`, isReady(trial));
    trial.up();
    restarts.push({ service, ms: Date.now() - from, lost: lost(before, await trial.seen()) });
    said(`restarted ${service}: ready again after ${restarts.at(-1)!.ms} ms, lost ${restarts.at(-1)!.lost}`);
  }
  return restarts;
}

/** The sample's feeds as sources of their own, by scheduler, queue and three workers. */
async function threeWorkers(trial: Trial, before: Seen): Promise<{ workers: number; items: number }> {
  trial.up('--scale', 'worker=3', '--no-recreate');
  const workers = trial.compose(['ps', '-q', 'worker']).trim().split('\n').length;
  const line = trial.compose(['logs', '--no-color', '--no-log-prefix', 'sample']).split('\n')[0]!;
  const { sources } = JSON.parse(line) as { sources: { id: string }[] };
  const own = sources.map((source) => ({ ...source, id: `percobaan-${source.id}` }));
  trial.compose(
    ['exec', '-T', 'worker', 'node', '--input-type=module', '-e', putSources],
    JSON.stringify(own),
  );
  type Health = { id: string; health: { lastSuccessAt: string | null } | null };
  await trial.until(
    'three workers took the feeds in',
    async () => {
      const { sources: all } = await trial.get<{ sources: Health[] }>('/v1/sources');
      const read = all.filter(({ id, health }) => id.startsWith('percobaan-') && health?.lastSuccessAt);
      const { work } = await trial.get<{ work: Record<string, Record<string, number>> }>('/v1/status');
      const open = ['enrich', 'link'].map((name) =>
        ['waiting', 'active', 'delayed'].reduce((sum, state) => sum + (work[name]?.[state] ?? 0), 0),
      );
      return read.length === own.length && open.every((count) => count === 0);
    },
    600_000,
  );
  await wait(5_000); // other processes see a write within 2 s
  const items = (await trial.seen()).items - before.items;
  return { workers, items };
}

async function run(trial: Trial) {
  trial.setup();
  trial.compose(['config', '-q']);
  said('config is whole, secrets are made');
  const from = Date.now();
  trial.up();
  const upMs = Date.now() - from;
  const published = trial.published();
  const desk = await trial.servesDesk();
  said(
    `up from empty volumes, all healthy; published: ${published.join(', ')}; the desk ${desk ? 'opens' : 'is missing'}`,
  );
  const told = JSON.parse(
    trial.saring('start', '--sample', '--once', '--json').trim().split('\n').at(-1)!,
  ) as {
    issues: { number: string; title: string }[];
  };
  const feed = await trial.get<{ issues: { number: string; title: string }[] }>('/v1/issues?limit=10');
  const sameFeed = told.issues.every((issue) => feed.issues.some(({ number }) => number === issue.number));
  for (const { number, title } of feed.issues.slice(0, 3)) said(`  ${number}  ${title}`);
  const ill = trial.ill();
  said(`the doctor finds ${ill.length === 0 ? 'all servers well' : `ill: ${ill.join(', ')}`}`);
  const before = await trial.seen();
  said(
    `the sample's feed comes through the published port: ${before.issues.length} issues, ${before.items} items`,
  );
  const restarts = await restartEach(trial, before);
  const scaled = await threeWorkers(trial, before);
  said(`${scaled.workers} workers took ${scaled.items} items in`);
  const all = await trial.seen();
  trial.compose(['down', '-t', '20']);
  trial.up();
  await trial.until('up again', isReady(trial));
  const after = await trial.seen();
  said(`down and up: lost ${lost(all, after)}`);
  const seconds = Math.round((Date.now() - startedAt) / 1_000);
  return {
    seconds,
    upMs,
    published,
    desk,
    sameFeed,
    ill,
    issues: all.issues.length,
    items: all.items,
    restarts,
    scaled,
    downUpLost: lost(all, after),
  };
}

const engine = await ensureEngine();
const command = composeCommand();
const built = buildStandIns();
if (built.length > 0) said(`stand-ins: ${built.join(', ')}`);
buildProgram(image);
said('the program was built by its Dockerfile');
const trial = new Trial(command, await freePort());
try {
  const result = await run(trial);
  const isWhole =
    result.published.join() === 'api' &&
    result.desk &&
    result.sameFeed &&
    result.ill.length === 0 &&
    result.scaled.items > 0 &&
    result.downUpLost === 0 &&
    result.restarts.every((one) => one.lost === 0);
  console.log(JSON.stringify(result));
  process.exitCode = isWhole ? 0 : 1;
} catch (error) {
  const { stderr } = error as { stderr?: Buffer };
  console.error(stderr?.toString().slice(-4_000) ?? error);
  console.error(trial.compose(['logs', '--no-color', '--tail', '20']));
  process.exitCode = 1;
} finally {
  trial.end();
  await engine.stop();
}
