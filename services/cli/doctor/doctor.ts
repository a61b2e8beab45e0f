import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { environmentName, type Settings, settingNames } from '../../../shared/config/settings.ts';
import type { Installation } from '../../../shared/ports/installation.ts';

export interface Check {
  name: string;
  ok: boolean;
  /** What was found and, when it is not well, what to do. */
  detail: string;
}

/** Free space below which a busy week no longer fits: a year of one province takes about 5 GB. */
const leastFreeBytes = 1_000_000_000;

async function attempt(name: string, work: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, detail: await work() };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Every part of an installation, looked at one by one. Changes nothing. */
export async function examine(installation: Installation, settings: Settings): Promise<Check[]> {
  const { records, index, queue, evidence, readModel } = installation;
  return [
    await attempt('Node', async () => {
      if (Number(process.versions.node.split('.')[0]) < 24)
        throw new Error(
          `Node ${process.versions.node} terlalu lama; perlu 24 atau lebih baru (jalankan lewat npm).`,
        );
      return process.versions.node;
    }),
    await attempt('folder data', async () => {
      const { bavail, bsize } = await statfs(resolve(settings.dataDir));
      const free = bavail * bsize;
      if (free < leastFreeBytes)
        throw new Error(
          `Sisa ruang ${Math.round(free / 1e6)} MB; kosongkan cakram atau pindahkan ${environmentName('dataDir')}.`,
        );
      return `${resolve(settings.dataDir)}, sisa ${Math.round(free / 1e9)} GB`;
    }),
    await attempt('catatan', async () => {
      await records.state.get('doctor');
      return 'terbuka, migrasi terbaru';
    }),
    await attempt('indeks', async () => {
      await index.check();
      return 'terbuka';
    }),
    await attempt('antrean', async () => {
      const counts = await queue.counts();
      const quarantined = Object.values(counts).reduce((sum, one) => sum + one.quarantined, 0);
      if (quarantined > 0) throw new Error(`${quarantined} pekerjaan dikarantina; lihat /v1/quarantine.`);
      return 'tanpa karantina';
    }),
    await attempt('jejak audit', async () => {
      const { entries, brokenAt } = await records.audit.verify();
      if (brokenAt !== null)
        throw new Error(`Rantai putus pada entri ${brokenAt}: ada yang mengubah catatan di luar program.`);
      return `${entries} entri utuh`;
    }),
    await attempt('bukti', async () => {
      const { checked, altered } = await evidence.verify();
      if (altered.length > 0)
        throw new Error(`${altered.length} dari ${checked} bukti berubah: ${altered.slice(0, 3).join(', ')}`);
      return `${checked} utuh`;
    }),
    await attempt('model', async () => {
      const missing: string[] = [];
      for (const path of ['tone/model.bin', 'indication/model.bin', 'target/tone.bin'])
        if (!(await readModel(path))) missing.push(path);
      if (missing.length > 0)
        throw new Error(`Tidak ada ${missing.join(', ')}; aturan dipakai sebagai gantinya.`);
      return 'lengkap';
    }),
    await attempt('sumber', async () => {
      const sources = await records.sources.list();
      const health = await Promise.all(sources.map((source) => records.sources.health(source.id)));
      const ill = health.filter((one) => one && one.state !== 'well' && one.state !== 'off').length;
      return sources.length === 0
        ? 'belum ada; `npm start` memasang sumber bawaan'
        : `${sources.length} terpasang, ${ill} bermasalah`;
    }),
    { name: 'setelan', ok: true, detail: settingNames.map(environmentName).join(', ') },
  ];
}

export const formatChecks = (checks: readonly Check[]): string =>
  checks.map(({ name, ok, detail }) => `${ok ? 'baik ' : 'BURUK'}  ${name.padEnd(12)} ${detail}\n`).join('');
