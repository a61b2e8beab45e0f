import type { Issue } from '../../shared/domain/issue.ts';
import type { Story } from '../../shared/domain/story.ts';
import { IssueRecord, issueIdOf, storyIdOf } from './issue-record.ts';
import type { Matter, StoryState } from './matter.ts';
import type { Arrival, MatterBook } from './matter-book.ts';
import type { Position } from './open-window.ts';

/** What a rebuilt writer has to know of the issues its items stand in. */
export type KnownIssue = Pick<Issue, 'id' | 'parentId' | 'unit' | 'title'> &
  Partial<Pick<Issue, 'mergedInto'>>;

/** What it has to know of the stories they stand in. */
export type KnownStory = Pick<Story, 'id' | 'homes' | 'moves'>;

/** Puts stored items back where they were, when another process takes the links over. */
export class StoredLinks {
  readonly #book: MatterBook;
  readonly #issues = new Map<string, KnownIssue>();
  readonly #known = new Map<string, KnownStory>();
  /** Items that stand alone, by story: they are entered when a second one comes. */
  readonly #alone = new Map<string, Position>();

  constructor(book: MatterBook) {
    this.#book = book;
  }

  know(issues: readonly KnownIssue[], stories: readonly KnownStory[]): void {
    for (const issue of issues) this.#issues.set(issue.id, issue);
    for (const story of stories) if (story.homes !== undefined) this.#known.set(story.id, story);
  }

  /** Items come oldest first, so the first one of a story stands for it. */
  keep(arrival: Arrival, storyId: string, issueId: string | null): void {
    if (issueId === null && storyId === storyIdOf(arrival.id)) {
      this.#alone.set(storyId, arrival.position);
      return;
    }
    this.#book.isRestoring = true;
    const story = this.#storyOf(arrival, storyId, issueId);
    const matter = this.#book.matter(story.matter);
    if (issueId !== null) this.#reopen(matter, issueId);
    this.#book.join(arrival, story);
    // What is stored already is no change.
    matter.issue?.take();
    for (const local of matter.locals.values()) local.issue?.take();
    this.#book.isRestoring = false;
  }

  #storyOf(arrival: Arrival, storyId: string, issueId: string | null): StoryState {
    const key = this.#book.storyKeys.get(storyId);
    if (key !== undefined) return this.#book.stories.get(key)!;
    const alone = this.#alone.get(storyId);
    if (alone !== undefined && this.#book.holds(alone)) return this.#book.storyAt(alone);
    const id = issueId === null ? issueIdOf(storyId) : this.#topmost(issueId);
    const known = this.#book.byIssueId.get(id);
    // What an item stands in stands for itself, though a story that was taken out of it may have come before.
    const matter = known?.id === id ? known : this.#book.open(arrival.position, id);
    const story = this.#book.found(storyId, arrival.position, matter);
    const stored = this.#known.get(storyId);
    if (stored?.homes !== undefined && stored.homes.length > 0)
      this.#putBack(story, stored.homes, stored.moves);
    // Ids of issues that became part of this one lead to it, as they did before.
    for (const home of story.homes)
      if (!this.#standsAlone(home) && !this.#book.byIssueId.has(home)) this.#book.byIssueId.set(home, matter);
    this.#known.delete(storyId);
    return story;
  }

  /** A story that was split off or moved on comes from an issue that is no part of its present one. */
  #standsAlone(issueId: string): boolean {
    return this.#issues.get(issueId)?.mergedInto === null;
  }

  /** Where it began and what moved it since; stored before moves were, it is known by its homes alone. */
  #putBack(story: StoryState, homes: readonly string[], moves: KnownStory['moves']): void {
    story.homes = [...homes];
    story.places = [{ issue: homes[0]!, by: null }];
    story.moves = moves ?? null;
    for (const { from, to, by } of moves ?? []) {
      if (from === null) story.places.push({ issue: to, by });
      else this.#book.leads.add(from, to, by);
    }
  }

  #topmost(issueId: string): string {
    return this.#issues.get(issueId)?.parentId ?? issueId;
  }

  /** The issue, and the local one when the item stands there, as they were. */
  #reopen(matter: Matter, issueId: string): void {
    matter.issue ??= new IssueRecord(matter.id, {
      isNew: false,
      title: this.#issues.get(matter.id)?.title ?? '',
      locals: matter.localUnits,
    });
    const known = this.#issues.get(issueId);
    if (known === undefined || known.parentId === null) return;
    const { id, unit, title } = known;
    matter.local(unit).issue ??= new IssueRecord(id, { isNew: false, parentId: matter.id, unit, title });
    this.#book.byIssueId.set(id, matter);
  }
}
