import type { Claim } from '../../../shared/domain/claim.ts';
import { ClaimRefused } from '../../../shared/domain/claim-rules.ts';
import { hashId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { isJsonObject } from '../../ingest/page/json-ld.ts';
import { uncheckedClaim } from '../keep-claim.ts';
import { keepFactChecks } from '../keep-fact-checks.ts';
import type { Knowledge, ReadKnowledge, RowRefusal } from './knowledge-file.ts';

export interface ImportOptions {
  by: string;
  at: Instant;
  /** Names the file, as the source of what it brought. */
  sourceId: string;
  /** Believe the approvals in the file; without it somebody here has to approve each claim. */
  keepApprovals: boolean;
}

export interface ImportResult {
  added: number;
  unchanged: number;
  /** Ids that are here in another form: what is here stays. */
  kept: string[];
  factChecks: { added: number; changed: number; unchanged: number };
  refusals: RowRefusal[];
  /** Entries that are new or changed, to be looked for in what is there. */
  ids: string[];
}

/** Everything in the knowledge base, withdrawn claims included. */
export async function allKnowledge(records: Records): Promise<Knowledge> {
  const factChecks: Knowledge['factChecks'][number][] = [];
  for (let after: string | undefined; ; after = factChecks.at(-1)!.id) {
    const page = await records.factChecks.list({ limit: 1_000, ...(after === undefined ? {} : { after }) });
    factChecks.push(...page.factChecks);
    if (page.factChecks.length < 1_000) break;
  }
  return { claims: await records.claims.all(), factChecks };
}

/** Stores what a file holds. Nothing that is here is overwritten; the same file twice changes nothing. */
export async function importKnowledge(
  records: Records,
  read: ReadKnowledge,
  options: ImportOptions,
): Promise<ImportResult> {
  const { at, sourceId } = options;
  const result: ImportResult = {
    added: 0,
    unchanged: 0,
    kept: [],
    factChecks: { added: 0, changed: 0, unchanged: 0 },
    refusals: [...read.refusals],
    ids: [],
  };
  const claims = [
    ...read.claims.map((claim) => (options.keepApprovals ? claim : withoutApproval(claim))),
    ...read.drafts.map(({ text, firstUrl }) =>
      uncheckedClaim(hashId(`claim ${text}`), { text, firstUrl }, options),
    ),
  ];
  for (const claim of claims) await importClaim(records, claim, options, result);
  const whole = await records.transaction(async (inner) => {
    const known = new Set(
      (await inner.factChecks.many(read.factChecks.map(({ id }) => id))).map(({ id }) => id),
    );
    const fresh = read.factChecks.filter(({ id }) => !known.has(id));
    const counts = await inner.factChecks.put(fresh);
    return { ids: fresh.map(({ id }) => id), added: counts.added, unchanged: known.size };
  });
  const found = await keepFactChecks(records, read.found, { sourceId, now: at });
  result.factChecks = {
    added: whole.added + found.added,
    changed: found.changed,
    unchanged: whole.unchanged + found.unchanged,
  };
  result.ids.push(...whole.ids, ...found.ids);
  return result;
}

const withoutApproval = (claim: Claim): Claim =>
  claim.approver === null ? claim : { ...claim, approver: null, approvedAt: null, reviewAt: null };

/** What a claim says, whatever the order of its fields; without when it came here. */
const content = ({ createdAt: _c, updatedAt: _u, createdBy: _b, updatedBy: _d, ...rest }: Claim): string =>
  JSON.stringify(rest, (_key, value: unknown) =>
    isJsonObject(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

async function importClaim(
  records: Records,
  claim: Claim,
  { by, at, sourceId }: ImportOptions,
  result: ImportResult,
): Promise<void> {
  try {
    const added = await records.transaction(async (inner) => {
      if (!(await inner.claims.add(claim))) return false;
      const entry = { at, actor: by, action: 'claim.import', subject: claim.id, before: null, after: claim };
      await inner.audit.append({ ...entry, reason: sourceId });
      return true;
    });
    if (added) {
      result.added += 1;
      result.ids.push(claim.id);
      return;
    }
    const here = (await records.claims.get(claim.id))!;
    if (content(here) === content(claim)) result.unchanged += 1;
    else result.kept.push(claim.id);
  } catch (error) {
    if (!(error instanceof ClaimRefused)) throw error;
    result.refusals.push({ at: claim.id, reason: error.message });
  }
}
