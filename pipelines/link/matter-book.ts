import type { Facts } from './facts.ts';
import { IssueDesk, type LinkParts, memberOf } from './issue-desk.ts';
import { issueIdOf, storyIdOf } from './issue-record.ts';
import { doublings, KinSearch } from './kin-search.ts';
import { kinshipOf, type Leaning, leaningOfItem, leaningOfMatter } from './kinship.ts';
import { Leads } from './leads.ts';
import { cosine, type Vector } from './likeness.ts';
import { isGrave, isIssue, isMostlyRelevant, Matter, newStory, type StoryState } from './matter.ts';
import type { Position } from './open-window.ts';
import type { Decider } from './outcome.ts';
import { ProfileIndex } from './profile-index.ts';

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
 * Stories and matters and who is in them. A lone item is its own story and matter and costs nothing here: it is
 * entered only when something joins it.
 */
export class MatterBook {
  readonly #parts: LinkParts;
  readonly desk: IssueDesk;
  readonly stories = new Map<number, StoryState>();
  readonly matters = new Map<number, Matter>();
  /** Issues, national and local, to the matter they show; ids of merged ones lead to what they became. */
  readonly byIssueId = new Map<string, Matter>();
  readonly leads = new Leads();
  readonly storyKeys = new Map<string, number>();
  readonly profiles = new ProfileIndex();
  readonly #facetOwners = new Map<number, number>();
  /** What people merged away, as it was then: its own words and places go on finding the other. */
  readonly facetMatters = new Map<number, Matter>();
  readonly kindred: KinSearch;
  keepApart: (a: Matter, b: Matter) => boolean = () => false;
  /** Issues that people work on: the machine makes none of them part of another. */
  held: ReadonlySet<string> = new Set();
  /** Issues that people made by a split that stands: they are held, too. */
  splitOff: ReadonlySet<string> = new Set();
  /** Local issues opened so far: their ids may be what an act waits for. */
  localsOpened = 0;
  /** Stored items are taken in as they were: nothing is published or united. */
  isRestoring = false;
  #synthetic = -1;

  constructor(parts: LinkParts) {
    this.#parts = parts;
    this.kindred = new KinSearch(parts, this);
    this.desk = new IssueDesk(parts, (id, matter) => {
      this.byIssueId.set(id, matter);
      this.localsOpened++;
    });
  }

  holds(position: Position): boolean {
    return this.#parts.window.isOpen(position);
  }

  /** A key for what no open item stands for. */
  nextKey(): number {
    return --this.#synthetic;
  }

  /** Key of the matter that an open item is in. */
  matterKeyOf(position: Position): number {
    const story = this.#parts.window.storyOf(position);
    const known = this.stories.get(story);
    if (known !== undefined) return known.matter;
    return this.#parts.window.isOpen(story) ? story : position;
  }

  /** What the labels of a matter, or of a lone item, lean to. */
  leaningOf(key: number): Leaning {
    const matter = this.matters.get(key);
    return matter === undefined ? leaningOfItem(this.#parts.facts.at(key)) : leaningOfMatter(matter);
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

  open(key: number, issueId: string): Matter {
    const matter = new Matter(key, issueId);
    this.matters.set(key, matter);
    this.byIssueId.set(issueId, matter);
    return matter;
  }

  /** Enters a lone item as a story in a matter of its own. */
  #enter(position: Position): StoryState {
    const { window, facts, finder } = this.#parts;
    const id = window.idOf(position);
    const story = this.found(storyIdOf(id), position, this.open(position, issueIdOf(id)));
    const vector = finder.vector(position);
    this.join(
      { position, id, at: window.atOf(position), facts: facts.at(position), duplicateOf: null, vector },
      story,
    );
    return story;
  }

  /** A new, empty story in a matter. */
  found(id: string, key: number, matter: Matter): StoryState {
    const story = newStory(id, key, matter);
    this.stories.set(key, story);
    this.storyKeys.set(id, key);
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
    // Chatter is never looked up by its profile, and there is most of it.
    if (arrival.vector !== null && isMostlyRelevant(matter)) {
      story.face ??= arrival.vector;
      matter.profile.add(arrival.vector);
      this.#parts.kin.change(matter, arrival.vector, 1);
    }
    if (matter.issue !== null) this.desk.enlist(matter, memberOf(arrival, story));
    else matter.open.push(arrival.position);
    if (matter.issue === null && !this.isRestoring && isIssue(matter)) {
      this.desk.publish(matter, this.stories);
    }
    this.#parts.collector.story(story, matter.issue?.id ?? null);
    if (arrival.vector !== null) this.#remember(matter);
  }

  /** Only matters that are or may become issues are found by their profile. */
  #remember(matter: Matter): void {
    if (!isMostlyRelevant(matter) || !isCheckpoint(matter.unique)) return;
    this.profiles.put(matter.key, matter.profile);
    if (this.isRestoring || matter.unique < 3) return;
    this.#unite(matter);
    this.#pickUp(this.matters.get(matter.key) ?? matter);
  }

  /** Two matters that tell of the same are one: the one that people work on stays, else the older. */
  #unite(matter: Matter): void {
    const other = this.#alike(matter) ?? this.kindred.nearest(matter);
    if (other === null) return;
    const otherStays = this.isHeld(other) || (!this.isHeld(matter) && other.firstAt <= matter.firstAt);
    if (otherStays) this.merge(matter, other, 'machine');
    else this.merge(other, matter, 'machine');
  }

  /** People work on it, or on a local issue of it, or made it. */
  isHeld(matter: Matter): boolean {
    if (matter.issue === null) return false;
    if (this.splitOff.has(matter.id) || this.held.has(matter.id)) return true;
    if (this.held.size === 0) return false;
    return [...matter.locals.values()].some(({ issue }) => issue !== null && this.held.has(issue.id));
  }

  /** People keep them apart, or work on both: only people make one of those, and are told that they might. */
  mayNotUnite(a: Matter, b: Matter): boolean {
    return this.keepApart(a, b) || (this.isHeld(a) && this.isHeld(b) && this.desk.tellAlike(a, b));
  }

  /** A matter whose words have grown alike. */
  #alike(matter: Matter): Matter | null {
    const { settings } = this.#parts;
    for (const { matter: key, likeness } of this.profiles.nearest(matter.profile.vector())) {
      const other = this.matters.get(this.ownerOf(key))!;
      if (other === matter || other.unique < 2 || !isMostlyRelevant(other)) continue;
      if (
        Math.max(matter.firstAt, other.firstAt) - Math.min(matter.lastAt, other.lastAt) >
        settings.matterWindowMs
      )
        continue;
      const kinship = kinshipOf(leaningOfMatter(matter), leaningOfMatter(other), settings);
      if (likeness * kinship < this.#mergeThreshold(Math.min(matter.unique, other.unique))) continue;
      if (!this.mayNotUnite(matter, other)) return other;
    }
    return null;
  }

  /** Large matters that did not unite while they were small are likelier two: a wrong merge of them costs most. */
  #mergeThreshold(smaller: number): number {
    const { mergeThreshold, mergeThresholdPerDoubling } = this.#parts.settings;
    return mergeThreshold + mergeThresholdPerDoubling * doublings(smaller);
  }

  /** Items that came before the matter had words enough to be told by stand alone still: they are looked for now. */
  #pickUp(matter: Matter): void {
    const { finder, facts, settings, window } = this.#parts;
    if (!this.matters.has(matter.key)) return;
    for (const { position } of finder.find(matter.profile.vector())) {
      if (this.stories.has(window.storyOf(position)) || !facts.at(position).relevant) continue;
      const likeness = cosine(finder.vector(position), matter.profile.vector());
      const kinship = kinshipOf(leaningOfItem(facts.at(position)), leaningOfMatter(matter), settings);
      if (likeness * kinship >= settings.mergeThreshold) this.#takeIn(matter, this.matterKeyOf(position));
    }
    this.#pickUpKin(matter);
  }

  #pickUpKin(matter: Matter): void {
    const { kin, settings } = this.#parts;
    const own = kin.sideOfMatter(matter);
    for (const [position, side] of this.kindred.single()) {
      const asked = settings.kinJoin + (side.leaning.relevant ? 0 : settings.kinStranger);
      const key = this.matterKeyOf(position);
      if (key === matter.key || kin.score(own, side) <= asked) continue;
      if (this.kindred.of(side, (other) => other !== key) === matter.key) this.#takeIn(matter, key);
    }
  }

  #takeIn(matter: Matter, loneKey: number): void {
    const lone = this.matter(loneKey);
    if (this.keepApart(lone, matter)) return;
    if (this.isHeld(lone)) this.desk.tellAlike(lone, matter);
    else this.merge(lone, matter, 'machine');
  }

  /**
   * Moves everything of one matter into another; its issue's id leads there from now on.
   * @param by whose words the two share: what a person joined may share none
   * @param decider who wanted it, where that is another: the machine carries out what a person took back
   * @param act the person's act that says so
   */
  merge(from: Matter, into: Matter, by: Decider, decider = by, act: string | null = null): void {
    if (from === into) return;
    this.leads.add(from.id, into.id, act);
    if (from.issue !== null) {
      this.desk.publish(into, this.stories);
      this.#parts.collector.merge(from.id, into.id, decider);
    }
    const members =
      from.issue === null ? this.desk.openMembers(from, this.stories) : [...from.members.values()];
    if (by === 'machine') {
      into.profile.addAll(from.profile);
      into.sense.add(from.sense);
    }
    into.absorb(from);
    for (const key of from.stories) this.#restoryTo(into, key);
    if (into.issue === null) into.open = [...into.open, ...from.open].sort((a, b) => a - b);
    else for (const member of members) this.desk.enlist(into, member);
    this.desk.mergeLocals(from, into, decider);
    this.matters.delete(from.key);
    this.#rehome(from, into, by === 'person');
    for (const [id, matter] of this.byIssueId) if (matter === from) this.byIssueId.set(id, into);
    if (isMostlyRelevant(into)) this.profiles.put(into.key, into.profile);
    if (into.issue === null && isIssue(into)) this.desk.publish(into, this.stories);
  }

  /**
   * What a person joined may share no words: it goes on being found by its own. Facets are keys of profiles that
   * now speak for another matter.
   */
  #rehome(from: Matter, into: Matter, isFacet: boolean): void {
    if (isFacet) this.facetMatters.set(from.key, from);
    else this.profiles.remove(from.key);
    for (const key of isFacet ? [from.key, ...from.facets] : from.facets) {
      into.facets.push(key);
      this.#facetOwners.set(key, into.key);
    }
  }

  /** A matter that a person parts again speaks for itself: nothing of its words leads to the other any more. */
  dropFacets(of: Matter, issueId: string): void {
    for (const key of of.facets.filter((facet) => this.facetMatters.get(facet)?.id === issueId)) {
      of.facets.splice(of.facets.indexOf(key), 1);
      this.profiles.remove(key);
      this.#facetOwners.delete(key);
      this.facetMatters.delete(key);
    }
  }

  /** The matter that a profile speaks for. */
  ownerOf(profileKey: number): number {
    return this.#facetOwners.get(profileKey) ?? profileKey;
  }

  #restoryTo(into: Matter, key: number): void {
    const story = this.stories.get(key);
    if (story === undefined) return;
    story.matter = into.key;
    if (story.homes.at(-1) !== into.id) story.homes = [...story.homes, into.id];
    into.stories.add(key);
    this.retell(story);
  }

  /** Says anew where a story stands and what brought it there. */
  retell(story: StoryState): void {
    story.moves = this.leads.movesOf(story.places);
    this.#parts.collector.story(story, this.matters.get(story.matter)?.issue?.id ?? null);
  }

  /** Moves one story into another matter, as a person wants it; what it leaves may be empty. */
  moveStory(story: StoryState, into: Matter): void {
    const from = this.matter(story.matter);
    if (from === into) return;
    this.desk.publish(into, this.stories);
    const members =
      from.issue === null ? this.desk.openMembers(from, this.stories) : [...from.members.values()];
    for (const member of members) {
      if (member.story !== story.key) continue;
      this.desk.withdraw(from, member);
      const position = this.#parts.window.find(member.id);
      const isUnique = member.duplicateOf === null;
      if (isUnique && position >= 0) {
        const vector = this.#parts.finder.vector(position);
        from.profile.add(vector, -1);
        into.profile.add(vector);
        this.#parts.kin.change(from, vector, -1);
        this.#parts.kin.change(into, vector, 1);
      }
      from.lose(member.facts, isUnique);
      into.see(member.at, member.facts, isUnique);
      this.desk.enlist(into, member);
    }
    from.open = from.open.filter((position) => this.#parts.window.storyOf(position) !== story.key);
    from.stories.delete(story.key);
    this.#restoryTo(into, story.key);
    this.desk.endEmptyLocals(from, into);
    this.desk.endLoneLocal(from, this.held);
    for (const matter of [from, into]) this.#reprofile(matter);
  }

  #reprofile(matter: Matter): void {
    if (isMostlyRelevant(matter)) this.profiles.put(matter.key, matter.profile);
    else this.profiles.remove(matter.key);
  }

  /** A lone item: grave ones are issues at once, others wait outside the book. */
  considerAlone(arrival: Arrival): void {
    if (isGrave(arrival.facts)) this.#enter(arrival.position);
  }

  #forget(matter: Matter): void {
    this.matters.delete(matter.key);
    this.profiles.remove(matter.key);
    for (const key of matter.facets) {
      this.profiles.remove(key);
      this.#facetOwners.delete(key);
      this.facetMatters.delete(key);
    }
  }

  /** Lets go of what can take nothing any more. */
  sweep(now: number): void {
    const { settings, window } = this.#parts;
    const closed = new Set<Matter>();
    for (const matter of this.matters.values()) {
      const silence = matter.issue === null ? settings.windowMs : settings.matterWindowMs;
      if (matter.lastAt < now - silence) closed.add(matter);
      else if (matter.open.length > 0 && matter.open[0]! < window.low) {
        matter.open = matter.open.filter((position) => window.isOpen(position));
      }
    }
    for (const matter of closed) this.#close(matter);
    if (closed.size === 0) return;
    for (const [id, matter] of this.byIssueId) {
      if (!closed.has(matter)) continue;
      this.byIssueId.delete(id);
      this.leads.forget(id);
    }
  }

  #close(matter: Matter): void {
    for (const key of matter.stories) {
      const story = this.stories.get(key);
      if (story !== undefined) this.storyKeys.delete(story.id);
      this.stories.delete(key);
    }
    this.#forget(matter);
  }
}

/** Sizes at which a matter is compared with the others: rarely once it is large. */
const isCheckpoint = (unique: number): boolean => unique < 8 || unique % 8 === 0;
