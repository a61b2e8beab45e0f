import type { ItemDocument } from './item-document.ts';

/** A document as this process wrote it, and which write that was. */
export interface Written {
  document: ItemDocument;
  sequence: number;
  term: number;
}

export interface WrittenDocuments {
  keep(written: Written): void;
  /** Gives it back once: whoever takes it is about to write it anew. */
  take(id: string): Written | undefined;
  forget(id: string): void;
}

/**
 * Longer than batches wait between the two stages in a busy hour. A month that moves to a new mapping numbers its writes
 * anew: what is as young as this was hardly written by somebody else and moved as well.
 */
const keptMs = 30_000;
/** The batches that wait between the stage that labels and the one that links, of 200 items of some 3 KB: about 20 MB. */
const mostKept = 6_000;

/**
 * What this process wrote lately, whole. A partial update makes the server read the document back, unpack and merge it;
 * who has it at hand can write it whole, on the condition that nobody wrote it in between.
 */
export function createWrittenDocuments(now: () => number = () => performance.now()): WrittenDocuments {
  const kept = new Map<string, Written & { at: number }>();
  return {
    keep(written) {
      kept.delete(written.document.id);
      kept.set(written.document.id, { ...written, at: now() });
      for (const [oldest, { at }] of kept) {
        if (kept.size <= mostKept && now() - at < keptMs) break;
        kept.delete(oldest);
      }
    },
    take(id) {
      const found = kept.get(id);
      kept.delete(id);
      return found && now() - found.at < keptMs ? found : undefined;
    },
    forget: (id) => void kept.delete(id),
  };
}
