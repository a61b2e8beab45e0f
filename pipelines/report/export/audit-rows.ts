import type { AuditEntry } from '../../../shared/domain/audit.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { RowColumn, RowValue } from '../../../shared/ports/row-writer.ts';
import { exportVersion } from './item-rows.ts';

type Column = RowColumn & { of(entry: AuditEntry): RowValue };
const column = (name: string, of: Column['of']): Column => ({ name, of });
const json = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

/** With the hashes, so that an inspector can check the chain without the program. */
export const auditColumns: readonly Column[] = [
  column('export_version', () => exportVersion),
  column('sequence', ({ sequence }) => sequence),
  column('at', ({ at }) => toRfc3339(at)),
  column('actor', ({ actor }) => actor),
  column('action', ({ action }) => action),
  column('subject', ({ subject }) => subject),
  column('reason', ({ reason }) => reason),
  column('before', ({ before }) => json(before)),
  column('after', ({ after }) => json(after)),
  column('previous_hash', ({ previousHash }) => previousHash),
  column('hash', ({ hash }) => hash),
];

export const auditRow = (entry: AuditEntry): RowValue[] => auditColumns.map(({ of }) => of(entry));
