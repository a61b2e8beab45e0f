/** A count in steps, for cues: more than a few is many. */
export const bucket = (n: number): string => (n <= 0 ? '0' : n < 2 ? '1' : n < 4 ? '2' : '4');
