import type { Constraint } from '../../shared/domain/constraint.ts';
import { dayMs } from '../../shared/domain/instant.ts';
import type { LabelledItem, Link } from '../../shared/domain/labelled-item.ts';
import { Acts } from './acts.ts';
import { type Candidate, CandidateFinder } from './candidates.ts';
import { closedStory } from './closed-story.ts';
import { Collector } from './collector.ts';
import { contrastOf } from './contrast.ts';
import { FactStore, type Facts, factsOf } from './facts.ts';
import { storyIdOf } from './issue-record.ts';
import type { Side } from './kin.ts';
import { KinFinder } from './kin-finder.ts';
import { kinshipOf, leaningOfItem } from './kinship.ts';
import { cosine, gaussian, type Vector, vectorOf } from './likeness.ts';
import type { Matter } from './matter.ts';
import { type Arrival, MatterBook } from './matter-book.ts';
import { isRepost, saysOtherwise } from './near-duplicate.ts';
import { OpenWindow, type Position } from './open-window.ts';
import type { LinkOutcome } from './outcome.ts';
import { RepostTable } from './repost-table.ts';
import { defaultLinkSettings, type LinkSettings } from './settings.ts';
import { type KnownIssue, type KnownStory, StoredLinks } from './stored-links.ts';
import { TermSpace, type TextTerms } from './term-space.ts';

export interface Linker {
  /**
   * Links items in the order given (time order live; a late one is taken as it comes). An item already known gets
   * the place it has. The result does not depend on how a stream is cut into batches.
   */
  linkBatch(items: readonly LabelledItem[]): LinkOutcome;
  /**
   * Takes stored items in with the links they have, oldest first, in any number of calls; decides nothing and
   * reports nothing. Items of open issues may be older than the window: they tell what the issue says.
   * @param issues of these items, with their parents; a local issue without its parent is taken for its own
   * @param stories of these items: without them an act cannot be taken back any more
   */
  restore(
    items: readonly (LabelledItem & Link)[],
    issues?: readonly KnownIssue[],
    stories?: readonly KnownStory[],
  ): void;
  /**
   * Takes stored items in as `restore` does, but between others that are linked: what waited for them is carried out.
   * @param stories of these items; their issues must be known
   */
  keep(items: readonly (LabelledItem & Link)[], stories: readonly KnownStory[]): LinkOutcome;
  /**
   * Sets what people decided, all of it; carries it out on what is held now, and every later call obeys it. What was
   * taken back since the last call returns to where it stood.
   * @param obeyed what a linker whose items were restored here had carried out already
   */
  constrain(acts: readonly Constraint[], obeyed?: readonly Constraint[]): LinkOutcome;
  /** Says which issues people work on: from now on only people make one of these part of another. */
  hold(issueIds: ReadonlySet<string>): void;
  /** The topmost issue that an issue, story or item id stands for; null when it is in none or no longer held. */
  issueOf(id: string): string | null;
  /** Items in the open window. */
  readonly open: number;
}

/** The single writer's memory of the last 72 hours; pure: no clock, no randomness, no I/O. */
export function createLinker(settings: Partial<LinkSettings> = {}): Linker {
  return new WindowLinker({ ...defaultLinkSettings, ...settings });
}

interface Verified {
  original: Position | null;
  twin: Position | null;
}

/** Items between two sweeps of closed stories, or a day. Chosen: a sweep costs about as much as linking ten items. */
const sweepEvery = 1_024;

/** Items of which a matter has to consist to say something as a whole. */
const wholeMembers = 4;

class WindowLinker implements Linker {
  readonly #settings: LinkSettings;
  readonly #space = new TermSpace();
  readonly #window = new OpenWindow();
  readonly #facts = new FactStore();
  readonly #reposts = new RepostTable();
  readonly #finder = new CandidateFinder(this.#window, this.#space);
  readonly #collector = new Collector();
  readonly #kin: KinFinder;
  readonly #book: MatterBook;
  readonly #acts: Acts;
  readonly #keeper: StoredLinks;
  #isRestored = false;
  #now = Number.NEGATIVE_INFINITY;
  #sweptAt = Number.NEGATIVE_INFINITY;

  constructor(settings: LinkSettings) {
    this.#settings = settings;
    this.#kin = new KinFinder(this.#window, settings);
    this.#book = new MatterBook({
      window: this.#window,
      facts: this.#facts,
      finder: this.#finder,
      kin: this.#kin,
      collector: this.#collector,
      settings,
    });
    this.#acts = new Acts(this.#book, this.#window);
    this.#keeper = new StoredLinks(this.#book);
  }

  get open(): number {
    return this.#window.size;
  }

  linkBatch(items: readonly LabelledItem[]): LinkOutcome {
    if (this.#isRestored) this.#acts.resettle();
    this.#isRestored = false;
    for (const item of items) this.#link(item);
    return this.#collector.take();
  }

  constrain(acts: readonly Constraint[], obeyed: readonly Constraint[] = []): LinkOutcome {
    this.#acts.set(acts, obeyed);
    return this.#collector.take();
  }

  hold(issueIds: ReadonlySet<string>): void {
    this.#book.held = issueIds;
  }

  issueOf(id: string): string | null {
    return this.#acts.matterOf(id)?.issue?.id ?? null;
  }

  restore(
    items: readonly (LabelledItem & Link)[],
    issues: readonly KnownIssue[] = [],
    stories: readonly KnownStory[] = [],
  ): void {
    this.#keeper.know(issues, stories);
    for (const item of items) this.#restore(item);
    // Lets go of those that turned out to stand with others.
    this.#book.kindred.single();
    this.#collector.take();
    this.#isRestored = true;
  }

  keep(items: readonly (LabelledItem & Link)[], stories: readonly KnownStory[]): LinkOutcome {
    this.#keeper.know([], stories);
    for (const item of items) this.#restore(item);
    this.#collector.take();
    for (const { id } of items) this.#acts.placed(id);
    return this.#collector.take();
  }

  #restore(item: LabelledItem & Link): void {
    if (item.storyId === null || this.#window.find(item.id) >= 0) return;
    const { at, text, keys, vector } = this.#read(item);
    const known = item.duplicateOf === null ? -1 : this.#window.find(item.duplicateOf);
    const original = known < 0 ? null : this.#window.originalOf(known);
    const position = this.#window.add(item.id, at, text, original);
    const facts = factsOf(item);
    this.#facts.add(facts);
    this.#reposts.put(keys, original ?? position);
    if (original === null) {
      this.#space.learn(text.terms);
      this.#kin.learn({ position, at, facts, vector }, item.storyId === storyIdOf(item.id));
    }
    const arrival = { position, id: item.id, at, facts, vector, duplicateOf: item.duplicateOf };
    this.#keeper.keep(
      { ...arrival, vector: item.duplicateOf === null ? vector : null },
      item.storyId,
      item.issueId,
    );
    const isFirst = item.issueId === null || item.storyId === storyIdOf(item.id);
    if (isFirst && original === null && (facts.relevant || facts.near))
      this.#kin.keepLone(position, this.#kin.sideOfItem({ ...arrival, vector }));
  }

  #link(item: LabelledItem): void {
    const known = this.#window.find(item.id);
    if (known >= 0) {
      this.#repeat(known);
      return;
    }
    const { at, text, keys, vector } = this.#read(item);
    const facts = factsOf(item);
    const quick = this.#verified(this.#reposts.candidates(keys), text, facts);
    const near = quick.original === null ? this.#finder.find(vector) : [];
    const slow = this.#verified(
      near.map((candidate) => candidate.position),
      text,
      facts,
    );
    const original = quick.original ?? slow.original;
    const position = this.#window.add(item.id, at, text, original);
    this.#facts.add(facts);
    this.#reposts.put(keys, original ?? position);
    const arrival: Arrival = { position, id: item.id, at, facts, vector, duplicateOf: null };
    const twin = quick.twin ?? slow.twin;
    if (original === null) this.#placeUnique(arrival, vector, this.#ofOneMatter(near, facts), text, twin);
    else this.#placeRepost(arrival, original);
    this.#acts.placed(item.id);
  }

  /** Moves the window on to the item and reads it. */
  #read(item: LabelledItem): { at: number; text: TextTerms; keys: Uint32Array; vector: Vector } {
    // A date in the future would close every story: no item is newer than its collection.
    const at = Math.min(item.publishedAt, item.collectedAt);
    this.#advance(at);
    const text = this.#space.read(textOf(item));
    const keys = this.#reposts.keysOf(text.list, text.sequence);
    return { at, text, keys, vector: vectorOf(text.terms, text.counts, this.#space) };
  }

  /**
   * The oldest open item that `text` repeats, and the oldest that it would repeat but for a denial, a number or a body: no
   * re-post of it, yet of its story.
   */
  #verified(positions: Iterable<Position>, text: TextTerms, facts: Facts): Verified {
    let original: Position | null = null;
    let twin: Position | null = null;
    for (const position of positions) {
      if (!this.#window.isOpen(position)) continue;
      if (original !== null && position >= original) continue;
      if (!isRepost(text, this.#window.peek(position), this.#settings)) continue;
      if (saysOtherwise(facts, this.#facts.at(position))) continue;
      const contrast = contrastOf(text.tokens, this.#window.tokensOf(position));
      if (contrast === null) original = position;
      else if (contrast.kind !== 'place') twin = twin === null ? position : Math.min(twin, position);
    }
    return { original, twin };
  }

  /** Of a list of headlines each belongs to another matter: it joins none of them, and none joins it. */
  #ofOneMatter(near: readonly Candidate[], { isList }: Facts): readonly Candidate[] {
    return isList ? [] : near.filter(({ position }) => !this.#facts.isList(position));
  }

  #placeRepost(arrival: Arrival, original: Position): void {
    const story = this.#book.storyAt(original);
    const duplicateOf = this.#window.idOf(original);
    this.#collector.assign({ itemId: arrival.id, duplicateOf, storyId: story.id, issueId: null });
    this.#book.join({ ...arrival, vector: null, duplicateOf }, story);
  }

  #placeUnique(
    arrival: Arrival,
    vector: Vector,
    near: readonly Candidate[],
    text: TextTerms,
    twin: Position | null,
  ): void {
    this.#space.learn(text.terms);
    const isOfTwin = twin !== null && this.#acts.allows(arrival.id, this.#book.matterKeyOf(twin));
    const story = isOfTwin ? twin : this.#likestStory(arrival, near);
    if (story !== null) {
      const state = this.#book.storyAt(story);
      this.#collector.assign({ itemId: arrival.id, duplicateOf: null, storyId: state.id, issueId: null });
      this.#kin.learn({ ...arrival, vector }, false);
      this.#book.join(arrival, state);
      return;
    }
    const told = { ...arrival, vector };
    const mayBelong = arrival.facts.relevant || arrival.facts.near;
    const side = mayBelong ? this.#kin.sideOfItem(told) : null;
    const likest = arrival.facts.isList ? null : this.#likestMatter(arrival, vector, near);
    const matter = likest ?? this.#kinOf(arrival.id, side);
    const home = matter === null ? null : this.#book.matter(matter);
    const openFrom = this.#now - this.#settings.windowMs;
    const reopened = home === null ? null : closedStory(home, this.#book.stories, vector, openFrom);
    this.#kin.learn(told, reopened === null);
    const storyId = reopened?.id ?? storyIdOf(arrival.id);
    this.#collector.assign({ itemId: arrival.id, duplicateOf: null, storyId, issueId: null });
    if (home !== null) {
      this.#book.join(arrival, reopened ?? this.#book.found(storyId, arrival.position, home));
    } else {
      if (side !== null) this.#kin.keepLone(arrival.position, side);
      this.#book.considerAlone(arrival);
    }
  }

  #kinOf(id: string, side: Side | null): number | null {
    return side === null ? null : this.#book.kindred.of(side, (key) => this.#acts.allows(id, key));
  }

  #likestStory(arrival: Arrival, near: readonly Candidate[]): Position | null {
    const { storySigmaMs, storyThreshold, storyThresholdPerDecade } = this.#settings;
    let best: Position | null = null;
    let most = storyThreshold + storyThresholdPerDecade * this.#density();
    for (const { position, likeness } of near) {
      const matter = this.#book.matterKeyOf(position);
      const score =
        likeness *
        this.#kinship(arrival, matter) *
        gaussian(arrival.at - this.#window.atOf(position), storySigmaMs);
      if (score > most && this.#mayJoin(arrival, matter)) [best, most] = [position, score];
    }
    return best;
  }

  /** The matter whose likeness is furthest above what is asked: of one of its items, or of its profile. */
  #likestMatter(arrival: Arrival, vector: Vector, near: readonly Candidate[]): number | null {
    const { matterSigmaMs, matterThreshold, matterThresholdPerDecade, profileThreshold } = this.#settings;
    let best: number | null = null;
    let most = 1;
    const consider = (matter: number, likeness: number, at: number, threshold: number): void => {
      const kinship = this.#kinship(arrival, matter);
      const excess = (likeness * kinship * gaussian(arrival.at - at, matterSigmaMs)) / threshold;
      if (excess > most && this.#mayJoin(arrival, matter)) [best, most] = [matter, excess];
    };
    const ofItems = matterThreshold + matterThresholdPerDecade * this.#density();
    for (const { position, likeness } of near) {
      consider(this.#book.matterKeyOf(position), likeness, this.#window.atOf(position), ofItems);
    }
    for (const { matter: profile, likeness } of this.#book.profiles.nearest(vector)) {
      const matter = this.#book.matter(this.#book.ownerOf(profile));
      consider(matter.key, likeness, matter.lastAt, profileThreshold);
    }
    return best;
  }

  #mayJoin(arrival: Arrival, matter: number): boolean {
    return this.#acts.allows(arrival.id, matter) && this.#resembles(arrival, this.#book.matters.get(matter));
  }

  /** One item alike is too little to join a matter that says something else as a whole. */
  #resembles(arrival: Arrival, matter: Matter | undefined): boolean {
    const { vector } = arrival;
    if (vector === null || matter === undefined || matter.profile.members < wholeMembers) return true;
    if (cosine(vector, matter.profile.vector()) >= this.#settings.wholeThreshold) return true;
    return this.#kin.score(this.#kin.sideOfItem({ ...arrival, vector }), this.#kin.sideOfMatter(matter)) >= 0;
  }

  #kinship(arrival: Arrival, matter: number): number {
    return kinshipOf(leaningOfItem(arrival.facts), this.#book.leaningOf(matter), this.#settings);
  }

  /** Decades of open items above twenty. */
  #density(): number {
    return Math.max(0, Math.log10(this.#window.size / 20));
  }

  #repeat(position: Position): void {
    const original = this.#window.originalOf(position);
    const story = this.#book.stories.get(this.#window.storyOf(position));
    const id = this.#window.idOf(position);
    const member = story === undefined ? undefined : this.#book.matters.get(story.matter)?.members.get(id);
    if (member !== undefined) {
      this.#book.desk.emit(this.#book.matter(story!.matter), member);
      return;
    }
    this.#collector.assign({
      itemId: id,
      duplicateOf:
        original === position || !this.#window.isOpen(original) ? null : this.#window.idOf(original),
      storyId: story?.id ?? storyIdOf(id),
      issueId: null,
    });
  }

  #advance(at: number): void {
    this.#now = Math.max(this.#now, at);
    const oldest = this.#now - this.#settings.windowMs;
    this.#window.evict((itemAt) => itemAt < oldest, this.#settings.maximumOpen - 1);
    this.#facts.evictBefore(this.#window.low);
    if (this.#window.high % sweepEvery !== 0 && this.#now - this.#sweptAt < dayMs) return;
    this.#sweptAt = this.#now;
    this.#book.sweep(this.#now);
  }
}

/** A title is often the text's beginning: it is not read twice then. */
function textOf(item: LabelledItem): string {
  if (item.title === null || item.text.startsWith(item.title)) return item.text;
  return `${item.title}\n${item.text}`;
}
