import { WriterReplaced } from '../../../pipelines/flow/link-writer.ts';
import { type RelinkReport, relinkIssues } from '../../../pipelines/flow/relink/relink-issues.ts';
import type { RelinkWatch } from '../../../pipelines/flow/relink/relink-plan.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { type CliContext, CliError } from '../cli-context.ts';
import { createProgress } from '../progress.ts';

const phases = { read: 'dibaca', link: 'ditautkan', write: 'ditulis', count: 'isu dihitung' } as const;

/** RFC 3339 or a date; nothing means everything. @throws CliError for another text */
export function sinceOf(text: string | undefined): number {
  if (text === undefined) return 0;
  // Date.parse takes "1" for 2001 and reads a month out of any words.
  const at = /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at))
    throw new CliError(
      `"${text}" bukan tanggal; tulis misalnya 2026-11-01 atau 2026-11-01T00:00:00+07:00.`,
      2,
    );
  return at;
}

/** `saring relink`: stories and issues anew from the items, with a bar, and with Ctrl+C to stop. */
export async function relinkCommand(
  context: CliContext,
  { index, records, clock, ids }: Installation,
  options: { since: number; json: boolean },
): Promise<RelinkReport> {
  const { watch, end } = watchOf(context, options.json);
  const deps = { index, records, clock, writerId: ids.next() };
  try {
    return await relinkIssues(deps, options.since, watch);
  } catch (error) {
    if (!(error instanceof WriterReplaced)) throw error;
    throw new CliError(
      'Proses lain sedang menautkan unggahan. Hentikan saring start (atau para worker) dulu, lalu ulangi; pekerjaan dilanjutkan.',
    );
  } finally {
    end();
  }
}

function watchOf(context: CliContext, quiet: boolean): { watch: RelinkWatch; end(): void } {
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
  };
  process.once('SIGINT', stop);
  let phase: string | null = null;
  let bar = createProgress(context, quiet, '');
  const watch: RelinkWatch = {
    progress(step) {
      if (step.phase !== phase) {
        bar.stop();
        bar = createProgress(context, quiet, phases[step.phase]);
        bar.start(step.total);
        phase = step.phase;
      }
      bar.update(step.done);
    },
    check() {
      if (isStopped)
        throw new CliError(
          'Dihentikan. Jalankan saring relink lagi dengan --since yang sama untuk melanjutkan.',
        );
    },
  };
  return {
    watch,
    end() {
      bar.stop();
      process.removeListener('SIGINT', stop);
    },
  };
}

export const formatRelink = (report: RelinkReport): string => {
  const { items, moved, created, emptied, inHand, resumed } = report;
  const before = resumed ? 'Pekerjaan yang terhenti dilanjutkan. ' : '';
  const left = inHand > 0 ? ` ${inHand} isu yang dikerjakan atau disusun orang dibiarkan utuh.` : '';
  if (items === 0 && !resumed)
    return 'Tidak ada unggahan sejak waktu itu: tidak ada yang ditautkan ulang. Tanpa --since semua unggahan ditautkan ulang.\n';
  return `${before}${items} unggahan ditautkan ulang: ${moved} pindah tempat, ${created} isu baru, ${emptied} isu kosong.${left}\n`;
};
