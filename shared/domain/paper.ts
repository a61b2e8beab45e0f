/** A letter or press release: what stands on the sheet, whatever it is written to. */
export interface Paper {
  letterhead: readonly string[];
  /** In capitals above the title: `SIARAN PERS`, `SURAT RUJUKAN`. */
  kind: string;
  number: string | null;
  /** In words, e.g. `6 Februari 2024`. */
  date: string;
  /** Whom a letter is for, line by line; empty for a press release. */
  to: readonly string[];
  title: string;
  blocks: readonly {
    heading: string | null;
    bullets: boolean;
    paragraphs: readonly string[];
  }[];
  /** Corrections, above everything else. */
  notices: readonly string[];
  signature: readonly string[];
  /** At the foot of each page. */
  footer: string;
}
