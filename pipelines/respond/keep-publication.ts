import { type Answer, type AnswerText, textOfChannel } from '../../shared/domain/answer.ts';
import type { Claim } from '../../shared/domain/claim.ts';
import { type Instant, toRfc3339 } from '../../shared/domain/instant.ts';
import type { Notice, Publication, PublishedSource } from '../../shared/domain/publication.ts';
import { covers } from '../../shared/domain/unit.ts';
import { type Records, VersionConflict } from '../../shared/ports/records.ts';
import { changeClaim } from '../claims/keep-claim.ts';
import { type AnswerContext, readContext } from './answer-context.ts';
import { AnswerRefused } from './answer-refused.ts';
import { claimSaid } from './compose/claim-said.ts';
import {
  type AnswerAct,
  type AnswerDeps,
  answerAsRead,
  draftAnswer,
  issueOfAnswer,
  mustBeFit,
  store,
  WrongTier,
} from './keep-answer.ts';
import { tellIssue, tellWithdrawal } from './tell-issue.ts';

/** There is no such publication. */
export class PublicationUnknown extends Error {
  override name = 'PublicationUnknown';
}

/** Somebody changed it since it was read. */
export class PublicationChanged extends VersionConflict {
  override name = 'PublicationChanged';
  readonly hint: string;
  constructor({ id, version, state, updatedAt }: Publication) {
    super(`publication ${id}`);
    this.hint = `It is "${state}" and version ${version} since ${toRfc3339(updatedAt)}. Read it again: nothing of yours was stored.`;
  }
}

/**
 * Publishes an approved answer exactly as it was approved, or brings its publication up to date where it corrects one.
 * Everything is looked at once more: facts and verdicts may have grown stale since. The claim points to the page, and the
 * issue's clock is told, in the same transaction. @throws AnswerUnknown, AnswerChanged, AnswerRefused
 */
export async function publishAnswer(
  { records, clock, ids, scope, publicUrl }: AnswerDeps,
  act: AnswerAct,
): Promise<Publication> {
  return records.transaction(async (inner) => {
    const before = await answerAsRead(inner, scope, act, ['approved']);
    const at = clock.now();
    if (before.reviewAt === null || before.reviewAt <= at)
      throw new AnswerRefused([
        { path: 'reviewAt', message: 'Persetujuan sudah lewat tanggal tinjau ulang; ajukan lagi.' },
      ]);
    await mustBeFit(inner, before, at);
    const context = await readContext(inner, before, at);
    const corrected = before.corrects === null ? null : await publicationOf(inner, before.corrects);
    const id = corrected?.id ?? ids.next();
    const after: Answer = {
      ...before,
      state: 'published',
      publicationId: id,
      updatedAt: at,
      updatedBy: act.by,
      version: before.version + 1,
    };
    const url = `${publicUrl}/${after.code}`;
    const publication = corrected
      ? correct(corrected, freshPublication({ id, url, at }, after, context), after, at, act.by)
      : freshPublication({ id, url, at }, after, context);
    const step = { by: act.by, at, reason: act.reason };
    await store(inner, before, after, { action: 'answer.publish', ...step });
    await keep(
      inner,
      corrected,
      publication,
      corrected ? 'publication.correct' : 'publication.publish',
      step,
    );
    if (context.claim && after.kind !== 'holding')
      await pointTo(inner, clock, context.claim, publication, act);
    await tellIssue({ records: inner, clock }, after, { step: 'published', reply: url, ...step });
    return publication;
  });
}

interface Place {
  id: string;
  url: string;
  at: Instant;
}

function freshPublication({ id, url, at }: Place, answer: Answer, context: AnswerContext): Publication {
  const { claim } = context;
  const main = textOfChannel(answer, 'web') ?? textOfChannel(answer, 'holding') ?? answer.texts[0]!;
  const tellsClaim = claim !== null && (answer.kind === 'denial' || answer.kind === 'correction');
  return {
    id,
    version: 1,
    code: answer.code,
    url,
    state: 'live',
    kind: answer.kind,
    verdict: answer.verdict,
    unit: answer.unit,
    issueId: answer.issueId,
    claimId: answer.claimId,
    claimSaid: tellsClaim ? claimSaid(claim.text) : null,
    firstAppearedAt: claim?.firstAppearedAt ?? null,
    title: main.title?.text ?? main.blocks[0]!.sentences[0]!.text,
    summary: summaryOf(main),
    texts: answer.texts,
    sources: sourcesOf(answer, context),
    notices: [],
    publishedAt: at,
    updatedAt: at,
    reviewAt: answer.reviewAt!,
    answerId: answer.id,
    answerVersion: answer.version,
    approver: answer.approver!,
  };
}

/** The first sentences, up to what a card or a feed shows. */
function summaryOf({ blocks }: AnswerText): string {
  const [first, second] = blocks[0]!.sentences;
  const both = second && !/https?:/.test(second.text) ? `${first!.text} ${second.text}` : first!.text;
  return both.length <= 220 ? both : first!.text;
}

/** Sources that a sentence of any form stands on, each address once. */
function sourcesOf({ texts }: Answer, { claim, facts }: AnswerContext): PublishedSource[] {
  const used = new Set(
    texts.flatMap(({ title, blocks }) => [
      ...(title?.from ?? []),
      ...blocks.flatMap(({ sentences }) => sentences.flatMap(({ from }) => from)),
    ]),
  );
  const all: PublishedSource[] = [
    ...(claim?.evidence ?? []).map(({ title, url }, n) => ({
      ref: `evidence:${claim!.id}#${n}`,
      title,
      url,
      regulation: null,
    })),
    ...facts
      .filter(({ id }) => used.has(`fact:${id}`))
      .map(({ id, source }) => ({ ref: `fact:${id}`, ...source })),
  ];
  return [...Map.groupBy(all, ({ url }) => url).values()].map((same) =>
    same.reduce((best, one) => ((one.regulation ?? '').length > (best.regulation ?? '').length ? one : best)),
  );
}

function correct(
  before: Publication,
  fresh: Publication,
  answer: Answer,
  at: Instant,
  by: string,
): Publication {
  const notice: Notice = {
    at,
    kind: 'correction',
    text: answer.correctionNote ?? 'Penjelasan ini diperbarui.',
    by,
  };
  return {
    ...fresh,
    url: before.url,
    code: before.code,
    publishedAt: before.publishedAt,
    notices: [...before.notices, notice],
    version: before.version + 1,
  };
}

/** The claim names its published clarification; its approval does not cover that, so it stays. */
async function pointTo(
  records: Records,
  clock: AnswerDeps['clock'],
  { id, version, url }: Claim,
  publication: Publication,
  { by }: AnswerAct,
): Promise<void> {
  if (url === publication.url) return;
  const ids = { next: () => id };
  await changeClaim(
    { records, clock, ids },
    { url: publication.url },
    { id, version, by, reason: 'klarifikasi diterbitkan' },
  );
}

export async function publicationOf(records: Records, id: string): Promise<Publication> {
  const publication = await records.publications.get(id);
  if (!publication) throw new PublicationUnknown(`There is no publication ${id}`);
  return publication;
}

type Step = { by: string; at: Instant; reason: string | null };

async function keep(
  records: Records,
  before: Publication | null,
  after: Publication,
  action: string,
  { by, at, reason }: Step,
): Promise<void> {
  await records.publications.put(after);
  await records.audit.append({ at, actor: by, action, subject: after.id, before, after, reason });
}

async function publicationAsRead(
  records: Records,
  scope: AnswerDeps['scope'],
  { id, version }: Pick<AnswerAct, 'id' | 'version'>,
): Promise<Publication> {
  const publication = await publicationOf(records, id);
  if (!covers(scope.unit, publication.unit))
    throw new WrongTier(publication.unit, 'Hanya unit yang menerbitkan yang dapat mengubahnya.');
  if (publication.version !== version) throw new PublicationChanged(publication);
  if (publication.state === 'withdrawn')
    throw new AnswerRefused([{ path: 'state', message: 'Penjelasan ini sudah ditarik.' }]);
  return publication;
}

/** Takes a publication back. Its page stays and says so, with the reason; the claim points to it no more. */
export async function withdrawPublication(
  { records, clock, scope, ids }: AnswerDeps,
  notice: string,
  act: AnswerAct,
): Promise<Publication> {
  return records.transaction(async (inner) => {
    const before = await publicationAsRead(inner, scope, act);
    const at = clock.now();
    const after: Publication = {
      ...before,
      state: 'withdrawn',
      notices: [...before.notices, { at, kind: 'withdrawal', text: notice, by: act.by }],
      updatedAt: at,
      version: before.version + 1,
    };
    await keep(inner, before, after, 'publication.withdraw', { by: act.by, at, reason: act.reason });
    await tellWithdrawal({ records: inner, clock }, after, { by: act.by, at, reason: act.reason });
    const claim = before.claimId === null ? null : await inner.claims.get(before.claimId);
    if (claim?.url === before.url)
      await changeClaim(
        { records: inner, clock, ids },
        { url: null },
        { id: claim.id, version: claim.version, by: act.by, reason: 'klarifikasi ditarik' },
      );
    return after;
  });
}

/** Begins the correction of a publication: a draft of its own, with the same page, for the same two persons' way. */
export async function draftCorrection(
  deps: AnswerDeps,
  given: {
    note: string;
    factIds?: readonly string[] | undefined;
    notes?: Partial<Answer['notes']> | undefined;
  },
  act: AnswerAct,
): Promise<Answer> {
  const { records, scope } = deps;
  const publication = await publicationAsRead(records, scope, act);
  const [answer] = await records.answers.versions(publication.answerId);
  const claim = publication.claimId === null ? null : await records.claims.get(publication.claimId);
  const issue = await issueOfAnswer(records, publication);
  return draftAnswer(
    deps,
    {
      claim,
      issue,
      factIds: given.factIds ?? answer?.factIds ?? [],
      notes: { ...answer?.notes, ...given.notes },
      isCriticism: answer?.isCriticism,
      unit: publication.unit,
      corrects: { id: publication.id, code: publication.code, note: given.note },
    },
    act,
  );
}
