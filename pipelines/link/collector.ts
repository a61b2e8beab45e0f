import type { Story } from '../../shared/domain/story.ts';
import type { IssueRecord } from './issue-record.ts';
import type { StoryState } from './matter.ts';
import type { Assignment, Decider, LinkOutcome } from './outcome.ts';

/** Gathers what a batch changed, each thing once and as it is at the end. */
export class Collector {
  readonly #assignments = new Map<string, Assignment>();
  readonly #stories = new Map<string, { story: StoryState; issueId: string | null }>();
  readonly #issues = new Set<IssueRecord>();
  readonly #alike = new Map<string, [string, string]>();
  readonly #merges = new Map<string, { into: string; by: Decider }>();

  assign(assignment: Assignment): void {
    this.#assignments.set(assignment.itemId, assignment);
  }
  story(story: StoryState, issueId: string | null): void {
    this.#stories.set(story.id, { story, issueId });
  }
  issue(issue: IssueRecord): void {
    this.#issues.add(issue);
  }
  merge(from: string, into: string, by: Decider): void {
    // A local issue may stand under the other matter again before its old one ends.
    if (from !== into) this.#merges.set(from, { into, by });
  }
  alike(a: string, b: string): void {
    const pair: [string, string] = a < b ? [a, b] : [b, a];
    this.#alike.set(pair.join(), pair);
  }
  /** An issue that stands for itself again: a merge earlier in the batch no longer holds. */
  reopen(issueId: string): void {
    this.#merges.delete(issueId);
  }

  take(): LinkOutcome {
    const outcome = {
      assignments: [...this.#assignments.values()],
      stories: Array.from(this.#stories.values(), ({ story, issueId }) => toStory(story, issueId)),
      issues: Array.from(this.#issues, (issue) => issue.take()),
      merges: Array.from(this.#merges, ([from, { into, by }]) => ({ from, into: this.#endOf(into), by })),
      alike: [...this.#alike.values()],
    };
    this.#assignments.clear();
    this.#stories.clear();
    this.#issues.clear();
    this.#merges.clear();
    this.#alike.clear();
    return outcome;
  }

  /** Where a chain of merges ends. No circle: what is merged into stands for itself at that moment. */
  #endOf(issueId: string): string {
    const next = this.#merges.get(issueId);
    return next === undefined ? issueId : this.#endOf(next.into);
  }
}

const toStory = (story: StoryState, issueId: string | null): Story => ({
  id: story.id,
  issueId,
  title: story.title,
  firstAt: story.firstAt,
  lastAt: story.lastAt,
  unique: story.unique,
  items: story.items,
  homes: story.homes,
  ...(story.moves === null ? {} : { moves: story.moves }),
});
