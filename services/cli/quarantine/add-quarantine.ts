import type { Command } from 'commander';
import { actOnQuarantine, type QuarantineAct } from '../../../pipelines/flow/act-on-quarantine.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import type { QuarantinedJob } from '../../../shared/ports/queue.ts';
import { type CliContext, CliError, type Within } from '../cli-context.ts';

interface ActOptions {
  data?: string;
  json?: boolean;
  all?: boolean;
  stage?: string;
  by: string;
  reason?: string;
}

/** As many as the port lists at once; what is beyond is there at the next call. */
const most = 1_000;

/** `saring quarantine list|replay|discard`: batches that failed every try. */
export function addQuarantine(program: Command, context: CliContext, within: Within): void {
  const quarantine = program.command('quarantine').description('batches that failed every try');
  quarantine
    .command('list')
    .description('what is in quarantine and why, newest first')
    .option('--stage <name>', 'only of this stage: collect, enrich, link …')
    .option('--data <dir>', 'data folder')
    .option('--json', 'as JSON')
    .action(({ data, stage, json }: { data?: string; stage?: string; json?: boolean }) =>
      within(data, async ({ queue }) => {
        const jobs = await queue.quarantined({ limit: most, ...(stage ? { name: stage } : {}) });
        context.out(json ? `${JSON.stringify({ jobs: jobs.map(shown) })}\n` : say(jobs));
      }),
    );
  addAct('replay', 'put batches back on their queues, as if they were new', 'dikembalikan ke antrean');
  addAct('discard', 'throw batches away for good', 'dibuang');

  function addAct(act: QuarantineAct, description: string, done: string): void {
    quarantine
      .command(`${act} [ids...]`)
      .description(description)
      .option('--all', 'everything in quarantine, or of one stage')
      .option('--stage <name>', 'with --all: only of this stage')
      .option('--reason <text>', 'why; it goes into the audit trail')
      .option('--by <name>', 'who does it', 'administrator')
      .option('--data <dir>', 'data folder')
      .option('--json', 'as JSON')
      .action((ids: string[], options: ActOptions) => {
        const { data, json, by: actor, reason = null } = options;
        refuseUnclear(ids, options);
        return within(data, async (installation) => {
          const jobs = await chosen(installation, ids, options);
          const count = await actOnQuarantine(installation, act, jobs, { actor, reason });
          context.out(json ? `${JSON.stringify({ jobs: count })}\n` : `${count} pekerjaan ${done}.\n`);
        });
      });
  }
}

/** @throws CliError unless either jobs or all of them were named */
function refuseUnclear(ids: readonly string[], { all, stage }: ActOptions): void {
  if (ids.length > 0 === (all === true))
    throw new CliError('Sebut nomor pekerjaan dari `saring quarantine list`, atau --all.', 2);
  if (stage !== undefined && !all) throw new CliError('--stage hanya berlaku bersama --all.', 2);
}

/** @throws CliError naming those that are not there */
async function chosen(
  { queue }: Installation,
  ids: readonly string[],
  { all, stage }: ActOptions,
): Promise<QuarantinedJob[]> {
  const jobs = await queue.quarantined({ limit: most, ...(stage ? { name: stage } : {}) });
  if (all) return jobs;
  const missing = ids.filter((id) => !jobs.some((job) => job.id === id));
  if (missing.length > 0)
    throw new CliError(`Tidak ada di karantina: ${missing.join(', ')}. Tidak ada yang diubah.`);
  return jobs.filter(({ id }) => ids.includes(id));
}

const shown = ({ id, name, attempt, error, addedAt, quarantinedAt }: QuarantinedJob) => ({
  ...{ id, name, attempt, error },
  addedAt: toRfc3339(addedAt),
  quarantinedAt: toRfc3339(quarantinedAt),
});

const say = (jobs: readonly QuarantinedJob[]): string =>
  jobs.length === 0
    ? 'Karantina kosong.\n'
    : `${jobs.map(line).join('')}${jobs.length} pekerjaan; \`saring quarantine replay ID\` mengulang, \`discard ID\` membuang.\n`;

const line = ({ id, name, attempt, error, quarantinedAt }: QuarantinedJob): string =>
  `${id}  ${name}  ${toRfc3339(quarantinedAt)}  ${attempt} percobaan: ${error.split('\n')[0]}\n`;
