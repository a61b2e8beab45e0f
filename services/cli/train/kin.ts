import { writeFileSync } from 'node:fs';
import { openEnricher } from '../../../pipelines/enrich/open-enricher.ts';
import { streamSetOf } from '../../../pipelines/evaluate/stream-sets.ts';
import { kinPairs } from '../../../pipelines/train/kin-pairs.ts';
import { averagePrecision, trainKin } from '../../../pipelines/train/train-kin.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import { plantStream, readBackground } from '../evaluate/plant-stream.ts';

/** A linker that joins nothing by kinship leaves the pieces that have to be joined, whatever was trained before. */
const withoutKinship = { kinJoin: 99, kinPair: 99, kinMerge: 99 };
/** Pairs of the crowded set count for so many: in a week around voting day most regencies have several matters. */
const crowdedWeight = 4;

/** Trains what kinship of matters weighs, on planted streams; the same rows give the same model. */
export const trainKinCommand: Evaluation<{ data: string; sets?: string; out?: string }> = {
  name: 'kin',
  summary: 'Trains what joins matters told in other words, on planted streams; some minutes.',
  options: [
    ['--data <files>', 'background rows {text} as JSONL; several files with commas between', 'needed'],
    [
      '--sets <list>',
      'planted sets, with commas between (1,2,3,4,crowded); the fifth to seventh are kept for measuring',
    ],
    ['--out <file>', 'where the model goes (default: pipelines/link/kin-model.json)'],
  ],
  async run({ data, sets = '1,2,3,4,crowded', out = 'pipelines/link/kin-model.json' }, context) {
    const background = readBackground(data);
    const enricher = await openEnricher(context.readModel);
    const bySet = sets.split(',').map((set) => {
      const stream = plantStream({ background, enricher, set: streamSetOf(set), seed: 1 });
      const weight = set === 'crowded' ? crowdedWeight : 1;
      return { set, pairs: kinPairs(stream, withoutKinship).map((pair) => ({ ...pair, weight })) };
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
