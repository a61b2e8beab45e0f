import type { OpinionMap } from '../domain/opinion-map.ts';

/**
 * Makes one file of a report. Not in here: what the report says (pipelines/report), where the file goes.
 * The same definition gives the same numbers in every format.
 */
export interface ReportRenderer {
  format: 'xlsx' | 'csv' | 'pdf' | 'docx' | 'html' | 'json';
  /** Without a dot; `zip` for CSV. */
  extension: string;
  render(map: OpinionMap): Promise<Uint8Array>;
}
