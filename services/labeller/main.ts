import { workerData } from 'node:worker_threads';
import { createModelReader } from '../../infra/models/model-versions.ts';
import { readModel } from '../../infra/models/read-model.ts';
import { labelItems } from '../../pipelines/enrich/label-items.ts';
import { openEnricher } from '../../pipelines/enrich/open-enricher.ts';
import type { LabelAnswer, LabelTask } from '../../shared/ports/item-labeller.ts';

/** What the embedded installation's labelling thread is given. */
export interface LabellerData {
  dataDir: string;
}

const { dataDir } = (workerData as { data: LabellerData }).data;
const enricher = await openEnricher(createModelReader(dataDir, readModel));

/** Labels a batch; runs in a thread of its own, so that the API answers while a large import is read. */
export const label = (tasks: readonly LabelTask[]): LabelAnswer[] => labelItems(enricher, tasks);
