import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostileMarkup, mislabelled, privateSpellings } from '../../../pipelines/evaluate/hostile-markup.ts';
import { decodeText } from '../../../pipelines/ingest/text/decode-text.ts';
import { loadConfig } from '../../../shared/config/load-config.ts';
import { AddressRefused, FetchError, type Fetcher } from '../../../shared/ports/fetcher.ts';
import type { CliContext } from '../cli-context.ts';
import type { Services } from '../services.ts';
import type { Evaluation } from './evaluation.ts';
import { startHostileServer } from './hostile-server.ts';

interface Case {
  kind: 'page' | 'feed' | 'answer' | 'address' | 'charset';
  name: string;
  /** How it ended: what it was refused for, or `bounded` where a result within the limits came of it. */
  outcome: string;
  ms: number;
  /** Ended as it has to. */
  ok: boolean;
}

const timed = async (
  work: () => Promise<Pick<Case, 'outcome' | 'ok'>>,
): Promise<Omit<Case, 'kind' | 'name'>> => {
  const start = performance.now();
  const result = await work();
  return { ...result, ms: Math.round(performance.now() - start) };
};

/** Ticks that come late: how long the process answers nobody, by the clock and by its own processor time. */
function watchStalls() {
  const everyMs = 2;
  const cpuMs = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  let [clock, cpu, longestStallMs, longestStallCpuMs] = [performance.now(), cpuMs(), 0, 0];
  const timer = setInterval(() => {
    longestStallMs = Math.max(longestStallMs, performance.now() - clock - everyMs);
    longestStallCpuMs = Math.max(longestStallCpuMs, cpuMs() - cpu);
    [clock, cpu] = [performance.now(), cpuMs()];
  }, everyMs);
  return {
    /** The clock also counts what other programs take of a busy machine. */
    stop() {
      clearInterval(timer);
      return { longestStallMs: Math.round(longestStallMs), longestStallCpuMs: Math.round(longestStallCpuMs) };
    },
  };
}

/** In the threads that read for the running program: a result or a named end, never a crash. */
async function readMarkup(
  markup: readonly (readonly [name: string, text: string, bytes: Uint8Array])[],
  readers: ReturnType<Services['openReaders']>,
): Promise<Case[]> {
  const cases: Case[] = [];
  const named = (error: unknown): Pick<Case, 'outcome' | 'ok'> => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { outcome: code, ok: code.startsWith('task_') };
  };
  for (const [name, text, bytes] of markup) {
    const page = await timed(async () => {
      try {
        const article = await readers.readPage(text, 'https://a.example/');
        return { outcome: article.whole ? 'bounded' : 'page_cut', ok: article.text.length <= text.length };
      } catch (error) {
        return named(error);
      }
    });
    cases.push({ kind: 'page', name, ...page });
    const feed = await timed(async () => {
      try {
        const read = await readers.readFeed(bytes, {});
        return { outcome: 'refused' in read ? 'not_a_feed' : 'bounded', ok: true };
      } catch (error) {
        return named(error);
      }
    });
    cases.push({ kind: 'feed', name, ...feed });
  }
  return cases;
}

const fetchCase = (fetcher: Fetcher, url: string, right: (error: FetchError) => boolean) =>
  timed(async () => {
    try {
      const response = await fetcher.fetch({ url, kind: 'page' });
      return { outcome: `answered ${response.status}`, ok: false };
    } catch (error) {
      if (error instanceof FetchError) return { outcome: error.code, ok: right(error) };
      return { outcome: String(error), ok: false };
    }
  });

async function readAnswers(fetcher: Fetcher): Promise<Case[]> {
  const server = await startHostileServer();
  try {
    return await Promise.all(
      server.paths.map(async (path) => ({
        kind: 'answer' as const,
        name: path,
        ...(await fetchCase(fetcher, server.urlOf(path), () => true)),
      })),
    );
  } finally {
    await server.close();
  }
}

async function readAddresses(fetcher: Fetcher): Promise<Case[]> {
  const cases: Case[] = [];
  for (const url of privateSpellings)
    cases.push({
      kind: 'address',
      name: url,
      ...(await fetchCase(fetcher, url, (error) => error instanceof AddressRefused)),
    });
  return cases;
}

const readCharsets = (): Case[] =>
  mislabelled().map(({ name, bytes, contentType, says }) => {
    const { text, charset } = decodeText(bytes, { kind: 'html', ...(contentType ? { contentType } : {}) });
    return { kind: 'charset', name, outcome: charset, ms: 0, ok: text.includes(says) };
  });

/**
 * Everything made to hang, overflow, fill the memory or lead astray, through the parts of the running program: threads
 * that read, and the fetcher against a server on this machine. Takes half a minute, since slow drips have to time out.
 */
export const hostileEvaluation = (context: CliContext): Evaluation<{ cases?: string }> => ({
  name: 'hostile',
  summary: 'Hostile pages, feeds, answers and addresses; every one has to end within its limits.',
  options: [['--cases', 'also print every case, one JSON object a line, on standard error']],
  async run({ cases: print }) {
    const folder = mkdtempSync(join(tmpdir(), 'saring-hostile-'));
    const open = (allowAddresses: string) =>
      context.open(loadConfig({}, { dataDir: folder, logLevel: 'silent', allowAddresses }), { pauseMs: 0 });
    const [strict, local] = [await open(''), await open('127.0.0.0/8')];
    const readers = (await context.services()).openReaders();
    await readers.readPage('<p>x</p>', 'https://a.example/');
    await readers.readFeed(new TextEncoder().encode('<rss/>'), {});
    // Made beforehand: what it costs to write such pages is no stall of a reader.
    const encoder = new TextEncoder();
    const pages = Object.entries(hostileMarkup()).map(
      ([name, text]) => [name, text, encoder.encode(text)] as const,
    );
    try {
      const stall = watchStalls();
      const markup = await readMarkup(pages, readers);
      const stalls = stall.stop();
      const cases = [
        ...markup,
        ...(await readAddresses(strict.fetcher)),
        ...readCharsets(),
        ...(await readAnswers(local.fetcher)),
      ];
      if (print) for (const one of cases) process.stderr.write(`${JSON.stringify(one)}\n`);
      return { ...summarise(cases), ...stalls, peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024) };
    } finally {
      await readers.close();
      await strict.close();
      await local.close();
      rmSync(folder, { recursive: true });
    }
  },
});

function summarise(cases: readonly Case[]): Record<string, unknown> {
  const byKind = Map.groupBy(cases, ({ kind }) => kind);
  return {
    n: cases.length,
    ok: cases.filter(({ ok }) => ok).length,
    wrong: cases.filter(({ ok }) => !ok).map(({ kind, name, outcome }) => `${kind} ${name}: ${outcome}`),
    byKind: Object.fromEntries(
      [...byKind].map(([kind, all]) => [
        kind,
        {
          n: all.length,
          ok: all.filter(({ ok }) => ok).length,
          slowestMs: Math.max(...all.map(({ ms }) => ms)),
          outcomes: Object.fromEntries(
            [...Map.groupBy(all, ({ outcome }) => outcome)].map(([outcome, same]) => [outcome, same.length]),
          ),
        },
      ]),
    ),
  };
}
