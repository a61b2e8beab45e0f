import { hashId } from '../../shared/domain/ids.ts';
import type { LabelledItem, Link } from '../../shared/domain/labelled-item.ts';
import { issueIdOf, storyIdOf } from './issue-record.ts';
import type { KnownStory } from './stored-links.ts';

type LinkedItem = LabelledItem & Link;

/** Which items a relink leaves where they are, because people work on their issue, and what follows for the others. */
export class ItemsInHand {
  readonly #parents: ReadonlyMap<string, string | null>;
  /** Topmost issues: a local one that people work on keeps the whole together, as it does live. */
  readonly #issues: ReadonlySet<string>;
  readonly #items = new Set<string>();
  readonly #stories = new Map<string, KnownStory>();
  /** The ids of items that are linked under another one. */
  readonly #own = new Map<string, string>();

  constructor(held: ReadonlySet<string>, parents: ReadonlyMap<string, string | null>) {
    this.#parents = parents;
    this.#issues = new Set([...held].map((id) => parents.get(id) ?? id));
  }

  has({ issueId, storyId }: LinkedItem): boolean {
    return issueId !== null && storyId !== null && this.#issues.has(this.#parents.get(issueId) ?? issueId);
  }

  /** Notes items that stay, and their stories. */
  take(items: readonly LinkedItem[], stories: readonly KnownStory[]): void {
    const known = new Map(stories.map((story) => [story.id, story]));
    for (const { id, storyId } of items) {
      this.#items.add(id);
      if (storyId !== null && !this.#stories.has(storyId))
        this.#stories.set(storyId, known.get(storyId) ?? { id: storyId });
    }
  }

  hasStory(id: string): boolean {
    return this.#stories.has(id);
  }

  storiesOf(items: readonly LinkedItem[]): KnownStory[] {
    const ids = new Set(items.flatMap(({ storyId }) => storyId ?? []));
    return [...ids].flatMap((id) => this.#stories.get(id) ?? []);
  }

  /** Items in their order, cut where those that stay and those that are linked anew meet. */
  runs(items: readonly LinkedItem[]): { kept: boolean; run: LinkedItem[] }[] {
    const runs: { kept: boolean; run: LinkedItem[] }[] = [];
    for (const item of items) {
      const kept = this.has(item);
      const last = runs.at(-1);
      if (last?.kept === kept) last.run.push(item);
      else runs.push({ kept, run: [item] });
    }
    return runs;
  }

  /**
   * An item may have founded a story or an issue that stays, and stand elsewhere itself since a person moved it: what it
   * founds now must not bear the same id, so it is linked under another one.
   * @param staying ids of issues that stay
   */
  underOtherId(item: LinkedItem, staying: ReadonlySet<string>): LinkedItem {
    const id = this.otherId(item.id, staying);
    return id === item.id ? item : { ...item, id };
  }

  /** The id that an item is linked under; its own for nearly all. */
  otherId(id: string, staying: ReadonlySet<string>): string {
    if (this.#stories.size === 0 || this.#items.has(id)) return id;
    if (!staying.has(issueIdOf(id)) && !this.#stories.has(storyIdOf(id))) return id;
    const other = hashId(`relink ${id}`);
    this.#own.set(other, id);
    return other;
  }

  ownId(id: string): string {
    return this.#own.get(id) ?? id;
  }
}
