import type { Claim, Evidence, Verdict } from './claim.ts';

/** One rule that a claim breaks: where, and in Indonesian what is missing. */
export interface ClaimRefusal {
  path: string;
  message: string;
}

/** A claim breaks the rules of the knowledge base; nothing was written. */
export class ClaimRefused extends Error {
  override name = 'ClaimRefused';
  readonly claimId: string;
  readonly refusals: readonly ClaimRefusal[];
  constructor(claimId: string, refusals: readonly ClaimRefusal[]) {
    super(refusals.map(({ message }) => message).join(' '));
    this.claimId = claimId;
    this.refusals = refusals;
  }
}

/** Second labels under which anybody registers a name: `x.co.id` and `y.co.id` are two publishers. */
const sharedSuffixes = new Set([
  'co',
  'or',
  'go',
  'ac',
  'web',
  'sch',
  'my',
  'net',
  'com',
  'org',
  'desa',
  'biz',
]);

/** Who publishes a page: its registered domain, so that a mirror or another section is no second source. */
export function publisherOf(url: string): string {
  const labels = (URL.parse(url)?.hostname ?? url).toLowerCase().split('.');
  const isShared = labels.length > 2 && labels.at(-1)!.length === 2 && sharedSuffixes.has(labels.at(-2)!);
  return labels.slice(isShared ? -3 : -2).join('.');
}

/**
 * `salah` needs one primary or two independent secondary sources (independent: different publishers).
 * @returns null when the rule is met, else what is missing, in Indonesian.
 */
export function missingEvidence(
  verdict: Verdict | 'belum_diperiksa',
  evidence: readonly Pick<Evidence, 'tier' | 'url'>[],
): string | null {
  if (verdict !== 'salah' || evidence.some(({ tier }) => tier === 'primary')) return null;
  const publishers = new Set(evidence.map(({ url }) => publisherOf(url)));
  return publishers.size >= 2
    ? null
    : 'Vonis "salah" memerlukan satu sumber primer atau dua sumber sekunder yang independen.';
}

type Rule = readonly [path: keyof Claim, isBroken: (claim: Claim) => boolean, message: string];

const rules: readonly Rule[] = [
  [
    'checker',
    ({ verdict, checker, checkedAt }) =>
      verdict !== 'belum_diperiksa' && (checker === null || checkedAt === null),
    'Vonis harus menyebut siapa yang memeriksa dan kapan.',
  ],
  [
    'verdict',
    ({ verdict, approver }) => verdict === 'belum_diperiksa' && approver !== null,
    'Klaim yang belum diperiksa tidak dapat disetujui.',
  ],
  [
    'approver',
    ({ checker, approver }) => approver !== null && samePerson(approver, checker),
    'Pemeriksa tidak boleh menyetujui vonisnya sendiri; mintalah orang lain.',
  ],
  [
    'reviewAt',
    ({ approver, approvedAt, reviewAt }) =>
      approver !== null && (approvedAt === null || reviewAt === null || reviewAt <= approvedAt),
    'Persetujuan memerlukan tanggal dan tanggal tinjau ulang sesudahnya.',
  ],
];

const samePerson = (a: string, b: string | null): boolean =>
  b !== null && a.trim().toLowerCase() === b.trim().toLowerCase();

/** What an approval covers: when one of these changes, somebody has to approve anew. */
export const approvedFields = ['text', 'verdict', 'evidence', 'explanation', 'checker'] as const;

const covers = (claim: Claim): string => JSON.stringify(approvedFields.map((field) => claim[field]));

/** True when `after` still carries the approval of `before` although what was approved has changed. */
const outlivesItsApproval = (before: Claim, after: Claim): boolean =>
  after.approver !== null &&
  before.approver === after.approver &&
  before.approvedAt === after.approvedAt &&
  covers(before) !== covers(after);

/** Every rule that a claim breaks; empty when it may be written. @param before what it replaces; null when it is new */
export function refusalsOf(claim: Claim, before: Claim | null): ClaimRefusal[] {
  const broken = rules
    .filter(([, isBroken]) => isBroken(claim))
    .map(([path, , message]): ClaimRefusal => ({ path, message }));
  const missing = missingEvidence(claim.verdict, claim.evidence);
  if (missing !== null) broken.push({ path: 'evidence', message: missing });
  if (before && outlivesItsApproval(before, claim))
    broken.push({
      path: 'approver',
      message: 'Isi yang disetujui telah berubah; persetujuan lama tidak berlaku lagi.',
    });
  return broken;
}
