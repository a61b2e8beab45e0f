import type { Generated } from 'kysely';
import type { AlertTables } from './alert-tables.ts';
import type { AnswerTables } from './answer-tables.ts';
import type { ClaimTables } from './claim-tables.ts';
import type { DeliveryTables } from './delivery-tables.ts';
import type { DisseminationTables } from './dissemination-tables.ts';
import type { EvidenceTables } from './evidence-tables.ts';
import type { LabelTables } from './label-tables.ts';
import type { NarrativeTables } from './narrative-tables.ts';
import type { PeopleTables } from './people-tables.ts';
import type { ReportTables } from './report-tables.ts';
import type { WorkflowTables } from './workflow-tables.ts';

/** The tables of both engines. Times are epoch ms; documents are JSON text, whole, beside the columns that queries need. */
export interface Tables
  extends AlertTables,
    AnswerTables,
    DeliveryTables,
    DisseminationTables,
    LabelTables,
    NarrativeTables,
    ClaimTables,
    EvidenceTables,
    PeopleTables,
    ReportTables,
    WorkflowTables {
  source: { id: string; document: string };
  source_health: { source_id: string; document: string };
  drop_count: {
    day: number;
    stage: string;
    code: string;
    count: number;
    last_detail: string;
    last_subject: string;
  };
  /** Items that were counted in `drop_count` on their day; `subject` is a hash. */
  drop_counted: { day: number; stage: string; code: string; subject: string };
  issue: {
    id: string;
    number: string;
    version: number;
    state: string;
    level: string;
    unit: string;
    parent_id: string | null;
    narrative_id: string | null;
    topic: string;
    main_tone: string;
    priority: number;
    first_at: number;
    last_at: number;
    title: string;
    document: string;
    owner: string | null;
    handler: string | null;
    /** 1: shown to the units below. */
    shown_below: number;
  };
  issue_number: { year: number; last: number };
  story: { id: string; issue_id: string | null; last_at: number; document: string };
  link_constraint: { id: string; at: number; undone_at: number | null; document: string };
  issue_alike: { issue_id: string; other_id: string; at: number };
  series_hour: { key: string; at: number; counts: string; actors: string };
  audit_entry: {
    sequence: Generated<number>;
    at: number;
    actor: string;
    action: string;
    subject: string;
    document: string;
    previous_hash: string;
    hash: string;
  };
  audit_about: { subject: string; sequence: number };
  program_state: { name: string; value: string };
}

/** PostgreSQL's text cannot hold the zero character; documents hold it escaped, columns and parameters go without. */
export const withoutZero = (text: string): string => text.replaceAll('\u0000', '');
