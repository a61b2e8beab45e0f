import { writeFileSync } from 'node:fs';
import { openEnricher } from '../../../pipelines/enrich/open-enricher.ts';
import { streamSetOf } from '../../../pipelines/evaluate/stream-sets.ts';
import { kinPairs } from '../../../pipelines/train/kin-pairs.ts';
import { averagePrecision, trainKin } from '../../../pipelines/train/train-kin.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import { plantStream, readBackground } from '../evaluate/plant-stream.ts';

/** The linker as it is, and one that joins nothing by kinship: both what it has made and the pieces it has to join. */
const variants = [{}, { kinJoin: 99, kinPair: 99, kinMerge: 99 }];

/** Trains what kinship of matters weighs, on planted streams; the same rows give the same model. */
export const trainKinCommand: Evaluation<{ data: string; sets?: string; out?: string }> = {
  name: 'kin',
  summary: 'Trains what joins matters told in other words, on planted streams; some minutes.',
  options: [
    ['--data <files>', 'background rows {text} as JSONL; several files with commas between', 'needed'],
    ['--sets <list>', 'planted sets, with commas between (1,2,3,4); the fifth is kept for measuring'],
    ['--out <file>', 'where the model goes (default: pipelines/link/kin-model.json)'],
  ],
  async run({ data, sets = '1,2,3,4', out = 'pipelines/link/kin-model.json' }, context) {
    const background = readBackground(data);
    const enricher = await openEnricher(context.readModel);
    const bySet = sets.split(',').map((set) => {
      const stream = plantStream({ background, enricher, set: streamSetOf(set), seed: 1 });
      return { set, pairs: variants.flatMap((settings) => kinPairs(stream, settings)) };
    });
    const pairs = bySet.flatMap((one) => one.pairs);
    const leftOut = bySet.map((one) => {
      const others = bySet.filter((other) => other !== one).flatMap((other) => other.pairs);
      const score = others.length === 0 ? 0 : averagePrecision(one.pairs, trainKin(others));
      return [one.set, Number(score.toFixed(4))] as const;
    });
    const model = trainKin(pairs);
    writeFileSync(out, `${JSON.stringify(model, null, 2)}\n`);
    return {
      model: out,
      pairs: pairs.length,
      averagePrecisionLeftOut: Object.fromEntries(leftOut),
      ...model,
    };
  },
};
