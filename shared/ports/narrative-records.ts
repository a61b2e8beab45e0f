import type { Narrative } from '../domain/narrative.ts';

/** Named narratives; which issues are tied to one is written in the issues (`narrativeId`). */
export interface NarrativeRecords {
  /** Must carry the version that was read, plus one, else `VersionConflict`. Version 1 creates. */
  put(narrative: Narrative): Promise<void>;
  get(id: string): Promise<Narrative | null>;
  /** All of them, by name. There are some dozens: people make them by hand. */
  all(): Promise<Narrative[]>;
}
