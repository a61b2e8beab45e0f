import { nationalUnit } from '../../../shared/domain/unit.ts';
import type { ItemFilter } from '../../../shared/ports/item-index.ts';

export interface Sql {
  where: string;
  values: (string | number)[];
}

/** The filter without its text as a condition over the table `item`. */
export function filterSql(filter: ItemFilter): Sql {
  const parts: string[] = [];
  const values: (string | number)[] = [];
  const oneOf = (column: string, list: readonly string[] | undefined): void => {
    if (list === undefined) return;
    parts.push(`${column} IN (${list.map(() => '?').join()})`);
    values.push(...list);
  };
  const inArea = (list: readonly string[]): void => {
    parts.push(
      `EXISTS (SELECT 1 FROM item_area a WHERE a.item = item.row AND a.area IN (${list.map(() => '?').join()}))`,
    );
    values.push(...list);
  };
  const { unit, issues = [] } = filter.scope;
  if (unit !== nationalUnit) {
    inArea([unit]);
    if (issues.length > 0) {
      parts.push(`(${parts.pop()} OR issue_id IN (${issues.map(() => '?').join()}))`);
      values.push(...issues);
    }
  }
  if (filter.areas) inArea(filter.areas);
  if (filter.from !== undefined) parts.push('published_at >= ?') && values.push(filter.from);
  if (filter.to !== undefined) parts.push('published_at < ?') && values.push(filter.to);
  oneOf('platform', filter.platforms);
  oneOf('outlet', filter.outlets);
  oneOf('topic', filter.topics);
  oneOf('tone', filter.tones);
  oneOf('stance', filter.stances);
  oneOf('issue_id', filter.issueIds);
  oneOf('story_id', filter.storyIds);
  oneOf('source_id', filter.sourceIds);
  if (filter.criticism !== undefined) parts.push(`criticism = ${filter.criticism ? 1 : 0}`);
  if (filter.indicated !== undefined) parts.push(`indicated = ${filter.indicated ? 1 : 0}`);
  if (filter.uniqueOnly) parts.push('duplicate_of IS NULL');
  if (filter.linked !== undefined) parts.push(`linked_at IS ${filter.linked ? 'NOT ' : ''}NULL`);
  return { where: parts.length > 0 ? parts.join(' AND ') : '1', values };
}
