import { randomBytes } from 'node:crypto';
import type { ElectionCalendar } from '../../../pipelines/watch/calendar.ts';
import type { Settings } from '../../../shared/config/settings.ts';
import { openStates } from '../../../shared/domain/issue.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import type { CliContext } from '../cli-context.ts';
import { formatFeed } from '../print-feed.ts';
import type { RunningService } from '../services.ts';

export interface StartOptions {
  settings: Settings;
  sample: boolean;
  once: boolean;
  json: boolean;
}

/** Starts everything in this process and says where it is. */
export async function serve(
  context: CliContext,
  installation: Installation,
  { settings, sample }: StartOptions,
  calendar?: ElectionCalendar,
): Promise<RunningService> {
  const token = settings.token ?? randomBytes(24).toString('base64url');
  const { startAll, findDesk } = await context.services();
  const deskFolder = findDesk() ?? undefined;
  const service = await startAll(installation, {
    host: settings.host,
    port: settings.port,
    token,
    logLevel: settings.logLevel,
    delivery: settings,
    told: (line) => context.err(`${line}\n`),
    deskFolder,
    sampleOfficer: sample,
    ...(calendar ? { calendar } : {}),
  });
  if (deskFolder === undefined) sayApi(context, service, token);
  else
    context.out(
      `\n${openingLine(service)}\n\nAPI di alamat yang sama: /v1, dokumentasi /docs, token ${token}\n`,
    );
  return service;
}

/** Without a desk there is still the whole API. */
function sayApi(context: CliContext, { address, firstLink }: RunningService, token: string): void {
  context.err(
    'Meja kerja belum dibangun, hanya API yang berjalan: jalankan npm run build, lalu mulai lagi.\n',
  );
  context.out(`API   ${address}/v1/issues   (dokumentasi: ${address}/docs)\nToken ${token}\n`);
  if (firstLink !== null)
    context.out(
      `Administrator pertama: POST ${address}/v1/first-administrator dengan token sekali pakai ${firstLink}\n`,
    );
}

/** The one link to click. What follows # never reaches a server or its log. */
function openingLine({ address, sampleLink, firstLink }: RunningService): string {
  if (sampleLink !== null) return `Buka  ${address}/masuk#${sampleLink}   (sekali pakai, langsung masuk)`;
  if (firstLink !== null) return `Buka  ${address}/mulai#${firstLink}   (membuat administrator pertama)`;
  return `Buka  ${address}/isu`;
}

/** A second Ctrl+C does not wait for running jobs: their leases run out and they are done again. */
export function stopOnSignal(context: CliContext, service: { stop(): Promise<void> }): void {
  let stopping = false;
  const stop = (code: number): void => {
    if (stopping) process.exit(code);
    stopping = true;
    context.out('Menyelesaikan pekerjaan yang sedang berjalan …\n');
    service.stop().then(
      () => process.exit(0),
      (error: Error) => {
        context.err(`saring: ${error.message}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', () => stop(130));
  process.on('SIGTERM', () => stop(143));
}

/** How many issues a terminal shows. */
const feedLength = 10;

export async function printFeed(
  context: CliContext,
  { records }: Installation,
  json: boolean,
): Promise<void> {
  const { issues, total } = await records.issues.list({
    scope: nationalScope,
    states: openStates,
    topmost: true,
    sort: 'priority',
    limit: feedLength,
  });
  const style = {
    colour: process.stdout.isTTY === true && !process.env['NO_COLOR'],
    width: Math.min(process.stdout.columns ?? 100, 120),
  };
  context.out(json ? `${JSON.stringify({ issues, total })}\n` : formatFeed(issues, total, style));
}
