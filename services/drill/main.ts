/**
 * Rehearses delivery under faults. `main.ts run [--alerts N] [--between N] [--anywhere N] [--seed N]` prints the figures as one JSON
 * line; `main.ts send DIR PORT` is the process it starts and kills.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Command } from 'commander';
import { createSmtpChannel } from '../../infra/channels/email/smtp-channel.ts';
import { createSystemClock } from '../../infra/clock/system-clock.ts';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { deliverDue } from '../../pipelines/deliver/deliver-due.ts';
import { openDelivery } from '../../pipelines/deliver/open-delivery.ts';
import { defaultDeliverySettings } from '../../pipelines/deliver/settings.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { localhostCertificate } from '../../shared/testing/localhost-certificate.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { runDrill } from './run-drill.ts';

const open = async (folder: string) => {
  const sqlite = openSqlite(join(folder, 'latihan.sqlite'));
  const { records } = await createRecords(createSqliteDialect(sqlite));
  return { sqlite, records };
};

/** As in earnest, with waits a hundredth as long: hours of a bad day in a minute. */
const settings = {
  ...defaultDeliverySettings,
  leaseMs: 4_000,
  firstWaitMs: 100,
  maxWaitMs: 400,
};

async function send(folder: string, port: number): Promise<void> {
  const { sqlite, records } = await open(folder);
  const channel = createSmtpChannel({
    url: `smtp://127.0.0.1:${port}`,
    from: 'Saring <saring@kpu.example>',
    ca: localhostCertificate.cert,
    requireTls: true,
    // far above what a loaded machine needs to answer, so that only a planted hang is one
    timeouts: { connectMs: 1_000, silenceMs: 1_000, totalMs: 3_000 },
  });
  const deps = openDelivery({
    records,
    index: createSqliteIndex(sqlite, searchTerms),
    clock: createSystemClock(),
    // the rate is lifted so that the drill ends soon; how many are on their way at once stays
    channels: new Map([['email', { ...channel, limits: { ...channel.limits, perSecond: 1_000 } }]]),
    baseUrl: 'https://saring.example',
    settings,
  });
  for (;;) {
    await deliverDue(deps, 'email');
    const open = await records.deliveries.list({
      scope: nationalScope,
      states: ['queued', 'sending'],
      limit: 1,
    });
    if (open.length === 0) return;
    await wait(50);
  }
}

async function run(options: { alerts: string; between: string; anywhere: string; seed: string }) {
  const folder = mkdtempSync(join(tmpdir(), 'saring-drill-'));
  const { sqlite, records } = await open(folder);
  const figures = await runDrill(
    {
      alerts: Number(options.alerts),
      seed: Number(options.seed),
      killsBetween: Number(options.between),
      killsAnywhere: Number(options.anywhere),
    },
    {
      records,
      startVictim(port) {
        const child = spawn(process.execPath, [import.meta.filename, 'send', folder, String(port)], {
          stdio: ['ignore', 'ignore', 'inherit'],
        });
        const ended = new Promise<boolean>((resolve) => child.on('close', (code) => resolve(code === 0)));
        return { ended, kill: () => void child.kill('SIGKILL') };
      },
    },
  );
  sqlite.close();
  rmSync(folder, { recursive: true });
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

const program = new Command('drill').description(
  'Alerts to a mail server that refuses, hangs and drops half-way, from a process that is killed; the last line is JSON.',
);
program
  .command('run', { isDefault: true })
  .option('--alerts <n>', 'how many', '1000')
  .option('--between <n>', 'kills between sending and recording', '2')
  .option('--anywhere <n>', 'kills at any moment', '6')
  .option('--seed <n>', 'of what fails when', '1')
  .action(run);
program
  .command('send <folder> <port>', { hidden: true })
  .action((folder: string, port: string) => send(folder, Number(port)));
await program.parseAsync();
process.exit(0);
