import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { RowColumn, RowValue } from '../../../shared/ports/row-writer.ts';
import { exportVersion } from './item-rows.ts';

type Column = RowColumn & { of(issue: Issue): RowValue };
const column = (name: string, of: (issue: Issue) => RowValue): Column => ({ name, of });

export const issueColumns: readonly Column[] = [
  column('export_version', () => exportVersion),
  column('number', ({ number }) => number),
  column('id', ({ id }) => id),
  column('title', ({ title }) => title),
  column('state', ({ state }) => state),
  column('unit', ({ unit }) => unit),
  column('owner', ({ owner }) => owner),
  column('topic', ({ topic }) => topic),
  column('areas', ({ areas }) => areas.join(' ')),
  column('first_at', ({ firstAt }) => toRfc3339(firstAt)),
  column('last_at', ({ lastAt }) => toRfc3339(lastAt)),
  column('items', ({ counts }) => counts.items),
  column('unique', ({ counts }) => counts.unique),
  column('positive', ({ counts }) => counts.positive),
  column('neutral', ({ counts }) => counts.neutral),
  column('negative', ({ counts }) => counts.negative),
  column('criticism', ({ counts }) => counts.criticism),
  column('spreading', ({ counts }) => counts.stance.menyebarkan),
  column('denying', ({ counts }) => counts.stance.membantah),
  column('asking', ({ counts }) => counts.stance.bertanya),
  column('reporting', ({ counts }) => counts.stance.memberitakan),
  column('interactions', ({ counts }) => counts.interactions),
  column('likelihood', ({ risk }) => risk.likelihood),
  column('impact', ({ risk }) => risk.impact),
  column('risk_score', ({ risk }) => risk.score),
  column('level', ({ risk }) => risk.level),
  column('priority', ({ priority }) => priority.score),
  column('priority_reason', ({ priority }) => priority.reason),
  column('verdict', ({ verdict }) => verdict),
  column('parent_id', ({ parentId }) => parentId),
  column('merged_into', ({ mergedInto }) => mergedInto),
];
