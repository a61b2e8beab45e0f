import { simulateQuietWeeks } from '../../../pipelines/evaluate/quiet-weeks.ts';
import type { Evaluation } from './evaluation.ts';

interface QuietWeeksFlags {
  seed?: string;
  units?: string;
  weeks?: string;
  crises?: string;
  talk?: string;
}

/** A flag's number, or what stands for it. @throws RangeError when it is none or below `least` */
function numberOf(name: string, text: string | undefined, fallback: number, least: number): number {
  const value = text === undefined ? fallback : Number(text);
  if (!Number.isFinite(value) || value < least)
    throw new RangeError(`--${name} must be a number of at least ${least}`);
  return value;
}

/** Simulated quiet weeks with planted crises: false pushes per unit, and who was caught in time. */
export const quietWeeksEvaluation: Evaluation<QuietWeeksFlags> = {
  name: 'quiet-weeks',
  summary: 'false pushes over simulated quiet weeks of all units, and planted crises caught within two hours',
  options: [
    ['--seed <n>', 'start of the random stream (1)'],
    ['--units <n>', 'offices below KPU RI (552)'],
    ['--weeks <n>', 'quiet weeks after a fortnight of warm-up (8)'],
    ['--crises <n>', 'planted crises (200)'],
    ['--talk <factor>', 'multiplies the quiet talk (1)'],
  ],
  run: async (flags) => ({
    ...simulateQuietWeeks({
      seed: numberOf('seed', flags.seed, 1, 0),
      units: Math.floor(numberOf('units', flags.units, 552, 1)),
      weeks: numberOf('weeks', flags.weeks, 8, 1),
      crises: Math.floor(numberOf('crises', flags.crises, 200, 0)),
      talk: numberOf('talk', flags.talk, 1, 0),
    }),
  }),
};
