import type { Item } from '../../shared/domain/item.ts';
import type { Source } from '../../shared/domain/source.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { createLabeller } from '../enrich/label-items.ts';
import { openEnricher } from '../enrich/open-enricher.ts';
import type { CollectRequest } from '../ingest/connectors/connector.ts';
import { connectors } from '../ingest/connectors/connectors.ts';
import { bundledCalendar, type ElectionCalendar } from '../watch/calendar.ts';
import { createAllowance } from './allowance.ts';
import { type CollectDeps, type CollectResult, collectSource } from './collect-source.ts';
import { createItemRisk } from './item-risk.ts';
import { createEvidenceKeeper, type EvidenceKeeper } from './keep-evidence.ts';

/** What reads pages and feeds, in threads of their own where the process serves anything else. */
export type PageReaders = Required<Pick<CollectRequest, 'readPage' | 'readFeed'>>;

export interface Collector {
  /** Asks a source; its items are delivered before its cursor moves. */
  collect(source: Source): Promise<CollectResult>;
  evidence: EvidenceKeeper;
  deps: CollectDeps;
}

export interface CollectorOptions {
  calendar?: ElectionCalendar;
  deliver(items: readonly Item[]): Promise<void>;
  factChecksKept?: NonNullable<CollectDeps['factChecksKept']>;
}

/** The collecting end of an installation: every connector, and the evidence of what deserves it. */
export async function openCollector(
  installation: Installation,
  readers: PageReaders,
  { calendar = bundledCalendar, deliver, factChecksKept }: CollectorOptions,
): Promise<Collector> {
  const { records, index, fetcher, clock, ids, pseudonymise, collecting } = installation;
  const evidence = createEvidenceKeeper({
    store: installation.evidence,
    records,
    clock,
    level: collecting.evidenceLevel,
    riskOf: createItemRisk(
      installation.labeller ?? createLabeller(await openEnricher(installation.readModel)),
      calendar,
    ),
  });
  const deps: CollectDeps = {
    records,
    index,
    fetcher,
    clock,
    ids,
    connectors,
    readPage: readers.readPage,
    readFeed: readers.readFeed,
    openMailbox: collecting.openMailbox,
    allowance: createAllowance(records),
    pseudonymise,
    secrets: collecting.secrets,
    keeper: evidence,
    store: installation.evidence,
    deliver,
    ...(factChecksKept ? { factChecksKept } : {}),
  };
  return { collect: (source) => collectSource(source, deps), evidence, deps };
}
