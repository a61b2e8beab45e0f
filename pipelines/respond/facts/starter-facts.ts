import type { Fact, FactContent } from '../../../shared/domain/fact.ts';
import { hashId } from '../../../shared/domain/ids.ts';
import { createFact, type FactDeps } from './keep-fact.ts';
import starter from './starter-facts.json' with { type: 'json' };

/** Written for the project from public rules and figures; each names where it can be read. */
export const starterFacts = starter as readonly (Omit<FactContent, 'unit'> & { key: string })[];

/** Who wrote the bundled facts; so that any approver of the unit may approve them once they have checked the source. */
export const starterAuthor = 'saring';

/** One id a unit and fact, so that a second time adds only what is new. */
const starterId = (unit: string, key: string): string => hashId(`starter fact ${unit} ${key}`);

/** Adds the bundled facts to a unit's library, unapproved: a person reads each source first. @returns those added */
export async function addStarterFacts(deps: FactDeps, unit: string): Promise<Fact[]> {
  const wanted = starterFacts.map(({ key, ...content }) => ({ content, id: starterId(unit, key) }));
  return deps.records.transaction(async (records) => {
    const there = new Set((await records.facts.many(wanted.map(({ id }) => id))).map(({ id }) => id));
    const added: Fact[] = [];
    for (const { content, id } of wanted.filter((one) => !there.has(one.id)))
      added.push(
        await createFact({ ...deps, records }, { ...content, unit }, { by: starterAuthor, reason: null, id }),
      );
    return added;
  });
}
