import type { Reason } from '../../shared/domain/labels.ts';
import { findIndicationCues } from './indication-cues.ts';
import { styleCues } from './indication-style.ts';
import type { LinearModel } from './model/linear-model.ts';
import { modelWords } from './model/model-words.ts';

/** The class of the model that stands for circulating claims; the other is `ordinary`. */
export const CLAIM_CLASS = 'claim';
export const ORDINARY_CLASS = 'ordinary';

/** "Looks like a circulating claim, check it": never a verdict. */
export interface Indication {
  /** 0 to 1; an order of what to check first, not the chance that something is false. */
  score: number;
  /** Whether the desk should see it. */
  raised: boolean;
  /** The trained score's own part first (`gaya-pesan`), then every sign found; weights are in log-odds. */
  reasons: Reason[];
}

/** Score from which an item is raised: below 5 % of ordinary tweets, headlines and complaints lie above (card of the model). */
export const RAISED_AT = 0.5;
/** Texts of fewer words say too little to look like anything. */
const MIN_WORDS = 5;
/** Signs together move the score by at most this much, in log-odds: they support the trained score, never replace it. */
const MAX_CUE_WEIGHT = 1.5;
const CUE_SHARE = 0.5;

const logOdds = (p: number) => Math.log(Math.max(p, 1e-6) / Math.max(1 - p, 1e-6));
const fromLogOdds = (x: number) => 1 / (1 + Math.exp(-x));

/** A model that does not tell claims from ordinary texts. */
export class IndicationModelError extends Error {
  override readonly name = 'IndicationModelError';
}

/**
 * Reads how much a text looks like the messages fact-checkers receive. It knows how such messages are written and how
 * they ask to be passed on; it knows nothing of what is true. Throws {@link IndicationModelError} for another model.
 */
export function createIndication(model: LinearModel): (text: string) => Indication {
  const claim = model.classes.indexOf(CLAIM_CLASS);
  if (claim < 0 || model.classes.length !== 2)
    throw new IndicationModelError('not a model of circulating claims');
  return (text) => {
    const read = modelWords(text);
    if (read.known.length < MIN_WORDS) return { score: 0, raised: false, reasons: [] };
    const probability = model.predictWords(read.known, styleCues(read))[claim] as number;
    const cues = findIndicationCues(read);
    const sum = CUE_SHARE * cues.reduce((total, { weight }) => total + weight, 0);
    const support = Math.max(-MAX_CUE_WEIGHT, Math.min(MAX_CUE_WEIGHT, sum));
    const score = fromLogOdds(logOdds(probability) + support);
    const raised = score >= RAISED_AT;
    const own: Reason = {
      code: 'gaya-pesan',
      weight: logOdds(probability),
      words: raised ? model.explain(read, claim, 4) : [],
    };
    return { score, raised, reasons: [own, ...cues] };
  };
}
