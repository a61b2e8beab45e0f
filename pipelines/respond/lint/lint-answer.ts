import { lengthRule, linkRule, proseOf, readingRule } from './form-rules.ts';
import type { Finding, LintSubject, Rule } from './lint-subject.ts';
import { mythRule, orderRule, sourceRule, verdictRule } from './matter-rules.ts';
import { type ReadingEase, readingEase } from './reading-ease.ts';
import { insultRule, partyRule, placeholderRule, shoutingRule } from './word-rules.ts';

const rules: readonly Rule[] = [
  mythRule,
  verdictRule,
  orderRule,
  sourceRule,
  insultRule,
  partyRule,
  placeholderRule,
  shoutingRule,
  lengthRule,
  linkRule,
  readingRule,
];

export interface LintReport {
  /** By place; those about the whole come first. */
  findings: Finding[];
  ease: ReadingEase;
  /** No finding stands against handing it in. */
  isFit: boolean;
}

/** Everything that DOMAIN and good manners ask of a text, with places; a pure function of what is written. */
export function lintAnswer(subject: LintSubject): LintReport {
  const findings = rules.flatMap((rule) => rule(subject));
  findings.sort((a, b) => a.start - b.start || a.code.localeCompare(b.code));
  return {
    findings,
    ease: readingEase(proseOf(subject).map(({ text }) => text)),
    isFit: findings.every(({ severity }) => severity !== 'error'),
  };
}
