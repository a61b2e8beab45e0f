import type { Drop } from '../../../shared/domain/drop.ts';

/** What came of an import, for people and programs. */
export interface ImportReport {
  file: string;
  rows: number;
  /** New in the index. */
  taken: number;
  /** There already, in this version. */
  known: number;
  refused: number;
  /** Refusals by reason. */
  refusedBy: Record<string, number>;
  /** What had to be mended in rows that were taken, by kind. */
  notes: Record<string, number>;
  stories: number;
  issues: number;
  alerts: number;
  /** Where every refusal stands with its line and reason; null when there was none. */
  refusalsFile: string | null;
}

export interface Refusal extends Drop {
  line: number | null;
}

/** Counts while an import runs. */
export class ImportTally {
  rows = 0;
  taken = 0;
  known = 0;
  readonly refusals: Refusal[] = [];
  readonly #notes = new Map<string, number>();

  note(code: string): void {
    this.#notes.set(code, (this.#notes.get(code) ?? 0) + 1);
  }

  refuse(drop: Drop, line: number | null): void {
    this.refusals.push({ ...drop, line });
  }

  counts(): Pick<ImportReport, 'rows' | 'taken' | 'known' | 'refused' | 'refusedBy' | 'notes'> {
    const refusedBy: Record<string, number> = {};
    for (const { code } of this.refusals) refusedBy[code] = (refusedBy[code] ?? 0) + 1;
    return {
      rows: this.rows,
      taken: this.taken,
      known: this.known,
      refused: this.refusals.length,
      refusedBy,
      notes: Object.fromEntries(this.#notes),
    };
  }
}
