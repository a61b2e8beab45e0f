import type { Issue } from '../../shared/domain/issue.ts';
import type { Records } from '../../shared/ports/records.ts';
import { notify } from '../workflow/notify.ts';
import type { IssuePair } from './follow-claims.ts';

/**
 * Tells who worked on an issue that it is part of another now, and where: its owner and those who did something to it,
 * but not whoever joined the two. Call it in the transaction that writes the issues.
 */
export async function tellMerged(records: Records, merged: readonly IssuePair[], now: number): Promise<void> {
  const cases = await records.workflow.cases.many(merged.map(({ from }) => from));
  if (cases.length === 0) return;
  const into = new Map(merged.map((pair) => [pair.from, pair.into]));
  const ids = cases.flatMap(({ issueId }) => [issueId, into.get(issueId)!]);
  const issues = new Map((await records.issues.many([...new Set(ids)])).map((issue) => [issue.id, issue]));
  const acts = await records.constraints.active();
  for (const { issueId, changes, version } of cases) {
    const [from, to] = [issues.get(issueId), issues.get(into.get(issueId)!)];
    if (!from || !to) continue;
    const joinedBy = acts.find(
      ({ kind, left, right }) => kind === 'must_link' && [left, right].includes(issueId),
    )?.by;
    const people = [from.owner, ...changes.map(({ by }) => by)].flatMap((id) =>
      id === null || id === joinedBy ? [] : [id],
    );
    const notice = { kind: 'merged' as const, issueId: to.id, text: sayMerged(from, to) };
    await notify(records, people, `${issueId} ${to.id} ${version}`, notice, now);
  }
}

const sayMerged = (from: Issue, to: Issue): string =>
  `${from.number} yang Anda kerjakan sekarang bagian dari ${to.number}. Lanjutkan di sana; catatan dan riwayat nomor lama tetap tersimpan dan kembali bila gabungan diurungkan.`;
