import type { Issue } from '../../../shared/domain/issue.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { buildIssue } from '../../../shared/testing/build-issue.ts';

/** Issues 1 and 2 of Malang, 3 of Surabaya beside it, and more; 1 has the stories s1 to s3. */
export async function putNeighbours(records: Records, ...more: Issue[]): Promise<void> {
  const [malang, surabaya] = ['35.73', '35.78'];
  await records.issues.put([
    buildIssue(1, { unit: malang }),
    buildIssue(2, { unit: malang }),
    buildIssue(3, { unit: surabaya }),
    ...more,
  ]);
  const story = { firstAt: 1, lastAt: 2, unique: 1, items: 1, issueId: 'issue-001' };
  await records.stories.put(['s1', 's2', 's3'].map((id) => ({ ...story, id, title: `Cerita ${id}` })));
}
