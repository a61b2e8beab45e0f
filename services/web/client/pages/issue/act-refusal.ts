import { type Refusal, refusalTypes } from '../../../../../shared/api/act-refusals.ts';
import { ApiError } from '../../api/problem.ts';
import { say as sayNow } from '../../texts/catalogue.ts';
import { issueTexts } from './texts.ts';

/** The texts of each refusal; what to do is said under the same name with `Do` behind it. */
const texts = {
  merged: 'refusedMerged',
  local: 'refusedLocal',
  published: 'refusedPublished',
  apart: 'refusedApart',
  whole: 'refusedWhole',
  undone: 'refusedUndone',
  apartAlready: 'refusedTwo',
} as const satisfies Record<Refusal, string>;
const refusals = Object.keys(texts) as Refusal[];

export const isBothPublished = (error: unknown): boolean =>
  error instanceof ApiError && error.problem.type === refusalTypes.published;

/** A refused act in plain words: what stands against it and what to do; nothing for any other error. */
export function explainRefusal(error: unknown): { title: string; todo: string } | Record<string, never> {
  if (!(error instanceof ApiError)) return {};
  const refusal = refusals.find((one) => refusalTypes[one] === error.problem.type);
  if (refusal !== undefined) {
    const text = texts[refusal];
    return { title: sayNow(issueTexts, text), todo: sayNow(issueTexts, `${text}Do`) };
  }
  if (error.problem.status !== 412) return {};
  return { title: sayNow(issueTexts, 'refusedChanged'), todo: sayNow(issueTexts, 'refusedChangedDo') };
}
