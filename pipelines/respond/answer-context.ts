import type { Answer, AnswerChannel, AnswerText } from '../../shared/domain/answer.ts';
import type { Claim } from '../../shared/domain/claim.ts';
import { type Fact, factState } from '../../shared/domain/fact.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Records } from '../../shared/ports/records.ts';
import { layOut } from './answer-layout.ts';
import { type LintReport, lintAnswer } from './lint/lint-answer.ts';
import type { LintSubject } from './lint/lint-subject.ts';
import { type KnownSentences, knownSentences, type ReadText, readPlain } from './read-plain.ts';

/** What an answer is written from, as it is now. */
export interface AnswerContext {
  claim: Claim | null;
  facts: Fact[];
  sayings: ReadonlyMap<string, string>;
  unfit: ReadonlyMap<string, string>;
}

type Written = Pick<Answer, 'claimId' | 'issueId' | 'factIds' | 'notes' | 'texts' | 'verdict'>;

const factRefs = ({ factIds, texts }: Pick<Answer, 'factIds' | 'texts'>): string[] => {
  const ids = new Set(factIds);
  for (const { title, blocks } of texts)
    for (const { from } of [...(title ? [title] : []), ...blocks.flatMap(({ sentences }) => sentences)])
      for (const ref of from) if (ref.startsWith('fact:')) ids.add(ref.slice('fact:'.length));
  return [...ids];
};

/** Reads claim and facts, and what each reference says. */
export async function readContext(
  records: Pick<Records, 'claims' | 'facts'>,
  answer: Written,
  now: Instant,
): Promise<AnswerContext> {
  const claim = answer.claimId === null ? null : await records.claims.get(answer.claimId);
  const wanted = factRefs(answer);
  const facts = await records.facts.many(wanted);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const unfit = new Map<string, string>();
  for (const id of wanted) {
    const fact = byId.get(id);
    const why = fact ? whyUnfit(fact, now) : 'Fakta ini tidak ada di pustaka.';
    if (why !== null) unfit.set(`fact:${id}`, why);
  }
  return { claim, facts, sayings: sayingsOf(answer, claim, facts), unfit };
}

function whyUnfit(fact: Fact, now: Instant): string | null {
  switch (factState(fact, now)) {
    case 'stale':
      return 'Fakta ini sudah lewat tanggal tinjau ulangnya; minta seseorang meninjaunya lagi.';
    case 'withdrawn':
      return 'Fakta ini sudah dicabut dari pustaka.';
    case 'draft':
      return 'Fakta ini belum disetujui.';
    default:
      return null;
  }
}

function sayingsOf(answer: Written, claim: Claim | null, facts: readonly Fact[]): Map<string, string> {
  const sayings = new Map<string, string>();
  if (claim) {
    sayings.set(`claim:${claim.id}#text`, claim.text);
    sayings.set(`claim:${claim.id}#explanation`, claim.explanation);
    sayings.set(`claim:${claim.id}#verdict`, claim.verdict);
    if (claim.kind) sayings.set(`claim:${claim.id}#kind`, claim.kind);
    for (const [n, { title, url }] of claim.evidence.entries())
      sayings.set(`evidence:${claim.id}#${n}`, `${title}. ${url}`);
  }
  for (const { id, statement, headline, source } of facts)
    sayings.set(
      `fact:${id}`,
      [statement, headline, source.regulation, source.title].filter(Boolean).join('\n'),
    );
  if (answer.issueId !== null) sayings.set(`issue:${answer.issueId}`, '');
  for (const [name, note] of Object.entries(answer.notes))
    if (note !== null) sayings.set(`note:${name}`, note);
  return sayings;
}

type Judged = Pick<Answer, 'kind' | 'verdict' | 'isCriticism'>;

const subjectOf = (
  { kind, verdict, isCriticism }: Judged,
  { claim, sayings, unfit }: AnswerContext,
  channel: AnswerChannel,
  laid: Pick<LintSubject, 'plain' | 'spans'>,
): LintSubject => ({
  channel,
  kind,
  verdict,
  isCriticism,
  claimText: claim?.text ?? null,
  sayings,
  unfit,
  plain: laid.plain,
  spans: laid.spans,
});

/** Lints a form as it is kept. Places point into its plain text. */
export const lintText = (answer: Judged, context: AnswerContext, text: AnswerText): LintReport =>
  lintAnswer(subjectOf(answer, context, text.channel, layOut(text)));

/** Lints what somebody is typing. Places point into that. */
export const lintPlain = (
  answer: Judged & Pick<Answer, 'texts'>,
  context: AnswerContext,
  channel: AnswerChannel,
  plain: string,
): LintReport => lintAnswer(subjectOf(answer, context, channel, readForm(answer, context, channel, plain)));

/** A form as a person typed it, beside how it was before. */
export function readForm(
  answer: Pick<Answer, 'texts'>,
  context: AnswerContext,
  channel: AnswerChannel,
  plain: string,
): ReadText {
  const before = answer.texts.find((text) => text.channel === channel)?.blocks ?? [];
  return readPlain(
    plain,
    knownIn(answer, context),
    channel !== 'x',
    before.map(({ role }) => role),
  );
}

export const knownIn = (
  { texts }: Pick<Answer, 'texts'>,
  { sayings, facts }: AnswerContext,
): KnownSentences =>
  knownSentences(
    texts,
    new Map([
      ...[...sayings].filter(([ref]) => ref.startsWith('claim:') && ref.endsWith('#explanation')),
      ...facts.map(({ id, statement }): [string, string] => [`fact:${id}`, statement]),
    ]),
  );
