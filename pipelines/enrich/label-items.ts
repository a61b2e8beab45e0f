import { fullText } from '../../shared/domain/full-text.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { ItemLabeller, LabelAnswer, LabelTask } from '../../shared/ports/item-labeller.ts';
import { bandKeyStrings, minhash } from '../../shared/text/minhash.ts';
import { wordShingles } from '../../shared/text/shingles.ts';
import { tokenise } from '../../shared/text/tokenise.ts';
import type { Enricher } from './enrich-item.ts';

/** Of 32 keys so many are stored: they find the candidates of take-overs, where a near-copy shares most of them. */
const storedBandKeys = 8;

const bandKeysOf = (item: Item): string[] =>
  bandKeyStrings(minhash(wordShingles(tokenise(fullText(item))))).slice(0, storedBandKeys);

/** Labels a batch with everything the index keeps of an item; one bad item never takes the others down. */
export const labelItems = (enricher: Enricher, tasks: readonly LabelTask[]): LabelAnswer[] =>
  tasks.map(({ item, source }) => {
    try {
      const bandKeys = bandKeysOf(item);
      const labelled = enricher.enrich(item, source);
      return {
        item: { ...labelled, storyId: null, issueId: null, duplicateOf: null, linkedAt: null, bandKeys },
      };
    } catch (error) {
      return { unreadable: error instanceof Error ? error.message : String(error) };
    }
  });

/** A labeller in the caller's own thread. */
export const createLabeller = (enricher: Enricher): ItemLabeller => ({
  label: (tasks) => Promise.resolve(labelItems(enricher, tasks)),
  close: () => Promise.resolve(),
});
