import { environmentName, type Settings } from '../../../shared/config/settings.ts';
import { type Finding, ill, well } from '../../../shared/ports/finding.ts';
import type { Installation } from '../../../shared/ports/installation.ts';

/** Files without which rules stand in for a model. */
const models = ['tone/model.bin', 'indication/model.bin', 'target/model.bin'] as const;

/** What was found, or what went wrong and what to do. */
async function attempt(name: string, todo: string, work: () => Promise<Finding | string>): Promise<Finding> {
  try {
    const found = await work();
    return typeof found === 'string' ? well(name, found) : found;
  } catch (error) {
    return ill(name, error instanceof Error ? error.message : String(error), todo);
  }
}

/** Every part of an installation that could be opened, looked at one by one. Changes nothing. */
export async function examineInstallation(
  installation: Installation,
  settings: Settings,
): Promise<Finding[]> {
  const { records, index } = installation;
  const server = 'Lihat pemeriksaan server di atas.';
  return [
    await attempt('catatan', server, async () => {
      await records.state.get('doctor');
      return 'terbuka';
    }),
    await attempt('indeks', server, async () => {
      await index.check();
      return 'terbuka';
    }),
    await attempt('antrean', server, () => queueFinding(installation)),
    await attempt('jejak audit', server, () => auditFinding(installation)),
    await attempt('bukti', server, () => evidenceFinding(installation)),
    await attempt('model', 'Pasang ulang program.', () => modelFinding(installation)),
    await attempt('sumber', server, () => sourceFinding(installation)),
    await attempt('kunci samaran', server, () => keyFinding(installation, settings)),
  ];
}

async function queueFinding({ queue }: Installation): Promise<Finding> {
  const counts = await queue.counts();
  const given = Object.entries(counts).filter(([, { quarantined }]) => quarantined > 0);
  const said = given.map(([name, { quarantined }]) => `${name} ${quarantined}`).join(', ');
  const oldest = Math.max(0, ...Object.values(counts).map(({ oldestMs }) => oldestMs));
  if (given.length > 0)
    return ill(
      'antrean',
      `dikarantina: ${said}`,
      'Baca sebabnya: saring quarantine list; lalu saring quarantine replay --all, atau discard.',
    );
  return oldest > 15 * 60_000
    ? ill(
        'antrean',
        `pekerjaan tertua menunggu ${Math.round(oldest / 60_000)} menit`,
        'Jalankan atau tambah pekerja (worker).',
      )
    : well('antrean', 'tanpa karantina');
}

async function auditFinding({ records }: Installation): Promise<Finding> {
  const { entries, brokenAt } = await records.audit.verify();
  return brokenAt === null
    ? well('jejak audit', `${entries} entri utuh`)
    : ill(
        'jejak audit',
        `putus pada entri ${brokenAt}`,
        'Ada yang mengubah catatan di luar program: simpan salinan data ini sebagai bukti dan laporkan.',
      );
}

async function evidenceFinding({ evidence }: Installation): Promise<Finding> {
  const { checked, altered } = await evidence.verify();
  return altered.length === 0
    ? well('bukti', `${checked} utuh`)
    : ill(
        'bukti',
        `${altered.length} dari ${checked} berubah: ${altered.slice(0, 3).join(', ')}`,
        'Pulihkan bukti itu dari cadangan; jangan dipakai sebagai lampiran.',
      );
}

async function modelFinding({ readModel }: Installation): Promise<Finding> {
  const missing: string[] = [];
  for (const path of models) if (!(await readModel(path))) missing.push(path);
  return missing.length === 0
    ? well('model', 'lengkap')
    : ill(
        'model',
        `tidak ada ${missing.join(', ')}; aturan dipakai sebagai gantinya`,
        'Pasang ulang program bersama folder models.',
      );
}

async function sourceFinding({ records }: Installation): Promise<Finding> {
  const sources = (await records.sources.list()).filter((source) => source.enabled);
  if (sources.length === 0) return well('sumber', 'belum ada; `npm start` memasang sumber bawaan');
  const health = await Promise.all(sources.map((source) => records.sources.health(source.id)));
  const sick = health.filter((one) => one && one.state !== 'well' && one.state !== 'off').length;
  const detail = `${sources.length} terpasang, ${sick} bermasalah`;
  return sick * 2 > sources.length
    ? ill('sumber', detail, 'Periksa sambungan internet, lalu jalankan `saring sources check`.')
    : well('sumber', detail);
}

/** Two keys would give one author two pseudonyms. */
async function keyFinding({ records }: Installation, { pseudonymKey }: Settings): Promise<Finding> {
  if (typeof (await records.state.get('pseudonym.moved')) === 'string')
    return well('kunci samaran', 'ikut dari pemasangan asal');
  const kept = await records.state.get('pseudonym.key');
  const variable = environmentName('pseudonymKey');
  if (pseudonymKey === undefined) return well('kunci samaran', 'tersimpan bersama data');
  return typeof kept === 'string' && kept !== pseudonymKey
    ? ill(
        'kunci samaran',
        `${variable} berbeda dari kunci yang tersimpan`,
        `Isi ${variable} dengan kunci lama, atau kosongkan.`,
      )
    : well('kunci samaran', `dari ${variable}`);
}
