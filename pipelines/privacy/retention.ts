import type { Item } from '../../shared/domain/item.ts';
import { type Retention, retentionSchema } from '../../shared/domain/retention.ts';
import type { Records } from '../../shared/ports/records.ts';

const retentionName = 'privacy.retention';
const turnName = 'privacy.turn';
const erasedName = 'privacy.erased';

export const readRetention = async ({ state }: Pick<Records, 'state'>): Promise<Retention> =>
  retentionSchema.safeParse((await state.get(retentionName)) ?? {}).data ?? retentionSchema.parse({});

/** Changes how long data is kept, with its audit entry. */
export const putRetention = (
  records: Records,
  retention: Retention,
  { by, reason, at }: { by: string; reason: string; at: number },
): Promise<void> =>
  records.transaction(async (inner) => {
    const before = await readRetention(inner);
    await inner.state.put(retentionName, retention);
    const entry = { at, actor: by, action: 'privacy.retention', subject: 'privacy', reason };
    await inner.audit.append({ ...entry, before, after: retention });
  });

/** How far the last turn came. */
export interface PrivacyTurn {
  at: number;
  /** Handles of everything published before are dropped. */
  handlesTo: number;
  /** When everything old was looked through last: what was imported late is found then. */
  wholeAt: number;
}

export const readTurn = async ({ state }: Pick<Records, 'state'>): Promise<PrivacyTurn | null> =>
  (await state.get(turnName)) as PrivacyTurn | null;

export const putTurn = ({ state }: Pick<Records, 'state'>, turn: PrivacyTurn): Promise<void> =>
  state.put(turnName, turn);

export const isErased = (
  { author, authorKind }: Pick<Item, 'author' | 'authorKind'>,
  erased: ReadonlySet<string>,
): boolean => authorKind === 'private' && author !== null && erased.has(author);

/** Pseudonyms of those who asked to be erased: what they write is not collected again. */
export const readErased = async ({ state }: Pick<Records, 'state'>): Promise<ReadonlySet<string>> =>
  new Set(((await state.get(erasedName)) as string[] | null) ?? []);

export async function addErased(records: Records, pseudonyms: readonly string[]): Promise<void> {
  const all = await readErased(records);
  await records.state.put(erasedName, [...new Set([...all, ...pseudonyms])]);
}
