import { type Finding, ill, well } from '../../shared/ports/finding.ts';
import { migrations } from './migrations.ts';

export interface MigrationFinding {
  finding: Finding;
  /** Whether opening the database would change nothing of it. */
  isCurrent: boolean;
}

/** @param applied names of the migrations that the database has; null when it was never used */
export async function migrationFinding(
  server: string,
  applied: readonly string[] | null,
): Promise<MigrationFinding> {
  const known = Object.keys(await migrations.getMigrations());
  const name = `${server}: migrasi`;
  if (applied === null)
    return later(well(name, `masih kosong; ${known.length} migrasi dijalankan saat program pertama dimulai`));
  const unknown = applied.filter((one) => !known.includes(one));
  if (unknown.length > 0)
    return later(
      ill(
        name,
        `tidak dikenal program ini: ${unknown.join(', ')}`,
        'Data ini dari program yang lebih baru: perbarui program.',
      ),
    );
  const pending = known.filter((one) => !applied.includes(one));
  return pending.length === 0
    ? { finding: well(name, `${applied.length} migrasi, lengkap`), isCurrent: true }
    : later(
        well(name, `${pending.length} menunggu dan dijalankan saat program dimulai: ${pending.join(', ')}`),
      );
}

const later = (finding: Finding): MigrationFinding => ({ finding, isCurrent: false });
