import { type Dialect, Kysely } from 'kysely';
import type { RecordTables } from '../../shared/ports/record-tables.ts';
import type { Records } from '../../shared/ports/records.ts';
import {
  createAnswerRecords,
  createFactRecords,
  createPublicationRecords,
  createReferralRecords,
} from './answer-records.ts';
import { createAuditRecords } from './audit-records.ts';
import { createDisseminationRecords } from './campaign-records.ts';
import { createClaimLinkRecords } from './claim-link-records.ts';
import { createClaimRecords } from './claim-records.ts';
import { createDeliveryRecords } from './delivery-records.ts';
import { createEvidenceRecords, createReportRecords } from './evidence-records.ts';
import { createFactCheckRecords } from './fact-check-records.ts';
import { createIssueRecords } from './issue-records.ts';
import { createKnowledgeRecords } from './knowledge-records.ts';
import { createLabelRecords } from './label-records.ts';
import { createAlikeRecords, createConstraintRecords, createStoryRecords } from './link-records.ts';
import { migrate } from './migrate.ts';
import { createNarrativeRecords } from './narrative-records.ts';
import { createPeopleRecords } from './people-records.ts';
import { createRecipientRecords } from './recipient-records.ts';
import { readRecordShapes } from './record-shapes.ts';
import { createRecordTables } from './record-tables.ts';
import { createActivityRecords, createSurveyRecords, createTieredRecords } from './report-records.ts';
import { createRunRecords } from './run-records.ts';
import { createSourceRecords } from './source-records.ts';
import type { Tables } from './tables.ts';
import {
  createAlertRecords,
  createClockRecords,
  createSeriesRecords,
  createStateRecords,
} from './watch-records.ts';
import { createWorkflowRecords } from './workflow-records.ts';

const assemble = (db: Kysely<Tables>, transaction: Records['transaction']): Records => ({
  sources: createSourceRecords(db),
  issues: createIssueRecords(db),
  stories: createStoryRecords(db),
  constraints: createConstraintRecords(db),
  alike: createAlikeRecords(db),
  claims: createClaimRecords(db),
  factChecks: createFactCheckRecords(db),
  knowledge: createKnowledgeRecords(db),
  claimLinks: createClaimLinkRecords(db),
  narratives: createNarrativeRecords(db),
  facts: createFactRecords(db),
  answers: createAnswerRecords(db),
  publications: createPublicationRecords(db),
  referrals: createReferralRecords(db),
  labels: createLabelRecords(db),
  alerts: createAlertRecords(db),
  clocks: createClockRecords(db),
  people: createPeopleRecords(db),
  recipients: createRecipientRecords(db),
  deliveries: createDeliveryRecords(db),
  series: createSeriesRecords(db),
  evidence: createEvidenceRecords(db),
  reports: createReportRecords(db),
  tiered: createTieredRecords(db),
  activities: createActivityRecords(db),
  surveys: createSurveyRecords(db),
  runs: createRunRecords(db),
  dissemination: createDisseminationRecords(db),
  workflow: createWorkflowRecords(db),
  audit: createAuditRecords(db),
  state: createStateRecords(db),
  transaction,
});

export interface RecordsOptions {
  /** Runs transactions of this process one at a time, before they have a connection; default: at once. */
  inTurn?<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Called first in every transaction. SQLite has one writer anyway; where an engine would let transactions overlap,
   * this makes them take turns, so that what one reads is what it writes over (the audit chain, the link state).
   */
  takeTurn?(db: Kysely<Tables>): Promise<void>;
}

/** The Records on any engine Kysely speaks to, migrated to the newest version first. */
export async function createRecords(
  dialect: Dialect,
  { inTurn = (work) => work(), takeTurn }: RecordsOptions = {},
): Promise<{ records: Records; tables: RecordTables; close(): Promise<void> }> {
  const db = new Kysely<Tables>({ dialect });
  await migrate(db);
  const transaction: Records['transaction'] = (work) =>
    inTurn(() =>
      db.transaction().execute(async (inner) => {
        await takeTurn?.(inner);
        const joined: Records = assemble(inner, (nested) => nested(joined));
        return work(joined);
      }),
    );
  const plain = assemble(db, transaction);
  // Writes that read first, or that must land as a whole, are transactions of their own outside of one.
  const records: Records = {
    ...plain,
    issues: { ...plain.issues, put: (issues) => transaction((inner) => inner.issues.put(issues)) },
    claims: {
      ...plain.claims,
      put: (claim) => transaction((inner) => inner.claims.put(claim)),
      add: (claim) => transaction((inner) => inner.claims.add(claim)),
    },
    factChecks: {
      ...plain.factChecks,
      put: (checks) => transaction((inner) => inner.factChecks.put(checks)),
    },
    claimLinks: {
      ...plain.claimLinks,
      suggest: (subjectIds, links) => transaction((inner) => inner.claimLinks.suggest(subjectIds, links)),
      decide: (ids, decision) => transaction((inner) => inner.claimLinks.decide(ids, decision)),
    },
    audit: { ...plain.audit, append: (entry) => transaction((inner) => inner.audit.append(entry)) },
    state: { ...plain.state, put: (name, value) => transaction((inner) => inner.state.put(name, value)) },
  };
  let shapes: ReturnType<typeof readRecordShapes> | null = null;
  const tables = createRecordTables(db as never, () => (shapes ??= readRecordShapes()));
  return { records, tables, close: () => db.destroy() };
}
