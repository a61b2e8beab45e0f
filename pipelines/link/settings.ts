import { dayMs, hourMs } from '../../shared/domain/instant.ts';

/** How the linker decides. Every figure is a setting; the defaults were measured (see the reasons). */
export interface LinkSettings {
  /** A story closes after this silence; items older than this leave the open window. */
  windowMs: number;
  /** Width of the Gaussian by which a story forgets: news of one event clusters within a day. */
  storySigmaMs: number;
  /** Silence after which an issue takes no new items by likeness alone. */
  matterWindowMs: number;
  /** Width of the Gaussian by which a matter forgets; wide, since a rumour may tick on for weeks. */
  matterSigmaMs: number;
  /** Likeness that joins a story in a quiet stream (about 20 open items) … */
  storyThreshold: number;
  /** … and what is added for every tenfold of open items: in a dense stream chance likeness grows. */
  storyThresholdPerDecade: number;
  /** Likeness that joins a new story to a matter in a quiet stream, and its growth. */
  matterThreshold: number;
  matterThresholdPerDecade: number;
  /** Likeness of an item to the profile of a whole matter that joins it. Only matters about KPU have one. */
  profileThreshold: number;
  /**
   * Likeness to the whole of a matter below which one item alike is too little to join it, unless kinship says otherwise: a
   * chain of texts, each like the one before, leads anywhere. Of right joins one in two hundred lies below 0.16. Higher
   * ones than this take items from the matters of the sample week.
   */
  wholeThreshold: number;
  /** What remains of likeness between an item about KPU and a matter that is not, or the reverse. */
  strangerFactor: number;
  /**
   * Likeness between two things about KPU is multiplied by these. With 1.3, 0.7, 1.2 and 0.9 the planted streams gain
   * 2 points of mean recall and 5 of precision over 1.2, 0.7, 1.1 and 1; with 0.55 for another regency 1 more of precision.
   */
  sameRegencyFactor: number;
  otherRegencyFactor: number;
  /** … and where one of the two has settled in one regency: "re-vote at a station" of two cities is two matters. */
  otherSettledFactor: number;
  sameTopicFactor: number;
  otherTopicFactor: number;
  /** Likeness of two whole matters' profiles at which they are one. */
  mergeThreshold: number;
  /** Added for every doubling of the smaller one above two items. */
  mergeThresholdPerDoubling: number;
  /**
   * Log-odds of kinship from which a lone item joins a matter. These and the next were chosen on planted streams 1 to 4, the
   * crowded one and the sample week, where none of lower ones kept its matters apart …
   */
  kinJoin: number;
  /** … by this much more than any other matter … */
  kinMargin: number;
  /** … what is added when it is not surely about KPU … */
  kinStranger: number;
  /** … another lone item … */
  kinPair: number;
  /** … and two matters are one. */
  kinMerge: number;
  /** Added for every doubling of the smaller one above two items: a wrong merge of large ones costs most. */
  kinMergePerDoubling: number;
  /**
   * Taken off where both sides are placed and share no regency, beyond what pairs teach: one wrong item of another regency
   * is what two large matters are joined by.
   */
  kinElsewhere: number;
  /** Silence between two matters beyond which they are not compared. */
  kinGapMs: number;
  /** Shared words over all words from which a text of at least eight words is a re-post. */
  duplicateJaccard: number;
  /** Share of the shorter text found in the longer one from which it is a re-post with an addition. */
  duplicateContainment: number;
  /** Below this many words only the same words in the same order are a re-post. */
  shortPostWords: number;
  /** Unique items that have to name a regency, in each of two, before local issues stand under one of a higher tier. */
  localItems: number;
  /** Most items held; the oldest leave first beyond it. */
  maximumOpen: number;
}

export const defaultLinkSettings: LinkSettings = {
  windowMs: 72 * hourMs,
  storySigmaMs: 24 * hourMs,
  matterWindowMs: 21 * dayMs,
  matterSigmaMs: 10 * dayMs,
  storyThreshold: 0.16,
  storyThresholdPerDecade: 0.06,
  matterThreshold: 0.3,
  matterThresholdPerDecade: 0.04,
  profileThreshold: 0.26,
  wholeThreshold: 0.1,
  strangerFactor: 0.6,
  sameRegencyFactor: 1.3,
  otherRegencyFactor: 0.55,
  otherSettledFactor: 0.45,
  sameTopicFactor: 1.2,
  otherTopicFactor: 0.9,
  mergeThreshold: 0.27,
  mergeThresholdPerDoubling: 0.04,
  kinJoin: 2.7,
  kinMargin: 2,
  kinStranger: 3,
  kinPair: 5.5,
  kinMerge: 2.7,
  kinMergePerDoubling: 0.5,
  kinElsewhere: 2.5,
  kinGapMs: 5 * dayMs,
  duplicateJaccard: 0.62,
  duplicateContainment: 0.9,
  shortPostWords: 8,
  localItems: 3,
  maximumOpen: 1_200_000,
};
