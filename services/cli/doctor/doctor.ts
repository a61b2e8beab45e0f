import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { environmentName, isDistributed, type Settings } from '../../../shared/config/settings.ts';
import { type Finding, ill, well } from '../../../shared/ports/finding.ts';
import type { CliContext } from '../cli-context.ts';
import { examineInstallation } from './examine-installation.ts';

/** Free space below which a busy week no longer fits: a year of one province takes about 5 GB. */
const leastFreeBytes = 1_000_000_000;
const leastNode = 24;

export interface Examination {
  findings: Finding[];
  /** Whether nothing has to be done. */
  well: boolean;
}

/**
 * Looks at everything an installation needs: this machine, each server (reach, version, rights, clock, disk,
 * migration, mapping), and, where those allow it, what is stored. Changes nothing: what was never started is not opened.
 */
export async function examine(context: CliContext, settings: Settings): Promise<Examination> {
  const { findings: servers, isOpenable } = (await context.probe?.(settings)) ?? {
    findings: [],
    isOpenable: true,
  };
  const findings = [nodeFinding(), await folderFinding(settings), placeFinding(settings), ...servers];
  if (isOpenable)
    try {
      const installation = await context.open(settings);
      try {
        findings.push(...(await examineInstallation(installation, settings)));
      } finally {
        await installation.close();
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      findings.push(ill('pemasangan', message, 'Perbaiki yang disebut di baris ini, lalu jalankan lagi.'));
    }
  return { findings, well: findings.every((finding) => finding.ok) };
}

function nodeFinding(): Finding {
  const { node } = process.versions;
  return Number(node.split('.')[0]) >= leastNode
    ? well('Node', node)
    : ill('Node', `${node} terlalu lama`, `Pakai Node ${leastNode} atau lebih baru; npm membawanya sendiri.`);
}

async function folderFinding({ dataDir }: Settings): Promise<Finding> {
  const folder = resolve(dataDir);
  try {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const detail = `${folder}, sisa ${(free / 1e9).toFixed(1)} GB`;
    return free < leastFreeBytes
      ? ill('folder data', detail, `Kosongkan cakram, atau pindahkan ${environmentName('dataDir')}.`)
      : well('folder data', detail);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return well('folder data', `${folder} belum ada; dibuat saat program dimulai`);
    const message = error instanceof Error ? error.message : String(error);
    return ill(
      'folder data',
      message,
      `Beri hak atas folder itu, atau pindahkan ${environmentName('dataDir')}.`,
    );
  }
}

const placeFinding = (settings: Settings): Finding =>
  isDistributed(settings)
    ? well('pemasangan', 'beberapa server: Redis, PostgreSQL, Elasticsearch')
    : well('pemasangan', 'satu berkas di satu komputer');

export const formatFindings = ({ findings }: Examination): string =>
  findings
    .map(
      ({ name, ok, detail, todo }) =>
        `${ok ? 'baik ' : 'BURUK'}  ${name.padEnd(32)} ${detail}\n${todo === null ? '' : `       → ${todo}\n`}`,
    )
    .join('');
