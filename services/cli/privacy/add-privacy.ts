import type { Command } from 'commander';
import { erasePerson, exportPerson } from '../../../pipelines/privacy/person-data.ts';
import { type PrivacyReport, privacyReport } from '../../../pipelines/privacy/privacy-report.ts';
import { type RetentionKind, retentionNames } from '../../../shared/domain/retention.ts';
import { type CliContext, CliError, type Within } from '../cli-context.ts';

interface PersonOptions {
  data?: string;
  handle: string;
  reason: string;
  by: string;
  json?: boolean;
  yes?: boolean;
}

/** `saring privacy report|erase|export`: what is held of private persons, and their rights to it. */
export function addPrivacy(program: Command, context: CliContext, within: Within): void {
  const privacy = program
    .command('privacy')
    .description('personal data: what is held, and people’s rights to it');
  privacy
    .command('report')
    .description('what personal data there is and whether what should be gone is gone; names nobody')
    .option('--data <dir>', 'data folder')
    .option('--json', 'as JSON')
    .action(({ data, json }: { data?: string; json?: boolean }) =>
      within(data, async (installation) => {
        const report = await privacyReport(installation);
        context.out(json ? `${JSON.stringify(report)}\n` : say(report));
      }),
    );

  const ofPerson = (name: string, description: string): Command =>
    privacy
      .command(name)
      .description(description)
      .requiredOption('--handle <name>', 'account name, e-mail or telephone number as the person gave it')
      .requiredOption('--reason <text>', 'why, e.g. the number of the request; it goes into the audit trail')
      .option('--by <name>', 'who does it', 'administrator')
      .option('--data <dir>', 'data folder')
      .option('--json', 'as JSON');

  ofPerson('erase', 'remove everything of one private person, and collect nothing of theirs again')
    .option('--yes', 'do it: without this it only says what would go')
    .action(({ data, handle, reason, by, json, yes }: PersonOptions) =>
      within(data, async (installation) => {
        const deps = { ...installation, evidence: installation.evidence };
        const act = { by, reason: checkedReason(reason) };
        if (!yes) {
          const { items, reports } = await exportPerson(deps, handle, act);
          const found = { items: items.length, contacts: reports.length, erased: false };
          const said = `Akan dihapus: ${items.length} unggahan, ${reports.length} kontak pelapor. Ulangi dengan --yes untuk menghapus.\n`;
          return context.out(json ? `${JSON.stringify(found)}\n` : said);
        }
        const done = await erasePerson(deps, handle, act);
        const said = `Dihapus: ${done.items} unggahan dengan buktinya, ${done.contacts} kontak pelapor. Unggahan baru dari orang ini tidak dikumpulkan lagi.\n`;
        context.out(json ? `${JSON.stringify({ ...done, erased: true })}\n` : said);
      }),
    );

  ofPerson('export', 'everything held of one private person, as JSON, for the person').action(
    ({ data, handle, reason, by }: PersonOptions) =>
      within(data, async (installation) => {
        const { items, reports } = await exportPerson(installation, handle, {
          by,
          reason: checkedReason(reason),
        });
        const plain = items.map(({ bandKeys: _bands, ...item }) => item);
        context.out(`${JSON.stringify({ items: plain, reports }, null, 2)}\n`);
      }),
  );
}

function checkedReason(reason: string): string {
  if (reason.trim().length < 5)
    throw new CliError('Tulis alasannya, paling sedikit 5 huruf; alasan masuk ke jejak audit.');
  return reason.trim();
}

function say(report: PrivacyReport): string {
  const kinds = Object.entries(report.retention).map(
    ([kind, days]) => `  ${retentionNames[kind as RetentionKind]}: ${days} hari`,
  );
  const turn = report.lastTurnAt === null ? 'belum pernah' : new Date(report.lastTurnAt).toISOString();
  return `${[
    'Masa simpan:',
    ...kinds,
    `Unggahan akun pribadi: ${report.privatePosts}, masih memuat jejak akun: ${report.withHandle}`,
    `Lewat masa simpan: ${report.overdueHandles} jejak akun, ${report.overduePosts} unggahan`,
    `Permintaan hapus yang berlaku: ${report.erased} nama samaran`,
    `Pengguna: ${report.users}`,
    `Pembersihan terakhir: ${turn}`,
  ].join('\n')}\n`;
}
