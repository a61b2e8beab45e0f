import type { estypes } from '@elastic/elasticsearch';
import { nationalUnit } from '../../../shared/domain/unit.ts';
import type { ItemFilter } from '../../../shared/ports/item-index.ts';
import { textQuery } from './text-query.ts';

type Query = NonNullable<estypes.QueryDslQueryContainer>;

/** The filter as one query; only its text scores. */
export function filterQuery(filter: ItemFilter): Query {
  const text = filter.text === undefined || filter.text.trim() === '' ? null : textQuery(filter.text);
  return { bool: { filter: conditions(filter), ...text } };
}

function conditions(filter: ItemFilter): Query[] {
  const all: Query[] = [];
  const oneOf = (field: string, values: readonly (string | boolean)[] | undefined): void => {
    if (values !== undefined) all.push({ terms: { [field]: [...values] } });
  };
  const exists = (field: string, there: boolean): void => {
    const query: Query = { exists: { field } };
    all.push(there ? query : { bool: { must_not: [query] } });
  };
  const { unit, issues = [] } = filter.scope;
  if (unit !== nationalUnit) {
    const own: Query = { term: { areas: unit } };
    const beyond: Query = { terms: { issueId: [...issues] } };
    all.push(issues.length === 0 ? own : { bool: { should: [own, beyond], minimum_should_match: 1 } });
  }
  oneOf('areas', filter.areas);
  const { from, to } = filter;
  if (from !== undefined || to !== undefined)
    all.push({
      range: {
        publishedAt: {
          ...(from === undefined ? {} : { gte: from }),
          ...(to === undefined ? {} : { lt: to }),
        },
      },
    });
  oneOf('platform', filter.platforms);
  oneOf('outlet', filter.outlets);
  oneOf('topic', filter.topics);
  oneOf('tone', filter.tones);
  oneOf('stance', filter.stances);
  oneOf('issueId', filter.issueIds);
  oneOf('storyId', filter.storyIds);
  oneOf('sourceId', filter.sourceIds);
  if (filter.criticism !== undefined) oneOf('criticism', [filter.criticism]);
  if (filter.indicated !== undefined) oneOf('indicated', [filter.indicated]);
  if (filter.uniqueOnly) exists('duplicateOf', false);
  if (filter.linked !== undefined) exists('linkedAt', filter.linked);
  return all;
}
