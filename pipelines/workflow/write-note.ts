import type { IssueNote } from '../../shared/domain/teamwork.ts';
import { rightsIn } from '../../shared/domain/user.ts';
import type { Ids } from '../../shared/ports/clock.ts';
import { nameOf } from './assign-issue.ts';
import { type CaseAct, changeCase, refuse, type WorkDeps } from './change-case.ts';
import { handlingUnit } from './hand-over.ts';
import { notify } from './notify.ts';

/**
 * Adds a note to an issue and calls those who are mentioned. Only who may read the issue in its unit can be called: a
 * note must not tell anybody of what is not theirs. @throws StepRefused
 */
export async function writeNote(
  { ids, ...deps }: WorkDeps & { ids: Ids },
  act: CaseAct & { text: string; mentions: readonly string[] },
): Promise<IssueNote> {
  let written: IssueNote | null = null;
  await changeCase(deps, act, async ({ records, issue, now }) => {
    const mentions = [...new Set(act.mentions)];
    for (const id of mentions) {
      const user = await records.people.users.get(id);
      const reads = user?.active && rightsIn(user.grants, handlingUnit(issue)).permissions.includes('read');
      if (!reads)
        throw refuse('mentions', 'Orang yang disebut tidak bekerja di unit yang menangani isu ini.');
    }
    written = { id: ids.next(), issueId: issue.id, at: now, by: act.by, text: act.text, mentions };
    await records.workflow.notes.add(written);
    const who = await nameOf(records, act.by);
    const text = `${who} menyebut Anda di ${issue.number}: "${act.text.slice(0, 140)}"`;
    const others = mentions.filter((id) => id !== act.by);
    await notify(records, others, written.id, { kind: 'mention', issueId: issue.id, text }, now);
    return {
      what: 'menulis catatan',
      why: null,
      action: 'issue.note',
      before: null,
      after: { id: written.id, mentions },
    };
  });
  return written!;
}
