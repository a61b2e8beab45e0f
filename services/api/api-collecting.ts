import type { VisitDeps } from '../../pipelines/flow/visit-source.ts';
import type { Workbook } from '../../pipelines/ingest/posts/read-workbook.ts';
import type { EvidenceStore } from '../../shared/ports/evidence-store.ts';

/** What the routes about sources, reports, imports and evidence need beside the rest. */
export interface ApiCollecting {
  store: EvidenceStore;
  visits: VisitDeps;
  /** An Excel file, read in a thread of its own. */
  readWorkbook(bytes: Uint8Array): Promise<Workbook>;
  /** Whether people without an account may report. */
  publicReports: boolean;
}
