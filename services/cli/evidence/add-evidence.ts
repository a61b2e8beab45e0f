import type { Command } from 'commander';
import { bundleEvidence, verifyEvidence } from '../../../pipelines/flow/evidence-bundle.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { type CliContext, CliError, type Within } from '../cli-context.ts';

/** `saring evidence …`: what was kept of items, whether it is whole, and one item's bundle. */
export function addEvidence(program: Command, context: CliContext, within: Within): void {
  const evidence = program.command('evidence').description('what was kept of items, as it was seen');
  evidence
    .command('verify')
    .description('find every altered or missing file')
    .option('--data <dir>', 'data folder')
    .option('--json', 'as JSON')
    .action(({ data, json }: { data?: string; json?: boolean }) =>
      within(data, async (installation) => {
        const check = await verifyEvidence(installation.evidence, installation.records);
        if (json) context.out(`${JSON.stringify(check)}\n`);
        else
          for (const { kind, hash, itemId, name } of check.findings)
            context.out(
              `${kind === 'altered' ? 'BERUBAH' : 'HILANG '}  ${itemId ?? '(tanpa catatan)'}  ${name ?? ''}  ${hash}\n`,
            );
        if (check.findings.length > 0)
          throw new CliError(`${check.findings.length} berkas bukti berubah atau hilang.`);
        if (!json) context.out(`${check.files} berkas dari ${check.records} catatan bukti utuh.\n`);
      }),
    );
  evidence
    .command('list <item>')
    .description('what was kept of one item')
    .option('--data <dir>', 'data folder')
    .action((item: string, { data }: { data?: string }) =>
      within(data, async (installation) => {
        for (const record of await recordsOf(installation, item)) {
          context.out(
            `versi ${record.version}  ${toRfc3339(record.at)}  ${record.reason}  ${record.url ?? ''}\n`,
          );
          for (const part of record.parts)
            context.out(`    ${part.hash}  ${part.name}  ${part.bytes} byte\n`);
        }
      }),
    );
  evidence
    .command('export <item>')
    .description('everything kept of one item as a ZIP with its hash list')
    .option('--out <file>', 'where to write it; default bukti-ITEM.zip')
    .option('--data <dir>', 'data folder')
    .action((item: string, { data, out }: { data?: string; out?: string }) =>
      within(data, async (installation) => {
        const records = await recordsOf(installation, item);
        const { zip, missing } = await bundleEvidence(item, records, installation.evidence);
        const path = out ?? `bukti-${item}.zip`;
        await (await context.services()).reports.writeFile(path, zip);
        context.out(`${path}: ${records.length} catatan bukti.\n`);
        if (missing.length > 0) throw new CliError(`Tidak utuh: ${missing.join(', ')}`);
      }),
    );
}

async function recordsOf({ records }: Installation, item: string) {
  if (!/^[0-9a-f]{32}$/.test(item))
    throw new CliError(`"${item}" bukan nomor unggahan; nomornya 32 huruf heksadesimal, lihat /v1/items.`, 2);
  const found = await records.evidence.of([item]);
  if (found.length === 0) throw new CliError(`Tidak ada bukti untuk unggahan ${item}.`);
  return found;
}
