import { createAllowance } from '../../../pipelines/flow/allowance.ts';
import type { VisitDeps } from '../../../pipelines/flow/visit-source.ts';
import { connectors } from '../../../pipelines/ingest/connectors/connectors.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import type { Records } from '../../../shared/ports/records.ts';
import type { CliContext } from '../cli-context.ts';

/** What visiting sources from the command line takes; close it afterwards. */
export async function openVisits(
  context: CliContext,
  { records, index, fetcher, clock, pseudonymise, collecting }: Installation,
): Promise<{ deps: VisitDeps & { records: Records }; close(): Promise<void> }> {
  const { readPage, readFeed, close } = (await context.services()).openReaders();
  const { secrets, openMailbox } = collecting;
  const ports = { records, index, fetcher, clock, connectors };
  const allowance = createAllowance(records);
  return { deps: { ...ports, readPage, readFeed, openMailbox, allowance, pseudonymise, secrets }, close };
}
