import { type Finding, ill, well } from '../../shared/ports/finding.ts';
import { migrations } from './migrations.ts';
import { compareShapes, type FoundColumn, someOf } from './missing-shapes.ts';

export interface MigrationFinding {
  finding: Finding;
  /** Whether opening the database would change nothing of it. */
  isCurrent: boolean;
}

/**
 * @param applied names of the migrations that the database has; null when it was never used
 * @param found every column that it has
 */
export async function migrationFinding(
  server: string,
  applied: readonly string[] | null,
  found: readonly FoundColumn[],
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
  const { missing, early } = await compareShapes(found, applied);
  if (missing.length + early.length > 0)
    return later(
      ill(
        name,
        missing.length > 0
          ? `setengah jalan atau diubah dengan tangan: tidak ada ${someOf(missing)}`
          : `setengah jalan atau diubah dengan tangan: ${someOf(early)} sudah ada sebelum migrasinya`,
        'Pulihkan basis data ini seluruhnya dari cadangan.',
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
