import type { Item } from '../domain/item.ts';
import type { IndexedItem } from '../domain/labelled-item.ts';
import type { Source } from '../domain/source.ts';

/** An item and what is known of where it came from. */
export interface LabelTask {
  item: Item;
  source?: Pick<Source, 'homeArea' | 'outlet' | 'kind'> | undefined;
}

/** The item as the index takes it, not yet linked; or why it cannot be read. */
export type LabelAnswer = { item: IndexedItem } | { unreadable: string };

/** Says what items say. It may live in a thread of its own. */
export interface ItemLabeller {
  /** One answer for each task, in order. An item that cannot be read costs no other its answer. */
  label(tasks: readonly LabelTask[]): Promise<LabelAnswer[]>;
  close(): Promise<void>;
}
