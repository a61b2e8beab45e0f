import type { ModelError } from '../domain/opinion-map.ts';
import type { ReportRenderer } from './report-renderer.ts';
import type { RowColumn, RowValue, RowWriter } from './row-writer.ts';

/** A finished file on its way out. `bytes` ends when all was read or the reader goes away; nothing is left behind. */
export interface OutgoingFile {
  size: number;
  bytes: AsyncIterable<Uint8Array>;
}

/** What makes files. The libraries behind it are loaded when it is first asked. */
export interface ReportFiles {
  renderers(): Promise<readonly ReportRenderer[]>;
  /** The last measured figures of the models that label items; empty where nothing was measured. */
  modelErrors(): Promise<ModelError[]>;
  rowWriters(): Promise<readonly RowWriter[]>;
  /** Writes rows to a file of its own and hands it out; for files too large to hold. */
  writeRows(
    format: RowWriter['format'],
    columns: readonly RowColumn[],
    batches: AsyncIterable<readonly (readonly RowValue[])[]>,
  ): Promise<OutgoingFile>;
}
