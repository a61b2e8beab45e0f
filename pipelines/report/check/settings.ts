/** What the check may be told by its user; the defaults are what it was measured with. */
export interface CheckSettings {
  /** Score from which a report counts as made from another; chosen on half of the project's own set (see report-set). */
  threshold: number;
  /** Days after the period's end by which a report is due: fifteen [D]; a report's own stated deadline wins. */
  dueDays: number;
  /** Side-by-side passages per finding: enough to judge by, few enough to read. */
  mostPassages: number;
}

export const defaultCheckSettings: CheckSettings = { threshold: 0.45, dueDays: 15, mostPassages: 6 };
