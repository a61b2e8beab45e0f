/**
 * What was seen, kept as it was: content-addressed by SHA-256, never changed; removed only where the law asks for it.
 * Not in here: which items deserve evidence (pipelines), who may read it (services).
 */
export interface EvidenceStore {
  /** Keeps bytes and tells their hash; the same bytes are kept once. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, or null when they are not there. Rejects with `AlteredEvidence` when they no longer fit their hash. */
  get(hash: string): Promise<Uint8Array | null>;
  /** Removes bytes; hashes not there are passed over. @returns how many were there */
  remove(hashes: readonly string[]): Promise<number>;
  /** Hashes of what is kept, ascending, after `after` ('' for the first); at most `limit`. */
  hashes(after: string, limit: number): Promise<string[]>;
  /** Walks everything kept and tells what no longer fits its hash. */
  verify(): Promise<{ checked: number; altered: string[] }>;
}

/** Stored bytes that no longer fit their hash. */
export class AlteredEvidence extends Error {
  override name = 'AlteredEvidence';
}
