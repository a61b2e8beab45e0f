import type { StreamOptions } from './stream.ts';
import { nearMisses, plantedMatters } from './stream-matters.ts';
import { crowdedMatters, crowdedNearMisses } from './stream-matters-crowded.ts';
import { fifthMatters, fifthNearMisses } from './stream-matters-fifth.ts';
import { fourthMatters, fourthNearMisses } from './stream-matters-fourth.ts';
import { secondMatters, secondNearMisses } from './stream-matters-second.ts';
import { seventhMatters, seventhNearMisses } from './stream-matters-seventh.ts';
import { sixthMatters, sixthNearMisses } from './stream-matters-sixth.ts';
import { thirdMatters, thirdNearMisses } from './stream-matters-third.ts';

export type StreamSet = Required<Pick<StreamOptions, 'matters' | 'misses'>>;

/** What is planted. What kinship weighs is learnt on the first four and on `crowded`; the fifth to seventh are for measuring alone. */
export const streamSets: Readonly<Record<string, StreamSet>> = {
  '1': { matters: plantedMatters, misses: nearMisses },
  '2': { matters: secondMatters, misses: secondNearMisses },
  '3': { matters: thirdMatters, misses: thirdNearMisses },
  '4': { matters: fourthMatters, misses: fourthNearMisses },
  '5': { matters: fifthMatters, misses: fifthNearMisses },
  '6': { matters: sixthMatters, misses: sixthNearMisses },
  '7': { matters: seventhMatters, misses: seventhNearMisses },
  crowded: { matters: crowdedMatters, misses: crowdedNearMisses },
};

export class UnknownStreamSetError extends Error {
  constructor(name: string) {
    super(`There is no planted set "${name}"; there are ${Object.keys(streamSets).join(', ')}.`);
    this.name = 'UnknownStreamSetError';
  }
}

/** @throws UnknownStreamSetError */
export function streamSetOf(name: string): StreamSet {
  const set = streamSets[name];
  if (set === undefined) throw new UnknownStreamSetError(name);
  return set;
}
