import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LinearModelParts } from '../../../pipelines/enrich/model/linear-model-format.ts';
import { decodeModelParts } from '../../../pipelines/enrich/model/linear-model-format.ts';
import { targetModelPath } from '../../../pipelines/enrich/target-models.ts';
import { parseRows } from '../../../pipelines/evaluate/parse-rows.ts';
import { type TargetRow, targetRowSchema } from '../../../pipelines/evaluate/target.ts';
import { buildCandidate } from '../../../pipelines/learn/build-candidate.ts';
import { applyPending } from '../../../pipelines/learn/keep-label.ts';
import { labelledRows } from '../../../pipelines/learn/labelled-rows.ts';
import { allLabels, goldPath, itemsOfLabels } from '../../../pipelines/quality/gather-quality.ts';
import { trainTarget } from '../../../pipelines/train/train-target.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import type { ModelVersions } from '../../../shared/ports/model-versions.ts';
import { promoteModel } from '../quality/models.ts';
import { readRows } from '../read-rows.ts';

export interface LearnOptions {
  /** Folder of the shipped training rows. */
  rows: string;
  folds: number;
  /** Puts the candidate in force when it is fit. */
  promote: boolean;
  told(line: string): void;
  /** The project's recipe; another one only for tests. */
  train?(rows: readonly TargetRow[]): LinearModelParts;
}

const modelName = 'target';

const sha256 = (bytes: Uint8Array | null): string =>
  bytes ? createHash('sha256').update(bytes).digest('hex') : '';

const rowsIn = (folder: string): TargetRow[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readRows(join(folder, name), targetRowSchema));

/**
 * Learns from people's labels: a candidate from the shipped rows and theirs, measured beside the model in force, is kept as
 * the next version; with `promote` it is put in force when no set fell by more than its noise.
 */
export async function learn(
  installation: Installation,
  models: ModelVersions,
  readShipped: Installation['readModel'],
  options: LearnOptions,
): Promise<Record<string, unknown>> {
  const { records, index, readModel, clock } = installation;
  await applyPending({ records, index });
  const labels = await allLabels(installation);
  const { rows, disputed, missing, persons } = labelledRows(
    labels,
    await itemsOfLabels({ index, scope: nationalScope }, labels),
  );
  const against = await models.current(modelName);
  const inForce = (await models.list(modelName)).find(({ version }) => version === against);
  const bytes = await readModel(targetModelPath);
  const current = bytes ? decodeModelParts(bytes) : null;
  const gold = await readShipped(goldPath);
  const candidate = buildCandidate({
    shippedRows: rowsIn(options.rows),
    labelled: rows,
    gold: gold ? parseRows(new TextDecoder().decode(gold), targetRowSchema) : [],
    current,
    currentSawUntil: inForce?.labelledUntil ?? 0,
    folds: options.folds,
    train: options.train ?? ((trained) => trainTarget(trained, current?.vectors)),
    told: options.told,
  });
  const { fell, comparisons, labelledRows: used, labelledUntil, inGold } = candidate;
  const made = await models.add(modelName, candidate.bytes, {
    at: clock.now(),
    shippedSha256: sha256(await readShipped(targetModelPath)),
    against,
    fit: fell.length === 0,
    comparison: comparisons,
    labelledRows: used,
    labelledUntil,
  });
  if (options.promote && made.fit) await promoteModel(installation, models, modelName, made.version);
  return {
    model: modelName,
    version: made.version,
    against,
    labels: labels.length,
    persons,
    rows: used,
    disputed,
    missing,
    inGold,
    fit: made.fit,
    fell,
    promoted: options.promote && made.fit,
    comparisons,
  };
}
