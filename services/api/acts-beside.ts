import type { ApiWorkflow } from '../../shared/api/workflow.ts';
import { toRfc3339 } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { Records } from '../../shared/ports/records.ts';

/** Acts on an issue that are no steps of its workflow, as the audit trail names them. */
const names: Readonly<Record<string, string>> = {
  'issue.merge': 'menggabungkan isu',
  'issue.split': 'memisahkan cerita menjadi isu sendiri',
  'issue.rename': 'mengganti judul',
  'act.undo': 'mencabut keputusan',
  'issue.impact': 'menilai dampak',
  'issue.tie': 'menautkan isu ke narasi',
  'issue.untie': 'melepas tautan narasi',
  'clock.triage': 'menandai pemilahan selesai',
  'clock.holding': 'menandai pernyataan awal selesai',
  'clock.clarification': 'menandai klarifikasi selesai',
  'clock.update': 'menandai pembaruan selesai',
  'clock.pause': 'menjeda jam respons',
  'clock.resume': 'melanjutkan jam respons',
};
const linked = { linked: 'menautkan klaim', rejected: 'menolak saran klaim' } as const;

/** Entries of one issue that are looked through, and decisions on its claims. */
const most = 200;

/** What people did to an issue beside its steps: what they joined, named, weighed, tied and decided on its claims. */
export async function actsBeside(records: Records, { id }: Pick<Issue, 'id'>): Promise<ApiWorkflow['acts']> {
  const entries = await records.audit.of(id, most);
  const { links } = await records.claimLinks.list({
    subjectKind: 'issue',
    subjectIds: [id],
    by: 'person',
    limit: most,
  });
  const ofAudit = entries.flatMap(({ at, actor, action, reason }) =>
    names[action] === undefined ? [] : [{ at, by: actor, what: names[action], why: reason }],
  );
  const ofClaims = links.flatMap(({ state, person, decidedAt }) =>
    state === 'suggested' || person === null || decidedAt === null
      ? []
      : [{ at: decidedAt, by: person, what: linked[state], why: null }],
  );
  // A split is an entry for each pair of stories: said once.
  const seen = new Set<string>();
  return [...ofAudit, ...ofClaims]
    .filter(({ at, by, what }) => {
      const key = `${at} ${by} ${what}`;
      return !seen.has(key) && seen.add(key);
    })
    .toSorted((a, b) => b.at - a.at)
    .map((act) => ({ ...act, at: toRfc3339(act.at) }));
}
