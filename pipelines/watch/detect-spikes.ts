import type { Detector, DetectorInput, Finding } from './detector.ts';
import { negativeJumpDetector } from './negative-jump.ts';
import { busyDetector, coldStartDetector, meetsMinimum, quietDetector } from './volume-detectors.ts';

/** The first that applies to a series, by its own level, speaks for it; all of them need the tier's minimum. */
export const volumeDetectors: readonly Detector[] = [coldStartDetector, busyDetector, quietDetector];

/** Everything unusual in one series now, by the rules that fit its level; empty most of the time. */
export function detectSpikes(input: DetectorInput): Finding[] {
  // the cheap gates: an hour without voices cannot be a spike, and most hours are far below the minimum
  if (input.view.get('voices', 0) === 0) return [];
  const rule = meetsMinimum(input) ? volumeDetectors.find((detector) => detector.applies(input)) : undefined;
  return [rule?.detect(input) ?? null, negativeJumpDetector.detect(input)].filter((found) => found !== null);
}
