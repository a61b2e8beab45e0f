import type { Instant } from '../../shared/domain/instant.ts';
import { emptyCounts, type Issue, issueNumber, type Spread } from '../../shared/domain/issue.ts';
import type { Priority, Risk } from '../../shared/domain/risk.ts';
import { addCounts, addSpread } from '../link/add-counts.ts';
import type { IssueChange } from '../link/outcome.ts';
import { untitled } from '../link/untold.ts';

/** Before the watch has seen an issue. */
const unjudgedRisk: Risk = { likelihood: 1, impact: 1, score: 1, level: 'rendah', parts: [] };
const unjudgedPriority: Priority = {
  score: 0,
  parts: [],
  reason: 'Belum dinilai.',
  nextStep: 'Tunggu penilaian.',
};

const noSpread: Spread = { authors: 0, platforms: {}, outlets: {}, areas: {}, maxFollowers: 0 };

/** A new issue's record; the year of its number is the year it began in (UTC). */
export function createIssue(change: IssueChange, count: number): Issue {
  const { id, title, summary, sentences, unit, parentId, topic, areas, firstAt, lastAt } = change;
  return {
    id,
    number: issueNumber(yearOf(firstAt), count),
    title,
    titleBy: 'machine',
    summary,
    sentences,
    state: 'new',
    unit,
    owner: null,
    parentId,
    mergedInto: null,
    narrativeId: null,
    topic,
    areas,
    firstAt,
    lastAt,
    counts: addCounts(emptyCounts, change.counts),
    spread: addSpread(noSpread, change.spread),
    risk: unjudgedRisk,
    priority: unjudgedPriority,
    verdict: 'belum_diperiksa',
    version: 1,
  };
}

/** What the engine may change of an issue; a title that a person gave and everything else people set stays. */
export function updateIssue(issue: Issue, change: IssueChange): Issue {
  const { summary, sentences, unit, parentId, topic, areas } = change;
  const told = change.title === untitled ? undefined : change.title;
  const named =
    issue.titleBy === 'person'
      ? { machineTitle: told ?? issue.machineTitle }
      : { title: told ?? issue.title };
  return {
    ...standing(issue),
    mergedInto: null,
    // What was erased is told no more: the title that was made of what is left stays.
    ...named,
    summary,
    sentences,
    unit,
    parentId,
    topic,
    areas,
    firstAt: Math.min(issue.firstAt, change.firstAt),
    lastAt: Math.max(issue.lastAt, change.lastAt),
    counts: addCounts(issue.counts, change.counts),
    spread: addSpread(issue.spread, change.spread),
    version: issue.version + 1,
  };
}

/** A merge that was taken back: the issue goes on under its old number, in the state that it had. */
export const standing = ({ stateBefore, ...issue }: Issue): Issue =>
  issue.state === 'merged' ? { ...issue, state: stateBefore ?? 'new' } : issue;

/** An issue that became part of another: its number stays and leads there, its items count there. */
export const mergedIssue = (issue: Issue, into: string): Issue => ({
  ...issue,
  state: 'merged',
  ...(issue.state === 'merged' ? {} : { stateBefore: issue.state }),
  mergedInto: into,
  counts: emptyCounts,
  spread: noSpread,
  version: issue.version + 1,
});

export const yearOf = (at: Instant): number => new Date(at).getUTCFullYear();
