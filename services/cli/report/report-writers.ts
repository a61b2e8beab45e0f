import type { ReportRenderer } from '../../../shared/ports/report-renderer.ts';
import type { RowWriter } from '../../../shared/ports/row-writer.ts';

/** What writes files; the composition root hands it over. */
export interface ReportWriters {
  renderers(): Promise<readonly ReportRenderer[]>;
  rowWriters(): Promise<readonly RowWriter[]>;
  /** Writes a file whole or not at all. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
}
