import type { Instant } from '../../shared/domain/instant.ts';
import { type Counts, emptyCounts, type Issue, issueNumber, type Spread } from '../../shared/domain/issue.ts';
import type { Priority, Risk } from '../../shared/domain/risk.ts';
import type { IssueChange } from '../link/outcome.ts';

/** Before the watch has seen an issue. */
const unjudgedRisk: Risk = { likelihood: 1, impact: 1, score: 1, level: 'rendah', parts: [] };
const unjudgedPriority: Priority = {
  score: 0,
  parts: [],
  reason: 'Belum dinilai.',
  nextStep: 'Tunggu penilaian.',
};

const noSpread: Spread = { authors: 0, platforms: {}, outlets: {}, areas: {}, maxFollowers: 0 };

/** Sums of two tables of counts; what fell to nothing is left out. */
function addTables(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum: Record<string, number> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const total = (sum[key] ?? 0) + value;
    if (total > 0) sum[key] = total;
    else delete sum[key];
  }
  return sum;
}

/** Counts are sums of increments; an increment may be negative where a person moved items away. */
export function addCounts(a: Counts, b: Counts): Counts {
  const add = (x: number, y: number): number => Math.max(0, x + y);
  return {
    unique: add(a.unique, b.unique),
    items: add(a.items, b.items),
    positive: add(a.positive, b.positive),
    neutral: add(a.neutral, b.neutral),
    negative: add(a.negative, b.negative),
    unrelated: add(a.unrelated, b.unrelated),
    criticism: add(a.criticism, b.criticism),
    indicated: add(a.indicated, b.indicated),
    stance: {
      menyebarkan: add(a.stance.menyebarkan, b.stance.menyebarkan),
      membantah: add(a.stance.membantah, b.stance.membantah),
      bertanya: add(a.stance.bertanya, b.stance.bertanya),
      memberitakan: add(a.stance.memberitakan, b.stance.memberitakan),
    },
    interactions: add(a.interactions, b.interactions),
  };
}

export const addSpread = (a: Spread, b: Spread): Spread => ({
  authors: Math.max(0, a.authors + b.authors),
  platforms: addTables(a.platforms, b.platforms),
  outlets: addTables(a.outlets, b.outlets),
  areas: addTables(a.areas, b.areas),
  maxFollowers: Math.max(a.maxFollowers, b.maxFollowers),
});

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
  // A merge that was taken back: the issue begins anew under its old number.
  const state = issue.state === 'merged' ? 'new' : issue.state;
  return {
    ...issue,
    state,
    mergedInto: null,
    title: issue.titleBy === 'person' ? issue.title : change.title,
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

/** An issue that became part of another: its number stays and leads there, its items count there. */
export const mergedIssue = (issue: Issue, into: string): Issue => ({
  ...issue,
  state: 'merged',
  mergedInto: into,
  counts: emptyCounts,
  spread: noSpread,
  version: issue.version + 1,
});

export const yearOf = (at: Instant): number => new Date(at).getUTCFullYear();
