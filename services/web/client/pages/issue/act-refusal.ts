import { ApiError } from '../../api/problem.ts';
import { say as sayNow } from '../../texts/catalogue.ts';
import { issueTexts } from './texts.ts';

/** Why the API refuses an act, as its problem's type names it. */
const refusals = {
  'urn:saring:issue-merged': 'refusedMerged',
  'urn:saring:issue-local': 'refusedLocal',
  'urn:saring:both-published': 'refusedPublished',
  'urn:saring:kept-apart': 'refusedApart',
  'urn:saring:whole-issue': 'refusedWhole',
  'urn:saring:act-undone': 'refusedUndone',
  'urn:saring:apart-already': 'refusedTwo',
} as const;

const isPublished: keyof typeof refusals = 'urn:saring:both-published';

export const isBothPublished = (error: unknown): boolean =>
  error instanceof ApiError && error.problem.type === isPublished;

/** A refused act in plain words: what stands against it and what to do; nothing for any other error. */
export function explainRefusal(error: unknown): { title: string; todo: string } | Record<string, never> {
  if (!(error instanceof ApiError)) return {};
  const known = Object.entries(refusals).find(([type]) => type === error.problem.type)?.[1];
  if (known !== undefined)
    return { title: sayNow(issueTexts, known), todo: sayNow(issueTexts, `${known}Do`) };
  if (error.problem.status !== 412) return {};
  return { title: sayNow(issueTexts, 'refusedChanged'), todo: sayNow(issueTexts, 'refusedChangedDo') };
}
