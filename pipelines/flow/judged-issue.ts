import type { Issue } from '../../shared/domain/issue.ts';
import type { Finding } from '../watch/detector.ts';
import type { PushVerdict } from '../watch/judge-push.ts';
import type { SeriesView } from '../watch/series.ts';

/** An issue as the watch sees it now, and what is unusual about it. */
export interface JudgedIssue {
  issue: Issue;
  view: SeriesView | null;
  findings: { finding: Finding; push: PushVerdict }[];
}
