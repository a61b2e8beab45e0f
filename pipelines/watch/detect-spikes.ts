import type { Detector, DetectorInput, Finding } from './detector.ts';
import { negativeJumpDetector } from './negative-jump.ts';
import { busyDetector, coldStartDetector, quietDetector } from './volume-detectors.ts';

/** Exactly one of these applies to a series, by its own level. */
export const volumeDetectors: readonly Detector[] = [coldStartDetector, busyDetector, quietDetector];
export const seriesDetectors: readonly Detector[] = [...volumeDetectors, negativeJumpDetector];

/** Everything unusual in one series now, by the rules that fit its level; empty most of the time. */
export function detectSpikes(input: DetectorInput, detectors = seriesDetectors): Finding[] {
  // the cheap gate: an hour without voices cannot be a spike, and most series have none
  if (input.view.get('voices', 0) === 0) return [];
  return detectors.flatMap((detector) => (detector.applies(input) ? (detector.detect(input) ?? []) : []));
}
