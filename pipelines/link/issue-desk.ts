import type { CandidateFinder } from './candidates.ts';
import type { Collector } from './collector.ts';
import type { FactStore } from './facts.ts';
import { IssueRecord, localIssueIdOf } from './issue-record.ts';
import type { KinFinder } from './kin-finder.ts';
import { type Vector, zeroVector } from './likeness.ts';
import type { Matter, Member, StoryState } from './matter.ts';
import type { OpenWindow, Position } from './open-window.ts';
import type { Decider } from './outcome.ts';
import type { LinkSettings } from './settings.ts';

export interface LinkParts {
  window: OpenWindow;
  facts: FactStore;
  finder: CandidateFinder;
  kin: KinFinder;
  collector: Collector;
  settings: LinkSettings;
}

/** Makes issues of matters and keeps their members, local issues and changes. */
export class IssueDesk {
  readonly #parts: LinkParts;
  /** Called with a local issue's id and its matter, so that people can speak of it. */
  readonly #named: (issueId: string, matter: Matter) => void;

  constructor(parts: LinkParts, named: (issueId: string, matter: Matter) => void) {
    this.#parts = parts;
    this.#named = named;
  }

  /** Two that would be one, had people not both in hand: said to whoever may join them. @returns true, always */
  tellAlike(a: Matter, b: Matter): true {
    if (a.issue !== null && b.issue !== null) this.#parts.collector.alike(a.id, b.id);
    return true;
  }

  /** Makes an issue of a matter; a second call changes nothing. */
  publish(matter: Matter, stories: ReadonlyMap<number, StoryState>): void {
    if (matter.issue !== null) return;
    matter.issue = new IssueRecord(matter.id, { isNew: true, locals: matter.localUnits });
    this.#parts.collector.reopen(matter.id);
    this.#parts.collector.issue(matter.issue);
    for (const member of this.openMembers(matter, stories)) this.enlist(matter, member);
    matter.open = [];
    for (const key of matter.stories) {
      const story = stories.get(key);
      if (story !== undefined) this.#parts.collector.story(story, matter.id);
    }
  }

  /** The open items of a matter that is no issue yet, as members. */
  openMembers(matter: Matter, stories: ReadonlyMap<number, StoryState>): Member[] {
    const { window, facts } = this.#parts;
    return matter.open
      .filter((position) => window.isOpen(position))
      .map((position) => {
        const id = window.idOf(position);
        const story = stories.get(window.storyOf(position))!;
        const at = window.atOf(position);
        return memberOf({ id, at, facts: facts.at(position), duplicateOf: this.repeated(position) }, story);
      });
  }

  /** The id of the item that an open one repeats; null when it is unique. */
  repeated(position: Position): string | null {
    const { window } = this.#parts;
    const original = window.originalOf(position);
    return original === position || !window.isOpen(original) ? null : window.idOf(original);
  }

  /** Adds a member to an issue and to the local issue of its regency. */
  enlist(matter: Matter, member: Member): void {
    const issue = matter.issue!;
    matter.members.set(member.id, member);
    const text = this.#textOf(matter, member);
    issue.add(member.facts, member.at, text);
    this.#parts.collector.issue(issue);
    const local = member.area === null ? null : matter.local(member.area);
    if (local !== null && text !== null && member.facts.placed) local.unique++;
    if (local?.issue) {
      local.issue.add(member.facts, member.at, text);
      this.#parts.collector.issue(local.issue);
    } else if (text !== null) {
      this.#openLocals(matter);
    }
    this.emit(matter, member);
  }

  /** Takes a member out of an issue, as a person moved it. */
  withdraw(matter: Matter, member: Member): void {
    if (!matter.members.delete(member.id) || matter.issue === null) return;
    const isUnique = member.duplicateOf === null;
    matter.issue.remove(member.facts, isUnique);
    this.#parts.collector.issue(matter.issue);
    const local = member.area === null ? undefined : matter.locals.get(member.area);
    if (local === undefined) return;
    if (isUnique && member.facts.placed) local.unique--;
    if (local.issue === null) return;
    local.issue.remove(member.facts, isUnique);
    this.#parts.collector.issue(local.issue);
  }

  /**
   * Two regencies, each named by enough unique items, make the issue one of the higher tier, with local ones under it.
   * An outlet's home counts for neither: it says who reads it.
   */
  #openLocals(matter: Matter): void {
    const ready = [...matter.locals].filter(([, local]) => local.unique >= this.#parts.settings.localItems);
    if (ready.length < 2) return;
    for (const [area, local] of ready) {
      if (local.issue !== null) continue;
      this.openLocal(matter, area, localIssueIdOf(matter.id, area), true);
      for (const member of matter.members.values()) {
        if (member.area !== area) continue;
        local.issue!.add(member.facts, member.at, this.#textOf(matter, member));
        this.emit(matter, member);
      }
    }
  }

  openLocal(matter: Matter, area: string, id: string, isNew: boolean): IssueRecord {
    const local = matter.local(area);
    local.issue ??= new IssueRecord(id, { isNew, parentId: matter.id, unit: area });
    this.#named(id, matter);
    this.#parts.collector.reopen(id);
    if (isNew) this.#parts.collector.issue(local.issue);
    return local.issue;
  }

  /** Local issues end with the issue above them: their items stand under the other one now, in its locals. */
  mergeLocals(from: Matter, into: Matter, by: Decider): void {
    for (const [area, { issue }] of from.locals)
      if (issue !== null)
        this.#parts.collector.merge(issue.id, into.locals.get(area)?.issue?.id ?? into.id, by);
  }

  /** A local issue whose last item a person moved on ends in the issue that most lately took one; nobody is left with an empty one. */
  endEmptyLocals(from: Matter, into: Matter): void {
    for (const [area, local] of from.locals) {
      if (local.issue === null || holdsArea(from, area)) continue;
      const heir = into.locals.get(area)?.issue?.id ?? into.id;
      this.#parts.collector.merge(local.issue.id, heir, 'person');
      this.#named(local.issue.id, into);
      from.locals.delete(area);
    }
  }

  /**
   * One regency is left of those for which the matter was one of the higher tier: it is that regency's again, without a
   * local issue that holds the same. One that people work on stays, and one beside which the matter holds more.
   */
  endLoneLocal(matter: Matter, held: ReadonlySet<string>): void {
    const open = [...matter.locals].filter(([, { issue }]) => issue !== null);
    const [area, local] = open[0] ?? [];
    if (open.length !== 1 || area === undefined || !local?.issue || held.has(local.issue.id)) return;
    if (matter.issue?.unitAlone() !== area) return;
    this.#parts.collector.merge(local.issue.id, matter.id, 'person');
    this.#parts.collector.issue(matter.issue);
    local.issue = null;
    for (const member of matter.members.values()) if (member.area === area) this.emit(matter, member);
  }

  /** What a unique member says beside the whole matter; null for re-posts. One that has left the window says nothing. */
  #textOf(matter: Matter, member: Member): { own: Vector; whole: Vector } | null {
    if (member.duplicateOf !== null) return null;
    const position = this.#parts.window.find(member.id);
    const own = position < 0 ? zeroVector : this.#parts.finder.vector(position);
    return { own, whole: matter.profile.vector() };
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
}

function holdsArea(matter: Matter, area: string): boolean {
  for (const member of matter.members.values()) if (member.area === area) return true;
  return false;
}

/** An item as member of an issue; its regency is the first one it names. */
export function memberOf(
  item: Pick<Member, 'id' | 'at' | 'facts' | 'duplicateOf'>,
  story: StoryState,
): Member {
  const { id, at, facts, duplicateOf } = item;
  const area = facts.areas.find((code) => code.length > 2) ?? null;
  return { id, at, facts, duplicateOf, area, story: story.key, storyId: story.id };
}
