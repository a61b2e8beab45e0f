import type { ApiWorkflow } from '../../shared/api/workflow.ts';
import type { AuditEntry } from '../../shared/domain/audit.ts';
import { type Constraint, constraintSchema } from '../../shared/domain/constraint.ts';
import { toRfc3339 } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { Records } from '../../shared/ports/records.ts';

/** Acts on an issue that are no steps of its workflow, as the audit trail names them. */
const names: Readonly<Record<string, string>> = {
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
/** What is said as seen from the issue. */
const rearranging: ReadonlySet<string> = new Set([
  'issue.merge',
  'issue.apart',
  'issue.split',
  'issue.rename',
  'item.pin',
  'act.undo',
]);

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
  const acts = new Map(entries.map((entry) => [entry.sequence, actOf(entry)]));
  const others = [...acts.values()].flatMap((act) =>
    act === null ? [] : [act.left, act.right, ...(act.from ?? [])],
  );
  const issues = await records.issues.many([...new Set(others)]);
  const numbers = new Map(issues.map((issue) => [issue.id, issue.number]));
  const ofAudit = entries.flatMap(({ sequence, at, actor, action, reason }) => {
    const act = acts.get(sequence) ?? null;
    const said = act === null ? names[action] : sayAct(act, id, numbers);
    const what = said !== undefined && action === 'act.undo' ? `mencabut keputusan: ${said}` : said;
    return what === undefined ? [] : [{ at, by: actor, what, why: reason }];
  });
  const ofClaims = links.flatMap(({ state, person, decidedAt }) =>
    state === 'suggested' || person === null || decidedAt === null
      ? []
      : [{ at: decidedAt, by: person, what: linked[state], why: null }],
  );
  // A split that was stored as pairs of stories is taken back by an entry for each: said once.
  const seen = new Set<string>();
  return [...ofAudit, ...ofClaims]
    .filter(({ at, by, what }) => {
      const key = `${at} ${by} ${what}`;
      return !seen.has(key) && seen.add(key);
    })
    .toSorted((a, b) => b.at - a.at)
    .map((act) => ({ ...act, at: toRfc3339(act.at) }));
}

/** The act that an entry tells of; null for what is no rearranging. */
function actOf({ action, after }: AuditEntry): Constraint | null {
  if (!rearranging.has(action)) return null;
  return constraintSchema.safeParse(after).data ?? null;
}

/** What an act did, as the issue `here` sees it. */
function sayAct(act: Constraint, here: string, numbers: ReadonlyMap<string, string>): string {
  const { kind, left, right, from = [] } = act;
  const named = (id: string | undefined): string => (id && numbers.get(id)) || 'isu lain';
  if (kind === 'rename') return 'mengganti judul';
  if (kind === 'pin') {
    if (right !== here) return `memindahkan unggahan ke ${named(right)}`;
    const before = from.at(-1);
    return before === undefined || before === here
      ? 'menyematkan unggahan di isu ini'
      : `memindahkan unggahan dari ${named(before)} ke isu ini`;
  }
  if (kind === 'must_link')
    return left === here
      ? `menggabungkan ${named(right)} ke isu ini`
      : `menggabungkan isu ini ke ${named(left)}`;
  if (kind === 'cannot_link' && [left, right].every((id) => numbers.has(id)))
    return `menyatakan bukan perkara yang sama dengan ${named(left === here ? right : left)}`;
  if (kind === 'split' && right === here) return `memisahkan isu ini dari ${named(left)}`;
  return numbers.has(right)
    ? `memisahkan cerita menjadi ${named(right)}`
    : 'memisahkan cerita menjadi isu sendiri';
}
