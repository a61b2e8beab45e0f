import type { ItemField } from '../../../shared/domain/item-field.ts';
import type { ItemFilter, ItemReader } from '../../../shared/ports/item-index.ts';
import type { RowColumn, RowValue } from '../../../shared/ports/row-writer.ts';
import { createSayInstant } from './say-instant.ts';

/** Grows when a column is renamed, removed or means something else; new columns are added at the end without. */
export const exportVersion = 1;

type Column = RowColumn & { field: ItemField | null };
const column = (name: string, field: ItemField | null): Column => ({ name, field });

/** Private authors are pseudonymous in the store already; outlets and offices keep their names. */
export const itemColumns: readonly Column[] = [
  column('export_version', null),
  column('id', 'id'),
  column('platform', 'platform'),
  column('native_id', 'nativeId'),
  column('url', 'url'),
  column('title', 'title'),
  column('text', 'text'),
  column('author', 'author'),
  column('author_kind', 'authorKind'),
  column('outlet', 'outlet'),
  column('source_id', 'sourceId'),
  column('published_at', 'publishedAt'),
  column('collected_at', 'collectedAt'),
  column('likes', 'metrics.likes'),
  column('replies', 'metrics.replies'),
  column('shares', 'metrics.shares'),
  column('views', 'metrics.views'),
  column('followers', 'metrics.followers'),
  column('language', 'labels.language.value'),
  column('about_kpu', 'labels.target.value'),
  column('tone', 'labels.tone.value'),
  column('tone_confidence', 'labels.tone.confidence'),
  column('criticism', 'labels.criticism.value'),
  column('stance', 'labels.stance.value'),
  column('topic', 'labels.topic.value'),
  column('areas', 'labels.places'),
  column('indicated', 'labels.indication.raised'),
  column('story_id', 'storyId'),
  column('issue_id', 'issueId'),
  column('duplicate_of', 'duplicateOf'),
];

const fields = itemColumns.flatMap(({ field }) => (field === null ? [] : [field]));
const indexOf = (name: string): number => itemColumns.findIndex((one) => one.name === name);
const [publishedAt, collectedAt, areas] = ['published_at', 'collected_at', 'areas'].map(indexOf) as [
  number,
  number,
  number,
];

/** Items read at a time. Measured on a million rows: 50 peak at 180 MB, 100 at 229 MB, 500 at 250 MB; 100 is a tenth faster. */
const batchSize = 50;

/** The rows of every item the filter takes, in time order, batch by batch. */
export async function* itemRows(
  index: Pick<ItemReader, 'project'>,
  filter: ItemFilter,
): AsyncGenerator<RowValue[][]> {
  const sayInstant = createSayInstant();
  for await (const batch of index.project(filter, fields, batchSize))
    yield batch.map((parts) => {
      const row = [exportVersion, ...parts] as RowValue[];
      row[publishedAt] = sayInstant(row[publishedAt] as number);
      row[collectedAt] = sayInstant(row[collectedAt] as number);
      row[areas] = (parts[areas - 1] as { code: string }[]).map(({ code }) => code).join(' ');
      return row;
    });
}
