/** One candidate of a model that was made here, with what decided over it. */
export interface ModelVersion {
  /** 1 and up; 0 is the one that the project ships. */
  version: number;
  /** Epoch ms. */
  at: number;
  sha256: string;
  bytes: number;
  /** Hash of the shipped model when this one was made: another one now means that it is time to learn anew. */
  shippedSha256: string;
  /** Which version it was measured against. */
  against: number;
  /** Whether it may be promoted: no set fell by more than its noise. */
  fit: boolean;
  /** The comparison, set by set, as the command printed it. */
  comparison: unknown;
  /** Rows of people in it, and the instant of the newest of their labels. */
  labelledRows: number;
  labelledUntil: number;
}

/**
 * Models that an installation learned, beside those the project ships.
 * Not in here: training, measuring, who may promote.
 */
export interface ModelVersions {
  /** Oldest first. */
  list(name: string): Promise<ModelVersion[]>;
  /** The version in force; 0 for the shipped one. */
  current(name: string): Promise<number>;
  /** Keeps the bytes and their entry under the next number; what is there is never changed. */
  add(
    name: string,
    bytes: Uint8Array,
    entry: Omit<ModelVersion, 'version' | 'sha256' | 'bytes'>,
  ): Promise<ModelVersion>;
  /** Puts a version in force for every process that starts from now on; 0 goes back to the shipped one. @throws NoSuchVersion */
  use(name: string, version: number): Promise<void>;
}

/** A version that is not there, or whose file is not what was written. */
export class NoSuchVersion extends Error {
  override name = 'NoSuchVersion';
}
