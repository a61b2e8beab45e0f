import { type Cue, cue } from '../model/cue.ts';

/** Cues of `before` and a count in steps: more than a few is many. */
export function bucketCues(before: string): (count: number) => Cue {
  const [none, one, few, many] = ['0', '1', '2', '4'].map((step) => cue(`${before} ${step}`)) as [
    Cue,
    Cue,
    Cue,
    Cue,
  ];
  return (n) => (n <= 0 ? none : n < 2 ? one : n < 4 ? few : many);
}
