import { type Claim, claimState } from '../../../shared/domain/claim.ts';
import { type Instant, toRfc3339 } from '../../../shared/domain/instant.ts';
import type { RowColumn, RowValue } from '../../../shared/ports/row-writer.ts';
import { exportVersion } from './item-rows.ts';

type Column = RowColumn & { of(claim: Claim, now: Instant): RowValue };
const column = (name: string, of: Column['of']): Column => ({ name, of });
const moment = (at: Instant | null): string | null => (at === null ? null : toRfc3339(at));

export const claimColumns: readonly Column[] = [
  column('export_version', () => exportVersion),
  column('id', ({ id }) => id),
  column('text', ({ text }) => text),
  column('verdict', ({ verdict }) => verdict),
  column('state', (claim, now) => claimState(claim, now)),
  column('explanation', ({ explanation }) => explanation),
  column('kind', ({ kind }) => kind),
  column('information_type', ({ informationType }) => informationType),
  column('unit', ({ unit }) => unit),
  column('areas', ({ areas }) => areas.join(' ')),
  column('stage', ({ stage }) => stage),
  column('evidence', ({ evidence }) => evidence.map(({ url }) => url).join(' ')),
  column('clarification_url', ({ url }) => url),
  column('first_appeared_at', ({ firstAppearedAt }) => moment(firstAppearedAt)),
  column('checker', ({ checker }) => checker),
  column('checked_at', ({ checkedAt }) => moment(checkedAt)),
  column('approver', ({ approver }) => approver),
  column('approved_at', ({ approvedAt }) => moment(approvedAt)),
  column('review_at', ({ reviewAt }) => moment(reviewAt)),
  column('created_at', ({ createdAt }) => moment(createdAt)),
  column('updated_at', ({ updatedAt }) => moment(updatedAt)),
  column('version', ({ version }) => version),
];

export const claimRow = (claim: Claim, now: Instant): RowValue[] =>
  claimColumns.map(({ of }) => of(claim, now));
