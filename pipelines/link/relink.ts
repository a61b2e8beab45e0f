import type { Constraint } from '../../shared/domain/constraint.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { LabelledItem, Link } from '../../shared/domain/labelled-item.ts';
import { createLinker } from './linker.ts';
import type { Assignment, LinkOutcome } from './outcome.ts';
import type { LinkSettings } from './settings.ts';

export interface RelinkInput {
  /** All items to link anew, in time order, with the links they have. */
  items: readonly (LabelledItem & Link)[];
  /** The issues of those links. */
  issues: readonly Pick<Issue, 'id' | 'parentId'>[];
  /** What people decided; subjects by their present ids. */
  acts: readonly Constraint[];
  settings?: Partial<LinkSettings>;
}

export interface RelinkOutcome extends Omit<LinkOutcome, 'merges'> {
  /** Issues that keep their id and number, of those given. Counts and spread of `issues` are whole, not increments. */
  kept: string[];
  /** Issues given that hold no item any more. */
  emptied: string[];
}

/**
 * Builds stories and issues anew from the items. People's acts hold as before; an issue that a new one mostly repeats
 * lends it its id, and so its number. Running it twice changes nothing more.
 */
export function relink({ items, issues, acts, settings }: RelinkInput): RelinkOutcome {
  const parents = new Map(issues.map(({ id, parentId }) => [id, parentId]));
  const linker = createLinker(settings);
  linker.constrain(onItems(acts, items, parents));
  const outcome = linker.linkBatch(items);
  const newParents = new Map(outcome.issues.map(({ id, parentId }) => [id, parentId]));
  const places = new Map(outcome.assignments.map((assignment) => [assignment.itemId, assignment]));
  const names = inheritIds(items, places, [parents, newParents]);
  const rename = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? id));
  const used = new Set(
    outcome.assignments.flatMap(({ issueId }) => lineage(issueId, newParents)).map(rename),
  );
  return {
    assignments: outcome.assignments.map((a) => ({ ...a, issueId: rename(a.issueId) })),
    stories: outcome.stories.map((story) => ({ ...story, issueId: rename(story.issueId) })),
    issues: outcome.issues
      .map((change) => ({ ...change, id: rename(change.id)!, parentId: rename(change.parentId) }))
      .filter(({ id }) => used.has(id)),
    kept: issues.map(({ id }) => id).filter((id) => used.has(id)),
    emptied: issues.map(({ id }) => id).filter((id) => !used.has(id)),
  };
}

type Parents = ReadonlyMap<string, string | null>;

/** An issue and what it stands under. */
function lineage(id: string | null, parents: Parents): string[] {
  if (id === null) return [];
  const parent = parents.get(id);
  return parent ? [id, parent] : [id];
}

/** Issue and story ids may change; the first item of each stands for it. */
function onItems(acts: readonly Constraint[], items: RelinkInput['items'], parents: Parents): Constraint[] {
  const moved = new Set(acts.filter((act) => act.kind === 'pin').map((act) => act.left));
  const first = new Map<string, string>();
  const name = (item: RelinkInput['items'][number]): void => {
    for (const id of [item.storyId, ...lineage(item.issueId, parents)]) {
      if (id !== null && !first.has(id)) first.set(id, item.id);
    }
  };
  // An item that a person moved speaks for its issue only when no other does.
  for (const item of items) if (!moved.has(item.id)) name(item);
  for (const item of items) name(item);
  return acts.map((act) => ({
    ...act,
    left: first.get(act.left) ?? act.left,
    right: first.get(act.right) ?? act.right,
  }));
}

/** Which old id each new issue takes: the pairs that share most items first, national and local ones apart. */
function inheritIds(
  items: RelinkInput['items'],
  places: ReadonlyMap<string, Assignment>,
  [before, after]: readonly [Parents, Parents],
): Map<string, string> {
  const shared = new Map<string, { fresh: string; old: string; items: number }>();
  for (const item of items) {
    const now = lineage(places.get(item.id)?.issueId ?? null, after);
    for (const old of lineage(item.issueId, before)) {
      for (const fresh of now) {
        if ((before.get(old) == null) !== (after.get(fresh) == null)) continue;
        const pair = shared.get(`${fresh} ${old}`) ?? { fresh, old, items: 0 };
        pair.items++;
        shared.set(`${fresh} ${old}`, pair);
      }
    }
  }
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { fresh, old } of [...shared.values()].sort(
    (a, b) => b.items - a.items || (a.old < b.old ? -1 : 1),
  )) {
    if (names.has(fresh) || taken.has(old)) continue;
    names.set(fresh, old);
    taken.add(old);
  }
  return names;
}
