import type { CandidateFinder } from './candidates.ts';
import type { Collector } from './collector.ts';
import type { FactStore, Facts } from './facts.ts';
import { IssueRecord, issueIdOf, localIssueIdOf, storyIdOf } from './issue-record.ts';
import type { Vector } from './likeness.ts';
import { isGrave, isIssue, isMostlyRelevant, Matter, type Member, type StoryState } from './matter.ts';
import type { OpenWindow, Position } from './open-window.ts';
import { ProfileIndex } from './profile-index.ts';
import type { LinkSettings } from './settings.ts';

export interface BookParts {
  window: OpenWindow;
  facts: FactStore;
  finder: CandidateFinder;
  collector: Collector;
  settings: LinkSettings;
}

/** An item on its way into a story. */
export interface Arrival {
  position: Position;
  id: string;
  at: number;
  facts: Facts;
  /** null for a re-post. */
  vector: Vector | null;
  duplicateOf: string | null;
}

/**
 * Stories, matters and issues and who is in them. A lone item is its own story and matter and costs nothing here:
 * it is entered only when something joins it.
 */
export class MatterBook {
  readonly #parts: BookParts;
  readonly stories = new Map<number, StoryState>();
  readonly matters = new Map<number, Matter>();
  readonly byIssueId = new Map<string, Matter>();
  readonly profiles = new ProfileIndex();

  constructor(parts: BookParts) {
    this.#parts = parts;
  }

  /** Key of the matter that an open item is in. */
  matterKeyOf(position: Position): number {
    const story = this.#parts.window.storyOf(position);
    const known = this.stories.get(story);
    if (known !== undefined) return known.matter;
    return this.#parts.window.isOpen(story) ? story : position;
  }

  /** Does the matter of an open item say mostly things about KPU or the procedure? */
  isRelevant(key: number): boolean {
    const matter = this.matters.get(key);
    if (matter !== undefined) return isMostlyRelevant(matter);
    return this.#parts.facts.at(key).relevant;
  }

  /** The story of an open item, entered if it stood alone. */
  storyAt(position: Position): StoryState {
    const { window } = this.#parts;
    const key = window.storyOf(position);
    const known = this.stories.get(key);
    if (known !== undefined) return known;
    // A late item can outlast its story in the window: it stands alone again.
    if (!window.isOpen(key)) window.setStory(position, position);
    return this.#enter(window.isOpen(key) ? key : position);
  }

  matter(key: number): Matter {
    const known = this.matters.get(key);
    if (known !== undefined) return known;
    this.#enter(key);
    return this.matters.get(key)!;
  }

  /** Enters a lone item as a story in a matter of its own. */
  #enter(position: Position): StoryState {
    const { window, facts, finder } = this.#parts;
    const id = window.idOf(position);
    const matter = new Matter(position, issueIdOf(id));
    this.matters.set(position, matter);
    this.byIssueId.set(matter.id, matter);
    const arrival = { position, id, at: window.atOf(position), facts: facts.at(position), duplicateOf: null };
    const story = this.found(arrival.id, position, matter);
    this.join({ ...arrival, vector: finder.vector(position) }, story);
    return story;
  }

  /** A new, empty story in a matter. */
  found(itemId: string, key: number, matter: Matter): StoryState {
    const story: StoryState = {
      key,
      id: storyIdOf(itemId),
      title: '',
      firstAt: Number.POSITIVE_INFINITY,
      lastAt: Number.NEGATIVE_INFINITY,
      unique: 0,
      items: 0,
      matter: matter.key,
    };
    this.stories.set(key, story);
    matter.stories.add(key);
    return story;
  }

  /** Puts an item into a story and so into its matter, and makes an issue of that when it is one now. */
  join(arrival: Arrival, story: StoryState): void {
    const matter = this.matter(story.matter);
    this.#parts.window.setStory(arrival.position, story.key);
    story.firstAt = Math.min(story.firstAt, arrival.at);
    story.lastAt = Math.max(story.lastAt, arrival.at);
    story.items++;
    if (arrival.vector !== null) story.unique++;
    if (story.title === '') story.title = arrival.facts.headline;
    matter.see(arrival.at, arrival.facts, arrival.vector !== null);
    this.#remember(matter, arrival.vector);
    if (matter.issue !== null) {
      this.enlist(matter, this.#memberOf(arrival, story), arrival.vector);
    } else {
      matter.open.push(arrival.position);
      if (isIssue(matter)) this.publish(matter);
    }
    this.#parts.collector.story(story, matter.issue?.id ?? null);
  }

  /** Only matters that are or may become issues are found by their profile. */
  #remember(matter: Matter, vector: Vector | null): void {
    if (vector === null) return;
    matter.profile.add(vector);
    if (!isMostlyRelevant(matter)) return;
    this.profiles.put(matter.key, matter.profile);
    if (matter.unique >= 3 && isCheckpoint(matter.unique)) this.#unite(matter);
  }

  /** Two matters whose words have grown alike are one; the older one stays. */
  #unite(matter: Matter): void {
    for (const { matter: key, likeness } of this.profiles.nearest(matter.profile.vector())) {
      const other = this.matters.get(key)!;
      if (key === matter.key || other.unique < 2 || !isMostlyRelevant(other)) continue;
      if (likeness < this.#parts.settings.mergeThreshold) return;
      const [from, into] = other.firstAt <= matter.firstAt ? [matter, other] : [other, matter];
      this.merge(from, into);
      return;
    }
  }

  /** Moves everything of one matter into another and forgets it. */
  merge(from: Matter, into: Matter): void {
    if (from === into) return;
    if (from.issue !== null || into.issue !== null) {
      this.publish(into);
      this.publish(from);
      this.#parts.collector.merge(from.id, into.id);
    }
    into.profile.addAll(from.profile);
    for (const key of from.stories) {
      const story = this.stories.get(key);
      if (story !== undefined) story.matter = into.key;
      into.stories.add(key);
      if (story !== undefined) this.#parts.collector.story(story, into.issue?.id ?? null);
    }
    into.firstAt = Math.min(into.firstAt, from.firstAt);
    into.lastAt = Math.max(into.lastAt, from.lastAt);
    into.unique += from.unique;
    into.items += from.items;
    into.relevant += from.relevant;
    into.open = [...into.open, ...from.open].sort((a, b) => a - b);
    for (const member of from.members.values()) this.enlist(into, member, this.#vectorOf(member));
    this.matters.delete(from.key);
    this.byIssueId.delete(from.id);
    this.profiles.remove(from.key);
    this.profiles.put(into.key, into.profile);
  }

  #memberOf(arrival: Arrival, story: StoryState): Member {
    const area = arrival.facts.areas.find((code) => code.length > 2) ?? null;
    const { id, duplicateOf, at, facts } = arrival;
    return { id, duplicateOf, at, facts, area, story: story.key, storyId: story.id };
  }

  /** Makes an issue of a matter; a second call changes nothing. */
  publish(matter: Matter): void {
    if (matter.issue !== null) return;
    const { window, facts, finder } = this.#parts;
    matter.issue = new IssueRecord(matter.id, { isNew: true });
    for (const position of matter.open) {
      if (!window.isOpen(position)) continue;
      const original = window.originalOf(position);
      const arrival: Arrival = {
        position,
        id: window.idOf(position),
        at: window.atOf(position),
        facts: facts.at(position),
        vector: original === position ? finder.vector(position) : null,
        duplicateOf: original === position || !window.isOpen(original) ? null : window.idOf(original),
      };
      this.enlist(
        matter,
        this.#memberOf(arrival, this.stories.get(window.storyOf(position))!),
        arrival.vector,
      );
    }
    matter.open = [];
    for (const key of matter.stories) this.#parts.collector.story(this.stories.get(key)!, matter.id);
  }

  /** Adds a member to an issue and to the local issue of its regency. */
  enlist(matter: Matter, member: Member, vector: Vector | null): void {
    const issue = matter.issue!;
    matter.members.set(member.id, member);
    const text = vector === null ? null : { own: vector, whole: matter.profile.vector() };
    issue.add(member.facts, member.at, text);
    this.#parts.collector.issue(issue);
    const local = member.area === null ? undefined : this.#local(matter, member.area);
    if (local !== undefined && vector !== null) local.unique++;
    if (local?.issue) {
      local.issue.add(member.facts, member.at, text);
      this.#parts.collector.issue(local.issue);
    } else if (local !== undefined && vector !== null) {
      this.#openLocals(matter);
    }
    this.emit(matter, member);
  }

  #local(matter: Matter, area: string): { unique: number; issue: IssueRecord | null } {
    const known = matter.locals.get(area);
    if (known !== undefined) return known;
    const local = { unique: 0, issue: null };
    matter.locals.set(area, local);
    return local;
  }

  /** Two regencies with enough items of their own make the issue one of the higher tier, with local ones under it. */
  #openLocals(matter: Matter): void {
    const ready = [...matter.locals].filter(([, local]) => local.unique >= this.#parts.settings.localItems);
    if (ready.length < 2) return;
    for (const [area, local] of ready) {
      if (local.issue !== null) continue;
      local.issue = new IssueRecord(localIssueIdOf(matter.id, area), {
        isNew: true,
        parentId: matter.id,
        unit: area,
      });
      this.#parts.collector.issue(local.issue);
      for (const member of matter.members.values()) {
        if (member.area !== area) continue;
        const own = this.#vectorOf(member);
        local.issue.add(
          member.facts,
          member.at,
          own === null ? null : { own, whole: matter.profile.vector() },
        );
        this.emit(matter, member);
      }
    }
  }

  /** The vector of a unique member while it is open; null for re-posts. Of one that has left, an empty vector. */
  #vectorOf(member: Member): Vector | null {
    if (member.duplicateOf !== null) return null;
    const position = this.#parts.window.find(member.id);
    if (position >= 0) return this.#parts.finder.vector(position);
    return { terms: new Uint32Array(0), weights: new Float32Array(0), norm: 0 };
  }

  emit(matter: Matter, member: Member): void {
    const local = member.area === null ? null : (matter.locals.get(member.area)?.issue ?? null);
    this.#parts.collector.assign({
      itemId: member.id,
      duplicateOf: member.duplicateOf,
      storyId: member.storyId,
      issueId: local?.id ?? matter.issue?.id ?? null,
    });
  }

  /** A lone item: grave ones are issues at once, others wait outside the book. */
  considerAlone(arrival: Arrival): void {
    if (isGrave(arrival.facts)) this.#enter(arrival.position);
  }

  /** Lets go of what can take nothing any more. */
  sweep(now: number): void {
    const { settings, window } = this.#parts;
    for (const [key, matter] of this.matters) {
      const isClosed =
        matter.lastAt < now - (matter.issue === null ? settings.windowMs : settings.matterWindowMs);
      if (!isClosed) continue;
      for (const story of matter.stories) this.stories.delete(story);
      this.matters.delete(key);
      this.byIssueId.delete(matter.id);
      this.profiles.remove(key);
    }
    for (const matter of this.matters.values()) {
      if (matter.open.length > 0 && matter.open[0]! < window.low) {
        matter.open = matter.open.filter((position) => window.isOpen(position));
      }
    }
  }
}

/** Sizes at which a matter is compared with the others: rarely once it is large. */
const isCheckpoint = (unique: number): boolean => unique < 8 || unique % 8 === 0;
