import { unitOfCode } from '../../shared/areas/unit-of-code.ts';
import type { Answer, AnswerNotes, AnswerText } from '../../shared/domain/answer.ts';
import { type Claim, claimState } from '../../shared/domain/claim.ts';
import { type Fact, factState } from '../../shared/domain/fact.ts';
import { type Instant, toRfc3339 } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import { covers, type Scope } from '../../shared/domain/unit.ts';
import type { CasePath } from '../../shared/domain/workflow.ts';
import type { Clock, Ids } from '../../shared/ports/clock.ts';
import { type Records, VersionConflict } from '../../shared/ports/records.ts';
import { reviewDateOf } from '../claims/keep-claim.ts';
import type { ElectionCalendar } from '../watch/calendar.ts';
import { lintText, readContext } from './answer-context.ts';
import { type AnswerRefusal, AnswerRefused } from './answer-refused.ts';
import { chooseResponse } from './choose/choose-response.ts';
import { composeAnswer } from './compose/compose-answer.ts';
import { pageCode } from './page-code.ts';
import { type IssueStep, tellIssue } from './tell-issue.ts';

export interface AnswerDeps {
  records: Records;
  clock: Clock;
  ids: Ids;
  scope: Scope;
  /** Public address under which pages lie, without a slash at its end. */
  publicUrl: string;
  calendar?: ElectionCalendar;
}

export interface AnswerAct {
  id: string;
  /** The version that was read. */
  version: number;
  by: string;
  reason: string | null;
}

/** There is no such answer within the scope. */
export class AnswerUnknown extends Error {
  override name = 'AnswerUnknown';
}

/** Somebody else changed it since it was read; says who, when, and what it is now. */
export class AnswerChanged extends VersionConflict {
  override name = 'AnswerChanged';
  readonly hint: string;
  constructor({ id, version, state, updatedBy, updatedAt }: Answer) {
    super(`answer ${id}`);
    this.hint = `${updatedBy} brought it to "${state}" at ${toRfc3339(updatedAt)}; it is version ${version} now. Read it again: nothing of yours was stored.`;
  }
}

/** It belongs to another tier. */
export class WrongTier extends Error {
  override name = 'WrongTier';
  readonly owner: string;
  constructor(owner: string, reason: string) {
    super(reason);
    this.owner = owner;
  }
}

const noNotes: AnswerNotes = {
  subject: null,
  trueCore: null,
  extent: null,
  remedy: null,
  remedyBy: null,
  nextUpdate: null,
};

export interface NewAnswer {
  claim: Claim | null;
  issue: Issue | null;
  factIds: readonly string[];
  notes?: Partial<AnswerNotes>;
  isCriticism?: boolean | undefined;
  /** Say that it is being looked into although a verdict is there. */
  holdingOnly?: boolean | undefined;
  /** The unit that answers; default the owner. */
  unit?: string | undefined;
  corrects?: { id: string; code: string; note: string } | undefined;
}

/** Drafts an answer by the chooser and the composer. @throws WrongTier, AnswerRefused */
export async function draftAnswer(
  deps: AnswerDeps,
  given: NewAnswer,
  { by, reason }: Pick<AnswerAct, 'by' | 'reason'>,
): Promise<Answer> {
  const { records, clock, ids, scope } = deps;
  const at = clock.now();
  const path = await pathOfIssue(records, given.issue);
  const choice = chooseResponse({ ...given, path, unit: scope.unit, now: at });
  const unit = given.unit ?? choice.owner.unit;
  // What a unit has published it corrects itself, wherever the issue went since.
  const mayAnswer = given.corrects !== undefined || covers(unit, choice.owner.unit);
  if (!covers(scope.unit, unit) || !mayAnswer) throw new WrongTier(choice.owner.unit, choice.owner.reason);
  const id = ids.next();
  const kind = given.holdingOnly ? 'holding' : choice.kind;
  const blank: Answer = {
    id,
    version: 1,
    state: 'draft',
    kind,
    unit,
    issueId: given.issue?.id ?? null,
    claimId: given.claim?.id ?? null,
    verdict: given.claim?.verdict ?? 'belum_diperiksa',
    isCriticism: choice.isCriticism,
    notes: { ...noNotes, ...given.notes },
    factIds: [...given.factIds],
    texts: [],
    code: given.corrects?.code ?? pageCode(id),
    corrects: given.corrects?.id ?? null,
    correctionNote: given.corrects?.note ?? null,
    drafters: [by],
    submittedBy: null,
    submittedAt: null,
    approver: null,
    approvedAt: null,
    reviewAt: null,
    publicationId: null,
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
  };
  return records.transaction(async (inner) => {
    const answer = { ...blank, texts: await composed({ ...deps, records: inner }, blank) };
    await store(inner, null, answer, { action: 'answer.draft', by, at, reason });
    return answer;
  });
}

/** The issue that an answer was drafted for: whoever may act on the answer, also after the issue was handed on. */
export async function issueOfAnswer(
  records: Pick<Records, 'issues'>,
  { issueId }: Pick<Answer, 'issueId'>,
): Promise<Issue | null> {
  return issueId === null ? null : ((await records.issues.many([issueId]))[0] ?? null);
}

async function composed({ records, clock, publicUrl }: AnswerDeps, answer: Answer): Promise<AnswerText[]> {
  const now = clock.now();
  const { kind, notes, unit, code } = answer;
  const claim = answer.claimId === null ? null : await records.claims.get(answer.claimId);
  const issue = await issueOfAnswer(records, answer);
  const byId = new Map((await records.facts.many(answer.factIds)).map((fact) => [fact.id, fact]));
  const facts = answer.factIds.map((id) => usable(byId.get(id), id, unit, now));
  const input = {
    kind,
    claim,
    issue,
    facts,
    notes,
    unit: unitOfCode(unit),
    pageUrl: `${publicUrl}/${code}`,
    now,
  };
  return composeAnswer(input).texts;
}

function usable(fact: Fact | undefined, id: string, unit: string, now: Instant): Fact {
  if (!fact || !covers(fact.unit, unit))
    throw new AnswerRefused([{ path: 'factIds', message: `Tidak ada fakta ${id} untuk unit ini.` }]);
  if (factState(fact, now) !== 'approved')
    throw new AnswerRefused([
      { path: 'factIds', message: `Fakta ${id} belum disetujui atau sudah lewat tanggal tinjau ulang.` },
    ]);
  return fact;
}

/** Drafts all forms anew from other facts, notes or the claim as it is now; what people wrote in them goes. */
export const redraftAnswer = (
  deps: AnswerDeps,
  given: { factIds?: readonly string[] | undefined; notes?: Partial<AnswerNotes> | undefined },
  act: AnswerAct,
): Promise<Answer> =>
  revise(deps, act, 'answer.redraft', ['draft'], async (answer, at, records) => {
    const claim = answer.claimId === null ? null : await records.claims.get(answer.claimId);
    const issue = await issueOfAnswer(records, answer);
    const { kind } = chooseResponse({
      claim,
      issue,
      unit: deps.scope.unit,
      now: at,
      path: await pathOfIssue(records, issue),
      isCriticism: answer.isCriticism,
    });
    const next: Answer = {
      ...answer,
      kind,
      verdict: claim?.verdict ?? answer.verdict,
      factIds: [...(given.factIds ?? answer.factIds)],
      notes: { ...answer.notes, ...given.notes },
      drafters: withPerson(answer.drafters, act.by),
    };
    return { ...next, texts: await composed({ ...deps, records }, next) };
  });

/** Takes forms as a person wrote them; the writer is a drafter from now on. */
export const editAnswer = (
  deps: AnswerDeps,
  texts: readonly Omit<AnswerText, 'takenOverBy'>[],
  act: AnswerAct,
): Promise<Answer> =>
  revise(deps, act, 'answer.edit', ['draft'], async (answer) => {
    const given = new Map(texts.map((text) => [text.channel, text]));
    const added = texts.filter(({ channel }) => !answer.texts.some((text) => text.channel === channel));
    const written = (text: Omit<AnswerText, 'takenOverBy'>): AnswerText => ({ ...text, takenOverBy: null });
    return {
      ...answer,
      texts: [
        ...answer.texts.map((text) => (given.has(text.channel) ? written(given.get(text.channel)!) : text)),
        ...added.map(written),
      ],
      drafters: withPerson(answer.drafters, act.by),
    };
  });

/** Somebody read what a model wrote and answers for it. */
export const takeOverText = (
  deps: AnswerDeps,
  channel: AnswerText['channel'],
  act: AnswerAct,
): Promise<Answer> =>
  revise(deps, act, 'answer.take_over', ['draft'], async (answer) => ({
    ...answer,
    texts: answer.texts.map((text) => (text.channel === channel ? { ...text, takenOverBy: act.by } : text)),
    drafters: withPerson(answer.drafters, act.by),
  }));

const withPerson = (people: readonly string[], one: string): string[] => [...new Set([...people, one])];

/** Hands a draft in for approval. @throws AnswerRefused with every finding that stands against it */
export const submitAnswer = (deps: AnswerDeps, act: AnswerAct): Promise<Answer> =>
  revise(
    deps,
    act,
    'answer.submit',
    ['draft'],
    async (answer, at, records) => {
      await mustBeFit(records, answer, at);
      return { ...answer, state: 'submitted', submittedBy: act.by, submittedAt: at };
    },
    'handed_in',
  );

/** Sends one back to its drafters, or takes an approval back before it is published; with a reason. */
export const returnAnswer = (deps: AnswerDeps, act: AnswerAct): Promise<Answer> =>
  revise(
    deps,
    act,
    'answer.return',
    ['submitted', 'approved'],
    async (answer) => ({
      ...answer,
      state: 'draft',
      submittedBy: null,
      submittedAt: null,
      approver: null,
      approvedAt: null,
      reviewAt: null,
    }),
    'returned',
  );

/** Approves the work of others. @throws AnswerRefused for one of its drafters, and where it is no longer fit */
export const approveAnswer = (
  deps: AnswerDeps,
  { reviewAt }: { reviewAt?: Instant | undefined },
  act: AnswerAct,
): Promise<Answer> =>
  revise(
    deps,
    act,
    'answer.approve',
    ['submitted'],
    async (answer, at, records) => {
      if ([...answer.drafters, answer.submittedBy].includes(act.by))
        throw refused('approver', 'Penyusun tidak boleh menyetujui jawabannya sendiri; mintalah orang lain.');
      if (reviewAt !== undefined && reviewAt <= at)
        throw refused('reviewAt', 'Tanggal tinjau ulang harus sesudah sekarang.');
      await mustBeFit(records, answer, at);
      const until = reviewAt ?? reviewDateOf(answer.unit, at, deps.calendar);
      return { ...answer, state: 'approved', approver: act.by, approvedAt: at, reviewAt: until };
    },
    'approved',
  );

/** Gives a draft up. */
export const discardAnswer = (deps: AnswerDeps, act: AnswerAct): Promise<Answer> =>
  revise(deps, act, 'answer.discard', ['draft', 'submitted', 'approved'], async (answer) => ({
    ...answer,
    state: 'discarded',
  }));

/** How people sorted an issue; null while nobody did. */
export const pathOfIssue = async (records: Records, issue: Issue | null): Promise<CasePath | null> =>
  issue === null ? null : ((await records.workflow.cases.get(issue.id))?.path ?? null);

const refused = (path: string, message: string): AnswerRefused => new AnswerRefused([{ path, message }]);

/** Everything that stands against handing in, approving and publishing, as things are now. */
export async function mustBeFit(records: Records, answer: Answer, now: Instant): Promise<void> {
  const context = await readContext(records, answer, now);
  const refusals: AnswerRefusal[] = verdictRefusals(answer, context.claim, now);
  for (const text of answer.texts) {
    if (text.origin === 'model' && text.takenOverBy === null)
      refusals.push({
        path: `texts.${text.channel}`,
        message: 'Teks ini ditulis model bahasa; seseorang harus membacanya dan mengambil alih dahulu.',
      });
    for (const { code, severity, message } of lintText(answer, context, text).findings)
      if (severity === 'error') refusals.push({ path: `texts.${text.channel}.${code}`, message });
  }
  if (answer.texts.length === 0) refusals.push({ path: 'texts', message: 'Jawaban ini belum berisi teks.' });
  if (refusals.length > 0) throw new AnswerRefused(refusals);
}

function verdictRefusals({ kind, verdict }: Answer, claim: Claim | null, now: Instant): AnswerRefusal[] {
  if (!claim || kind === 'holding' || kind === 'reply') return [];
  if (claim.verdict !== verdict)
    return [{ path: 'verdict', message: 'Vonis klaim berubah sejak jawaban ini disusun; susun ulang.' }];
  const state = claimState(claim, now);
  if (state === 'approved') return [];
  const why = {
    unchecked: 'Klaim belum diperiksa.',
    checked: 'Vonis klaim belum disetujui orang kedua.',
    stale: 'Vonis klaim sudah lewat tanggal tinjau ulang.',
    withdrawn: 'Klaim sudah dicabut.',
  }[state];
  return [{ path: 'verdict', message: why }];
}

export interface Step {
  action: string;
  by: string;
  at: Instant;
  reason: string | null;
}

/** Writes an answer with its audit entry. */
export async function store(
  records: Records,
  before: Answer | null,
  after: Answer,
  step: Step,
): Promise<void> {
  await records.answers.put(after);
  const { action, by, at, reason } = step;
  await records.audit.append({ at, actor: by, action, subject: after.id, before, after, reason });
}

/** Reads an answer as somebody knows it. @throws AnswerUnknown, AnswerChanged, AnswerRefused for another state */
export async function answerAsRead(
  records: Records,
  scope: Scope,
  { id, version }: Pick<AnswerAct, 'id' | 'version'>,
  states: readonly Answer['state'][],
): Promise<Answer> {
  const answer = await records.answers.get(id, scope);
  if (!answer) throw new AnswerUnknown(`There is no answer ${id}`);
  if (answer.version !== version) throw new AnswerChanged(answer);
  if (!states.includes(answer.state))
    throw refused('state', `Jawaban ini berstatus "${answer.state}"; tindakan ini tidak berlaku baginya.`);
  return answer;
}

async function revise(
  { records, clock, scope }: AnswerDeps,
  act: AnswerAct,
  action: string,
  states: readonly Answer['state'][],
  next: (answer: Answer, at: Instant, records: Records) => Promise<Answer>,
  tells?: IssueStep,
): Promise<Answer> {
  return records.transaction(async (inner) => {
    const before = await answerAsRead(inner, scope, act, states);
    const at = clock.now();
    const changed = await next(before, at, inner);
    const after: Answer = { ...changed, updatedAt: at, updatedBy: act.by, version: before.version + 1 };
    await store(inner, before, after, { action, by: act.by, at, reason: act.reason });
    if (tells)
      await tellIssue({ records: inner, clock }, after, { step: tells, by: act.by, at, reason: act.reason });
    return after;
  });
}
