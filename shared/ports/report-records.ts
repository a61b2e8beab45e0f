import type { Activity, ActivityKind } from '../domain/activity.ts';
import type { ReportRun } from '../domain/report-run.ts';
import type { Survey, SurveyAnswer } from '../domain/survey.ts';
import type { TieredReport, TieredState } from '../domain/tiered-report.ts';
import type { Scope } from '../domain/unit.ts';
import type { ListPlace } from './list-place.ts';

export interface TieredFilter {
  scope: Scope;
  /** `2028-TW1`; several are taken one by the other. */
  periods?: readonly string[];
  states?: readonly TieredState[];
  /** Just this unit, not those below. */
  unit?: string;
}

/** The reports that units hand up. */
export interface TieredRecords {
  /** Each must carry the version that was read, plus one, else `VersionConflict`. Version 1 creates; one a unit and period. */
  put(report: TieredReport): Promise<void>;
  /** null when unknown or outside the scope. */
  get(id: string, scope: Scope): Promise<TieredReport | null>;
  /** By period, then unit. The whole country has 553 a period: it is read at once. */
  list(filter: TieredFilter): Promise<TieredReport[]>;
}

/** What units did. */
export interface ActivityRecords {
  put(activity: Activity): Promise<void>;
  get(id: string, scope: Scope): Promise<Activity | null>;
  remove(id: string): Promise<void>;
  /** Oldest first; `from` included, `to` not. At most `limit` (1 to 10,000). */
  list(filter: {
    scope: Scope;
    from?: number;
    to?: number;
    kinds?: readonly ActivityKind[];
    limit: number;
  }): Promise<Activity[]>;
}

/** Surveys of satisfaction and their answers. */
export interface SurveyRecords {
  put(survey: Survey): Promise<void>;
  /** By id alone: the public form knows no scope. */
  get(id: string): Promise<Survey | null>;
  /** Those that overlap the span, newest first. */
  list(filter: { scope: Scope; from?: number; to?: number }): Promise<Survey[]>;
  /** Adds those whose id is not there yet; returns how many were new. */
  addAnswers(answers: readonly SurveyAnswer[]): Promise<number>;
  /** In order of id, in pages of at most `limit` (1 to 10,000). */
  answers(surveyId: string, page: { after?: string; limit: number }): Promise<SurveyAnswer[]>;
}

/** Files that are made in the background. */
export interface RunRecords {
  put(run: ReportRun): Promise<void>;
  get(id: string, scope: Scope): Promise<ReportRun | null>;
  /** Newest first. */
  list(filter: { scope: Scope; after?: ListPlace; limit: number }): Promise<ReportRun[]>;
  /** Keeps part `number` of a file; the same number again replaces. */
  putPart(runId: string, file: string, number: number, bytes: Uint8Array): Promise<void>;
  /** One part; null after the last. */
  part(runId: string, file: string, number: number): Promise<Uint8Array | null>;
  /** Removes the parts a broken try left behind. */
  removeParts(runId: string): Promise<void>;
  /** Removes runs that were asked for before; returns how many. */
  removeBefore(at: number): Promise<number>;
}
