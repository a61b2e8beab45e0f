import type { AnswerChannel, AnswerKind } from '../../../shared/domain/answer.ts';
import type { ClaimStatus } from '../../../shared/domain/claim.ts';
import type { Span } from '../answer-layout.ts';

export interface Finding {
  code: string;
  /** `error` stands against handing in and approving; `warn` is for the eye. */
  severity: 'error' | 'warn';
  /** In Indonesian, with what to do. */
  message: string;
  /** Place in the plain text, in UTF-16 units; both 0 where it is about the whole. */
  start: number;
  end: number;
}

/** What a lint has to know of what is written. */
export interface LintSubject {
  channel: AnswerChannel;
  kind: AnswerKind;
  verdict: ClaimStatus;
  isCriticism: boolean;
  /** The rumour; null where there is none. */
  claimText: string | null;
  plain: string;
  spans: readonly Span[];
  /** What each source says, by reference; one that is not there is unknown. */
  sayings: ReadonlyMap<string, string>;
  /** References to facts that are stale, withdrawn or not approved, with why. */
  unfit: ReadonlyMap<string, string>;
}

export type Rule = (subject: LintSubject) => Finding[];

export const at = (
  { start, end }: Pick<Span, 'start' | 'end'>,
  code: string,
  severity: Finding['severity'],
  message: string,
): Finding => ({ code, severity, message, start, end });

export const whole = (code: string, severity: Finding['severity'], message: string): Finding =>
  at({ start: 0, end: 0 }, code, severity, message);

export const sentencesOf = ({ spans }: LintSubject): Span[] =>
  spans.filter(({ part }) => part === 'sentence');
export const titleOf = ({ spans }: LintSubject): Span | null =>
  spans.find(({ part }) => part === 'title') ?? null;

/** A finding for each place where a pattern stands. */
export function everywhere(
  plain: string,
  pattern: RegExp,
  make: (word: string) => [code: string, severity: Finding['severity'], message: string],
): Finding[] {
  return [...plain.matchAll(pattern)].map((match) =>
    at({ start: match.index, end: match.index + match[0].length }, ...make(match[0])),
  );
}
