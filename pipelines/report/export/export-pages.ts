import type { Instant } from '../../../shared/domain/instant.ts';
import type { ExportKind } from '../../../shared/domain/report-run.ts';
import type { ItemFilter, ItemReader } from '../../../shared/ports/item-index.ts';
import type { IssueFilter, Records } from '../../../shared/ports/records.ts';
import type { RowColumn, RowValue } from '../../../shared/ports/row-writer.ts';
import { auditColumns, auditRow } from './audit-rows.ts';
import { claimColumns, claimRow } from './claim-rows.ts';
import { issueColumns } from './issue-rows.ts';
import { itemColumns, itemPages } from './item-rows.ts';

export interface ExportPorts {
  index: Pick<ItemReader, 'project'>;
  records: Pick<Records, 'issues' | 'claims' | 'audit'>;
}

/** Some rows, and where to go on after them. */
export interface ExportPage {
  rows: RowValue[][];
  /** Plain JSON. */
  cursor: unknown;
}

export interface ExportRequest {
  what: ExportKind;
  /** In the terms of the port: ItemFilter for items, IssueFilter for issues, scope for all. */
  filter: ItemFilter & Partial<Omit<IssueFilter, 'limit' | 'cursor'>>;
  now: Instant;
  /** Of the page before; undefined from the start. */
  cursor?: unknown;
}

export const exportColumns: Readonly<Record<ExportKind, readonly RowColumn[]>> = {
  items: itemColumns,
  issues: issueColumns,
  claims: claimColumns,
  audit: auditColumns,
};

const pageSize = 500;

async function* issuePages({ records }: ExportPorts, { filter, cursor }: ExportRequest) {
  let next = cursor as string | undefined;
  do {
    const page = await records.issues.list({
      ...(filter as Omit<IssueFilter, 'limit' | 'sort'>),
      sort: 'newest',
      limit: pageSize,
      ...(next === undefined ? {} : { cursor: next }),
    });
    next = page.nextCursor ?? undefined;
    yield { rows: page.issues.map((issue) => issueColumns.map(({ of }) => of(issue))), cursor: next };
  } while (next !== undefined);
}

/** Claims in force first, then the withdrawn ones; the cursor names which of the two it goes on in. */
async function* claimPages({ records }: ExportPorts, { now, cursor }: ExportRequest) {
  const from = cursor as { withdrawn: boolean; next?: string } | undefined;
  for (const withdrawn of from?.withdrawn ? [true] : [false, true]) {
    let next = from?.withdrawn === withdrawn ? from.next : undefined;
    do {
      const page = await records.claims.list({
        withdrawn,
        limit: pageSize,
        ...(next === undefined ? {} : { cursor: next }),
      });
      next = page.nextCursor ?? undefined;
      const rest = next === undefined ? (withdrawn ? undefined : { withdrawn: true }) : { withdrawn, next };
      yield { rows: page.claims.map((claim) => claimRow(claim, now)), cursor: rest };
    } while (next !== undefined);
  }
}

async function* auditPages({ records }: ExportPorts, { cursor }: ExportRequest) {
  let after = (cursor as number | undefined) ?? 0;
  for (;;) {
    const entries = await records.audit.list({ after, limit: pageSize });
    const last = entries.at(-1);
    if (!last) return;
    after = last.sequence;
    yield { rows: entries.map(auditRow), cursor: after };
  }
}

/** The rows of an export page by page; with a page's cursor it goes on after it and gives the same rows. */
export function exportPages(ports: ExportPorts, request: ExportRequest): AsyncGenerator<ExportPage> {
  switch (request.what) {
    case 'items':
      return itemPages(ports.index, request.filter, request.cursor);
    case 'issues':
      return issuePages(ports, request);
    case 'claims':
      return claimPages(ports, request);
    case 'audit':
      return auditPages(ports, request);
  }
}
