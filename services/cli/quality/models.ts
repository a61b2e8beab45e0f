import { createHash } from 'node:crypto';
import type { Installation } from '../../../shared/ports/installation.ts';
import { type ModelVersions, NoSuchVersion } from '../../../shared/ports/model-versions.ts';
import { CliError } from '../cli-context.ts';

/** Whoever runs commands on the machine. */
const actor = 'operator';

const audited = (
  { records, clock }: Pick<Installation, 'records' | 'clock'>,
  action: string,
  name: string,
  before: number,
  after: number,
) =>
  records.audit.append({
    at: clock.now(),
    actor,
    action,
    subject: `model ${name}`,
    before: { version: before },
    after: { version: after },
    reason: null,
  });

/** Versions, which is in force, and whether the shipped model is another one than they were measured against. */
export async function listModels(models: ModelVersions, name: string, shipped: Uint8Array | null) {
  const shippedSha256 = shipped ? createHash('sha256').update(shipped).digest('hex') : '';
  const current = await models.current(name);
  const versions = (await models.list(name)).map(({ comparison: _long, shippedSha256: known, ...rest }) => ({
    ...rest,
    at: new Date(rest.at).toISOString(),
    inForce: rest.version === current,
    shippedIsNewer: known !== shippedSha256,
  }));
  return {
    model: name,
    current,
    versions: [{ version: 0, shipped: true, inForce: current === 0 }, ...versions],
  };
}

/** Puts a version in force that no set speaks against. @throws CliError saying why not */
export async function promoteModel(
  installation: Pick<Installation, 'records' | 'clock'>,
  models: ModelVersions,
  name: string,
  version: number,
): Promise<{ model: string; before: number; current: number }> {
  const entry = (await models.list(name)).find((one) => one.version === version);
  if (!entry)
    throw new CliError(`Tidak ada versi ${version} dari model ${name}; lihat "saring models list".`, 2);
  if (!entry.fit)
    throw new CliError(
      `Versi ${version} tidak boleh dipakai: ada ukuran yang turun melebihi derau; lihat "saring models list".`,
    );
  return change(installation, models, name, version, 'model.promote');
}

/** Back to an earlier version, any of them; without one to the version before, or the shipped one. */
export async function rollbackModel(
  installation: Pick<Installation, 'records' | 'clock'>,
  models: ModelVersions,
  name: string,
  version?: number,
): Promise<{ model: string; before: number; current: number }> {
  if (version === undefined && (await models.current(name)) === 0)
    throw new CliError(`Model ${name} bawaan sedang dipakai; tidak ada yang perlu dikembalikan.`);
  const wanted = version ?? (await versionBefore(installation, models, name));
  const entry = (await models.list(name)).find((one) => one.version === wanted);
  if (entry && !entry.fit) throw new CliError(`Versi ${wanted} tidak pernah boleh dipakai.`);
  return change(installation, models, name, wanted, 'model.rollback');
}

/** What was in force before the last promotion, as the audit trail has it. */
async function versionBefore(
  { records }: Pick<Installation, 'records'>,
  models: ModelVersions,
  name: string,
): Promise<number> {
  const current = await models.current(name);
  const entries = await records.audit.of(`model ${name}`, 100);
  const last = entries.find(
    ({ action, after }) => action === 'model.promote' && (after as { version: number }).version === current,
  );
  return (last?.before as { version: number } | undefined)?.version ?? 0;
}

async function change(
  installation: Pick<Installation, 'records' | 'clock'>,
  models: ModelVersions,
  name: string,
  version: number,
  action: string,
) {
  const before = await models.current(name);
  try {
    await models.use(name, version);
  } catch (error) {
    if (error instanceof NoSuchVersion) throw new CliError(error.message);
    throw error;
  }
  await audited(installation, action, name, before, version);
  return { model: name, before, current: version };
}
