import type { StoryMove } from '../../shared/domain/story.ts';

interface Lead {
  to: string;
  /** The act of a person; null where the machine did it. */
  by: string | null;
}

/**
 * How issues became part of others, as steps that can be taken out again one by one, in any order: where a story
 * stands is where the steps that are left lead from its place. Of the steps of one issue the last one counts.
 */
export class Leads {
  readonly #of = new Map<string, Lead[]>();

  /** A step from an issue to itself says that it stands alone in spite of those before. */
  add(from: string, to: string, by: string | null): void {
    const before = (this.#of.get(from) ?? []).filter((lead) => lead.to !== to || lead.by !== by);
    this.#of.set(from, [...before, { to, by }]);
  }

  /** Where an issue leads once all that came later was taken back. */
  addBelow(from: string, to: string): void {
    this.#of.set(from, [{ to, by: null }, ...(this.#of.get(from) ?? [])]);
  }

  forget(issueId: string): void {
    this.#of.delete(issueId);
  }

  /** The issue that stands for this one now. */
  endOf(issueId: string): string {
    const next = this.#of.get(issueId)?.at(-1)?.to ?? issueId;
    return next === issueId ? issueId : this.endOf(next);
  }

  /** Takes out the steps of acts that are not in force. @returns the issues that they led away from */
  keepOnly(inForce: ReadonlySet<string>): string[] {
    const changed: string[] = [];
    for (const [issueId, leads] of this.#of) {
      const left = leads.filter(({ by }) => by === null || inForce.has(by));
      if (left.length === leads.length) continue;
      changed.push(issueId);
      this.#of.set(issueId, left);
    }
    for (const issueId of changed) this.#breakCircle(issueId);
    return changed;
  }

  /** An issue that would lead back to itself stands for itself. */
  #breakCircle(issueId: string): void {
    const seen = new Set<string>();
    let at = issueId;
    for (;;) {
      const next = this.#of.get(at)?.at(-1)?.to ?? at;
      if (next === at) return;
      if (seen.has(at)) break;
      seen.add(at);
      at = next;
    }
    this.#of.set(at, this.#of.get(at)!.slice(0, -1));
    this.#breakCircle(at);
  }

  /** All issues that have led elsewhere. */
  get issues(): string[] {
    return [...this.#of.keys()];
  }

  /** Places of a story, but the first, and the steps that lead on from them, to be stored. */
  movesOf(places: readonly { issue: string; by: string | null }[]): StoryMove[] {
    const alone = places.slice(1).map(({ issue, by }): StoryMove => ({ from: null, to: issue, by }));
    const seen = new Set<string>();
    const steps: StoryMove[] = [];
    const walk = (from: string): void => {
      if (seen.has(from)) return;
      seen.add(from);
      for (const { to, by } of this.#of.get(from) ?? []) {
        steps.push({ from, to, by });
        walk(to);
      }
    };
    for (const { issue } of places) walk(issue);
    return [...alone, ...steps];
  }
}
