import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { tuneProcess } from '../../infra/process/tune-process.ts';
import type { Bench, BenchContext } from './bench.ts';

tuneProcess();

const { Command, Option } = await import('commander');

const benches: Record<string, () => Promise<Bench<never>>> = {
  tone: async () => (await import('./tone.ts')).toneBench,
  enrich: async () => (await import('./enrich.ts')).enrichBench,
  hostile: async () => (await import('./hostile.ts')).hostileBench,
  pages: async () => (await import('./pages.ts')).pagesBench,
  poll: async () => (await import('./poll.ts')).pollBench,
  link: async () => (await import('./link.ts')).linkBench,
  matching: async () => (await import('./matching.ts')).matchingBench,
  embedded: async () => (await import('./embedded.ts')).embeddedBench,
  distributed: async () => (await import('./distributed.ts')).distributedBench,
  export: async () => (await import('./export.ts')).exportBench,
  report: async () => (await import('./report.ts')).reportBench,
  partition: async () => (await import('./partition.ts')).partitionBench,
  api: async () => (await import('./api.ts')).apiBench,
  series: async () => (await import('./series.ts')).seriesBench,
};

const context: BenchContext = {
  reports: {
    renderers: async () => (await import('../../infra/render/create-renderers.ts')).createRenderers(),
    rowWriters: async () => (await import('../../infra/render/create-row-writers.ts')).createRowWriters(),
  },
  // Loaded when asked for: what a bench does not use must not count in its memory.
  open: async (settings) =>
    (await import('../standalone/main.ts')).openEmbedded(settings, { labelApart: true }),
  startStack: async (...options) => (await import('../../infra/stack/start-stack.ts')).startStack(...options),
  openDistributed: async (...options) => (await import('../distributed/main.ts')).openDistributed(...options),
  serve: async (installation, token) =>
    (await import('../standalone/main.ts')).startAll(installation, {
      host: '127.0.0.1',
      port: 0,
      token,
      logLevel: 'silent',
      requestsPerMinute: 1e9,
      told: () => {},
    }),
  async attach({ queue }, flow) {
    const { attachWorkers } = await import('../worker/attach-workers.ts');
    const workers = await attachWorkers({
      queue,
      flow,
      collect: async () => {},
      failed: (_job, error) => console.error(error.message),
    });
    return async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
    };
  },
};

const program = new Command('bench').description(
  'Measures speed beside a yardstick in the same run; the last line is JSON.',
);
for (const [name, load] of Object.entries(benches)) {
  program
    .command(name)
    .helpOption(false)
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async (_options: unknown, command: import('commander').Command) => {
      const bench = await load();
      const inner = new Command(`bench ${name}`).description(bench.summary);
      for (const [flags, description] of bench.options) inner.addOption(new Option(flags, description));
      inner.action(async (options: Record<string, string>) => {
        console.log(JSON.stringify(await bench.run(options as never, context)));
      });
      await inner.parseAsync(command.args, { from: 'user' });
    });
}
program
  .command('desk')
  .description('what the pages of the desk cost in a real browser')
  .helpOption(false)
  .allowUnknownOption()
  .allowExcessArguments()
  .action((_options: unknown, { args }: import('commander').Command) => {
    // It lies with the browser tests, whose code nothing else may import.
    const script = join(import.meta.dirname, '..', 'web', 'browser', 'bench-desk.ts');
    process.exitCode = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' }).status ?? 1;
  });
await program.parseAsync();
