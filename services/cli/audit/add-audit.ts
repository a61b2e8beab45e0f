import type { Command } from 'commander';
import { type CliContext, CliError, type Within } from '../cli-context.ts';

/** `saring audit verify`: ends with 1 and the place where the chain breaks. */
export function addAudit(program: Command, context: CliContext, within: Within): void {
  program
    .command('audit')
    .description('the trail of what people did')
    .command('verify')
    .description('check that no entry of the trail was altered, removed or put elsewhere')
    .option('--data <dir>', 'data folder')
    .option('--json', 'as JSON')
    .action(({ data, json }: { data?: string; json?: boolean }) =>
      within(data, async ({ records }) => {
        const result = await records.audit.verify();
        if (json) context.out(`${JSON.stringify(result)}\n`);
        else if (result.brokenAt === null)
          context.out(`Jejak audit utuh: ${result.entries} catatan diperiksa.\n`);
        if (result.brokenAt !== null)
          throw new CliError(
            `Jejak audit rusak mulai catatan ${result.brokenAt}: catatan diubah, hilang, atau dipindahkan. Simpan salinan basis data ini sebagai bukti, lalu bandingkan dengan cadangan.`,
          );
      }),
    );
}
