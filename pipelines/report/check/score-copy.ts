import type { Comparison } from './compare-reports.ts';

/** Telling words at which a copied share is believed by half: two sentences with numbers or names. */
const halfBelieved = 22;
/** The same in a quiet quarter, whose honest sentences return too: about six sentences with numbers or names. */
const halfBelievedQuiet = 75;
/** A quiet quarter explains no more telling words of another office to the letter than these: two or three sentences. */
const mostByRight = 30;
/** Raises and cuts, chosen: each is worth less than a copied text, two or three together make one. */
const raise = { stray: 0.3, figures: 0.15, foreign: 0.25, head: 0.2, pasted: 0.35 };
/** Equal figures prove nothing below this: three rows of about 25. */
const tellingBits = 14;
const fewestRows = 3;
/** A pasted passage counts in full from this many telling words to the letter, however long the rest is. */
const pastedFully = 90;

const clamp = (value: number): number => Math.max(0, Math.min(1, value));

/** Are the tables those of the source: (nearly) every row that changes by nature is equal, and they are no small numbers? */
export const figuresAreEqual = ({ figures }: Comparison): boolean =>
  figures.compared >= fewestRows &&
  figures.equal >= figures.compared * 0.95 &&
  figures.equalBits >= tellingBits;

/**
 * How surely the report was made from the source, 0 to about 2: the copied share of its telling words, believed the
 * more the more words there are, raised by traces an honest report does not have.
 */
export function scoreCopy(comparison: Comparison): number {
  const { copiedMass, copiedShare, verbatimMass, dates, foreignNames, ownNames, report, source } = comparison;
  const other = report.unit !== source.unit;
  const alikeByRight = !other || verbatimMass < mostByRight;
  const quiet = report.quiet && alikeByRight && dates.stray === 0 && !comparison.forgottenHead;
  const believed = copiedMass / (copiedMass + (quiet ? halfBelievedQuiet : halfBelieved));
  const traces =
    (dates.stray === 0 ? 0 : raise.stray * clamp((2 * dates.stray) / dates.total)) +
    (figuresAreEqual(comparison) ? raise.figures : 0) +
    (foreignNames > 0 && foreignNames > ownNames ? raise.foreign : 0) +
    (comparison.forgottenHead ? raise.head : 0) +
    (other ? raise.pasted * clamp((verbatimMass - 25) / pastedFully) : 0);
  return copiedShare * believed + traces * believed;
}
