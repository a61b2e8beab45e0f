import {
  approveClaim,
  ClaimChanged,
  type ClaimDeps,
  ClaimUnknown,
  contentOfFactCheck,
  createClaim,
  judgeClaim,
  withdrawClaim,
} from '../../../pipelines/claims/keep-claim.ts';
import { toShownClaim } from '../../../shared/api/claims.ts';
import {
  type Claim,
  type ClaimState,
  type ClaimStatus,
  claimState,
  claimStatusSchema,
  type Evidence,
} from '../../../shared/domain/claim.ts';
import { ClaimRefused } from '../../../shared/domain/claim-rules.ts';
import { matchEntryJobs } from '../../../shared/jobs/match-entry-jobs.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { CliError } from '../cli-context.ts';

const stateNames: Readonly<Record<ClaimState, string>> = {
  unchecked: 'belum diperiksa',
  checked: 'menunggu persetujuan',
  approved: 'disetujui',
  stale: 'kedaluwarsa, tinjau ulang',
  withdrawn: 'ditarik',
};

const day = (at: number | null): string => (at === null ? '-' : new Date(at).toISOString().slice(0, 10));
/** Control characters of collected texts would be commands to the terminal. */
export const plainLine = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ');

/** A claim in three lines. */
export function formatClaim(claim: Claim, now: number): string {
  const { id, text, verdict, checker, approver, reviewAt, evidence, version } = claim;
  const people = [checker && `diperiksa ${checker}`, approver && `disetujui ${approver}`].filter(Boolean);
  return [
    `${id}  ${verdict}  (${stateNames[claimState(claim, now)]}, versi ${version})`,
    `    ${plainLine(text)}`,
    `    ${[...people, `${evidence.length} bukti`, `tinjau ulang ${day(reviewAt)}`].join(' · ')}`,
    '',
  ].join('\n');
}

export interface ListOptions {
  verdict?: string;
  text?: string;
  due?: boolean;
  json?: boolean;
}

export async function listClaims(
  { records, clock }: Installation,
  { verdict, text, due, json }: ListOptions,
): Promise<string> {
  const now = clock.now();
  const { claims, total } = await records.claims.list({
    limit: 500,
    ...(verdict === undefined ? {} : { verdicts: [verdictOfWord(verdict)] }),
    ...(text === undefined ? {} : { text }),
    ...(due ? { reviewBefore: now + 1 } : {}),
  });
  if (json) return `${JSON.stringify(claims.map((claim) => toShownClaim(claim, now)))}\n`;
  if (total === 0)
    return 'Tidak ada klaim. Tambahkan dengan "saring claims add" atau "saring claims import".\n';
  const rest = total > claims.length ? `… dan ${total - claims.length} klaim lain.\n` : '';
  return `${claims.map((claim) => formatClaim(claim, now)).join('')}${rest}`;
}

export async function showClaim({ records, clock }: Installation, id: string): Promise<object> {
  const claim = await records.claims.get(id);
  if (!claim) throw new CliError(`Tidak ada klaim ${id}.`);
  const spread = (await records.claimLinks.spread([id])).get(id) ?? null;
  const versions = await records.claims.versions(id);
  return {
    claim: toShownClaim(claim, clock.now()),
    spread,
    versions: versions.map(({ version, updatedAt, updatedBy }) => ({ version, updatedAt, updatedBy })),
  };
}

export const verdictOfWord = (word: string): ClaimStatus => {
  const parsed = claimStatusSchema.safeParse(word);
  if (parsed.success) return parsed.data;
  throw new CliError(`Vonis "${word}" tidak dikenal; pilih ${claimStatusSchema.options.join(', ')}.`, 2);
};

/** What the rules and other people say, in one line that says what to do. */
async function plainly(work: Promise<Claim>): Promise<Claim> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ClaimRefused) throw new CliError(error.message);
    if (error instanceof ClaimUnknown) throw new CliError('Tidak ada klaim dengan id itu.');
    if (error instanceof ClaimChanged)
      throw new CliError(
        `Klaim sudah diubah ${error.now.updatedBy} (${error.fields.join(', ')}), kini versi ${error.now.version}. Baca lagi, lalu ulangi.`,
      );
    throw error;
  }
}

async function stored({ queue }: Installation, claim: Claim): Promise<Claim> {
  await queue.add(matchEntryJobs([claim.id]));
  return claim;
}

export interface Actor {
  by?: string;
  reason?: string;
}

const actOf = ({ by = 'administrator', reason }: Actor) => ({ by, reason: reason ?? null });

export interface AddClaim extends Actor {
  factCheck?: string;
  unit?: string;
  url?: string;
}

/** Adds a claim by its text, or from a fact-check. */
export async function addClaim(
  installation: Installation,
  text: string | undefined,
  { factCheck, unit, url, ...actor }: AddClaim,
): Promise<Claim> {
  const [check] = factCheck === undefined ? [] : await installation.records.factChecks.many([factCheck]);
  if (factCheck !== undefined && !check) throw new CliError(`Tidak ada periksa fakta ${factCheck}.`);
  const stated = text?.trim() || check?.text;
  if (!stated || stated.length < 3) throw new CliError('Tuliskan klaimnya, kata demi kata.', 2);
  const content = {
    ...(check ? contentOfFactCheck(check) : {}),
    text: stated,
    ...(unit ? { unit } : {}),
    ...(url ? { firstUrl: url } : {}),
  };
  return stored(installation, await plainly(createClaim(installation, content, actOf(actor))));
}

export interface Judge extends Actor {
  primary?: string[];
  secondary?: string[];
  explanation?: string;
}

const sources = (tier: Evidence['tier'], urls: readonly string[] = []): Evidence[] =>
  urls.map((url) => {
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
      throw new CliError(`"${url}" bukan alamat web.`, 2);
    return { title: url, url, tier, archiveHash: null };
  });

/** Sets the verdict on the newest version; sources are added to those there are. */
export async function judge(
  installation: Installation,
  id: string,
  word: string,
  { primary, secondary, explanation, ...actor }: Judge,
): Promise<Claim> {
  const verdict = verdictOfWord(word);
  const added = [...sources('primary', primary), ...sources('secondary', secondary)];
  return onNewest(installation, id, actor, (deps, act, claim) =>
    judgeClaim(
      deps,
      {
        verdict,
        evidence: [...claim.evidence, ...added],
        ...(explanation === undefined ? {} : { explanation }),
      },
      act,
    ),
  );
}

export const approve = (
  installation: Installation,
  id: string,
  { review, ...actor }: Actor & { review?: string },
): Promise<Claim> => {
  const reviewAt = review === undefined ? undefined : Date.parse(review);
  if (Number.isNaN(reviewAt)) throw new CliError(`Tanggal "${review}" tidak terbaca; tulis 2026-12-01.`, 2);
  return onNewest(installation, id, actor, (deps, act) =>
    approveClaim(deps, reviewAt === undefined ? {} : { reviewAt }, act),
  );
};

export const withdraw = (
  installation: Installation,
  id: string,
  actor: Actor,
  isBack: boolean,
): Promise<Claim> => onNewest(installation, id, actor, (deps, act) => withdrawClaim(deps, !isBack, act));

type Work = (
  deps: ClaimDeps,
  act: { id: string; version: number; by: string; reason: string | null },
  claim: Claim,
) => Promise<Claim>;

async function onNewest(installation: Installation, id: string, actor: Actor, work: Work): Promise<Claim> {
  const claim = await installation.records.claims.get(id);
  if (!claim) throw new CliError(`Tidak ada klaim ${id}.`);
  const act = { id, version: claim.version, ...actOf(actor) };
  return stored(installation, await plainly(work(installation, act, claim)));
}
