import { claimState } from '../../shared/domain/claim.ts';
import type { ClaimLink } from '../../shared/domain/claim-link.ts';
import { fullText } from '../../shared/domain/full-text.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { hashString } from '../../shared/text/hash.ts';
import { stanceTowards } from '../claims/claim-stance.ts';
import { linkIdOf } from '../claims/decide-links.ts';
import type { KnowledgeBase, Match } from '../claims/knowledge-base.ts';
import { wordsOf } from '../link/words.ts';
import { followsOriginal, inheritedLinks } from './inherited-links.ts';
import { countedAt } from './observe-items.ts';

export interface MatchDeps {
  index: Pick<ItemIndex, 'get'>;
  records: Records;
  clock: Clock;
  knowledge: KnowledgeBase;
  /** What each issue was compared with last, by issue; grows to `mostIssues`. Without it issues are compared every time. */
  seen?: Map<string, string>;
}

export interface ToMatch {
  itemIds?: readonly string[];
  issueIds?: readonly string[];
}

export interface MatchResult {
  /** Items and issues that were compared. */
  matched: number;
  /** Links that the machine made by itself: near-identical to an approved claim. */
  linked: ClaimLink[];
}

/** "At least 8 words": shorter texts fit everything. */
const leastWords = 8;
/**
 * Share of a claim's words, rare ones counting more, that a text must hold for the claim to be put before a person.
 * Measured on 3,605 pairs and 1,500 ordinary posts: of the right claims among the first five 2.4 % lie below, and an
 * ordinary post keeps 3.3 of five suggestions instead of all.
 */
const leastHeld = 0.2;

/**
 * Compares items and issues with the knowledge base and stores what they may be about: five suggestions each, and a
 * link where the text is near-identical to an approved claim. Issues of the items are compared with them. Idempotent;
 * what a person decided stays.
 */
export async function matchClaims(
  deps: MatchDeps,
  { itemIds = [], issueIds = [] }: ToMatch,
): Promise<MatchResult> {
  const { index, records, knowledge } = deps;
  const sequence = await knowledge.refresh();
  if (knowledge.size === 0) return { matched: 0, linked: [] };
  const items = await index.get(itemIds, nationalScope);
  const issues = (await issuesToMatch(records, items, issueIds)).filter((issue) =>
    isUnseen(issue, sequence, deps.seen),
  );
  const context = await readContext(deps, items, issues);
  const now = deps.clock.now();
  const [unique, reposts] = [false, true].map((isRepost) =>
    items.filter((item) => followsOriginal(item, context.originals) === isRepost),
  ) as [IndexedItem[], IndexedItem[]];
  const own = unique.flatMap((item) => ownLinks(item, knowledge, context, now));
  // Links of this batch count for its re-posts at once.
  const kept = keptLinks([...items, ...issues], knowledge, context, now);
  const linkedTo = await linksInForce(records, context, [...own, ...kept], unique);
  const links = [
    ...own,
    ...reposts.flatMap((item) => repostLinks(item, knowledge, { ...context, linkedTo }, now)),
    ...issues.flatMap((issue) => issueLinks(issue, knowledge, context, now)),
    ...kept,
  ];
  const subjects = [...items, ...issues].map(({ id }) => id);
  const linked = await store(records, subjects, links, now);
  return { matched: subjects.length, linked };
}

async function issuesToMatch(
  records: Records,
  items: readonly IndexedItem[],
  issueIds: readonly string[],
): Promise<Issue[]> {
  const ids = new Set([...issueIds, ...items.flatMap(({ issueId }) => issueId ?? [])]);
  const issues = await records.issues.many([...ids]);
  const parents = issues.flatMap(({ parentId }) =>
    parentId !== null && !ids.has(parentId) ? [parentId] : [],
  );
  const all = [...issues, ...(await records.issues.many([...new Set(parents)]))];
  return all.filter(({ state }) => state !== 'merged');
}

/** Issues remembered with what they were compared with. */
const mostIssues = 20_000;

/** An issue that says what it said before is not compared again while the knowledge base stands still. */
function isUnseen(issue: Issue, sequence: number, seen: MatchDeps['seen']): boolean {
  const key = `${sequence} ${hashString(issueText(issue))}`;
  if (seen?.get(issue.id) === key) return false;
  if (seen && seen.size >= mostIssues) seen.clear();
  seen?.set(issue.id, key);
  return true;
}

interface Context {
  /** Entries that a person rejected, by subject. */
  rejected: ReadonlyMap<string, ReadonlySet<string>>;
  /** Links in force of the subjects and of the items that they repeat, by subject. */
  linkedTo: ReadonlyMap<string, readonly ClaimLink[]>;
  /** The items that the subjects repeat, by id; those that are gone are not there. */
  originals: ReadonlyMap<string, IndexedItem>;
}

async function readContext(
  { records, index }: MatchDeps,
  items: readonly IndexedItem[],
  issues: readonly Issue[],
): Promise<Context> {
  const originals = [...new Set(items.flatMap(({ duplicateOf }) => duplicateOf ?? []))];
  const subjects = [...items.map(({ id }) => id), ...originals, ...issues.map(({ id }) => id)];
  const distinct = [...new Set(subjects)];
  const rejected = await records.claimLinks.rejected(distinct);
  const links: ClaimLink[] = [];
  for (let at = 0; at < distinct.length; at += 100)
    links.push(
      ...(
        await records.claimLinks.list({
          subjectIds: distinct.slice(at, at + 100),
          states: ['linked'],
          limit: 1_000,
        })
      ).links,
    );
  const there = new Map(items.map((item) => [item.id, item]));
  const away = await index.get(
    originals.filter((id) => !there.has(id)),
    nationalScope,
  );
  return {
    rejected,
    linkedTo: Map.groupBy(links, (link) => link.subjectId),
    originals: new Map([...there, ...away.map((item) => [item.id, item] as const)]),
  };
}

/** What was in force with what was just found of these items: a link that the machine would not make again is left out. */
async function linksInForce(
  records: Records,
  { linkedTo }: Context,
  links: readonly ClaimLink[],
  items: readonly IndexedItem[],
): Promise<Context['linkedTo']> {
  const found = links.filter(({ state }) => state === 'linked');
  const decided = (await records.claimLinks.many(found.map(({ id }) => id))).filter(
    ({ by }) => by === 'person',
  );
  const passed = new Set(decided.map(({ id }) => id));
  const own = Map.groupBy(
    found.filter(({ id }) => !passed.has(id)),
    (link) => link.subjectId,
  );
  const inForce = new Map(linkedTo);
  for (const { id } of items) {
    const byPeople = (linkedTo.get(id) ?? []).filter(({ by }) => by === 'person');
    inForce.set(id, [...byPeople, ...(own.get(id) ?? [])]);
  }
  return inForce;
}

const none: ReadonlySet<string> = new Set();

/** What was linked by itself stays linked when the claim's review date passes: it is only not offered any more. */
const keptLinks = (
  subjects: readonly { id: string }[],
  knowledge: KnowledgeBase,
  { linkedTo }: Context,
  now: Instant,
): ClaimLink[] =>
  subjects
    .flatMap(({ id }) => linkedTo.get(id) ?? [])
    .filter(({ by, entryId }) => {
      const entry = knowledge.entry(entryId);
      return by === 'machine' && entry?.kind === 'claim' && claimState(entry.claim, now) === 'stale';
    });

const subjectOf = (item: IndexedItem) => ({
  subjectKind: 'item' as const,
  subjectId: item.id,
  platform: item.platform,
  isRepost: item.duplicateOf !== null,
  at: countedAt(item),
});

function itemLinks(
  item: IndexedItem,
  knowledge: KnowledgeBase,
  rejected: ReadonlySet<string>,
  now: Instant,
): ClaimLink[] {
  const text = fullText(item);
  if (wordsOf(text).length < leastWords) return [];
  return offered(knowledge.match(text, { now, rejected })).map(
    (match, n): ClaimLink => ({
      ...toLink(match, n),
      ...subjectOf(item),
      id: linkIdOf(item.id, match.entry.id),
      stance: stanceTowards(item, {
        denies: match.denies,
        repeats: match.repeats,
        claim: match.entry.text,
      }),
    }),
  );
}

const ownLinks = (
  item: IndexedItem,
  knowledge: KnowledgeBase,
  { rejected }: Context,
  now: Instant,
): ClaimLink[] => itemLinks(item, knowledge, rejected.get(item.id) ?? none, now);

/** A re-post is not asked about again: it is linked where it is near-identical itself, or where its original is linked. */
function repostLinks(
  item: IndexedItem,
  knowledge: KnowledgeBase,
  { rejected, linkedTo, originals }: Context,
  now: Instant,
): ClaimLink[] {
  const originalId = item.duplicateOf!;
  // What a person said of the item that this one repeats holds for it too.
  const heard = (rejected.get(item.id) ?? none).union(rejected.get(originalId) ?? none);
  const own = itemLinks(item, knowledge, heard, now).filter(({ state }) => state === 'linked');
  const passed = new Set([...heard, ...own.map(({ entryId }) => entryId)]);
  const open = (linkedTo.get(originalId) ?? []).filter(({ entryId }) => !passed.has(entryId));
  const original = originals.get(originalId) ?? null;
  return [...own, ...inheritedLinks({ item, original, links: open, subject: subjectOf(item) }, knowledge)];
}

function issueText({ title, summary, sentences }: Issue): string {
  const telling = [...sentences.negative, ...sentences.neutral, ...sentences.positive].slice(0, 3);
  return [title, summary || telling.join(' ')].join('. ');
}

function issueLinks(
  issue: Issue,
  knowledge: KnowledgeBase,
  { rejected }: Context,
  now: Instant,
): ClaimLink[] {
  const text = issueText(issue);
  if (wordsOf(text).length < leastWords) return [];
  const matches = offered(knowledge.match(text, { now, rejected: rejected.get(issue.id) ?? none }));
  return matches.map(
    (match, n): ClaimLink => ({
      ...toLink(match, n),
      subjectKind: 'issue',
      subjectId: issue.id,
      id: linkIdOf(issue.id, match.entry.id),
      stance: null,
      platform: null,
      isRepost: false,
      at: issue.lastAt,
    }),
  );
}

/** Of approved claims that cannot both hold none is linked by itself: which one is right, people say. */
function offered(matches: readonly Match[]): Match[] {
  const sure = new Set(matches.filter(({ nearIdentical }) => nearIdentical).map(({ entry }) => entry.id));
  return matches
    .filter(({ held, nearIdentical }) => nearIdentical || held >= leastHeld)
    .map((one) => (one.contradicts.some(({ id }) => sure.has(id)) ? { ...one, nearIdentical: false } : one));
}

const toLink = (
  { entry, score, agrees, differs, nearIdentical }: Match,
  n: number,
): Pick<
  ClaimLink,
  'entryKind' | 'entryId' | 'state' | 'by' | 'person' | 'decidedAt' | 'rank' | 'score' | 'agrees' | 'differs'
> => ({
  entryKind: entry.kind,
  entryId: entry.id,
  state: nearIdentical ? 'linked' : 'suggested',
  by: 'machine',
  person: null,
  decidedAt: null,
  rank: n + 1,
  score: Number(score.toFixed(3)),
  agrees,
  differs,
});

/** Links and the audit entries of those that the machine made, together: one entry a claim and batch. */
function store(
  records: Records,
  subjects: readonly string[],
  links: readonly ClaimLink[],
  now: Instant,
): Promise<ClaimLink[]> {
  return records.transaction(async (inner) => {
    const linked = await inner.claimLinks.suggest(subjects, links);
    for (const [entryId, own] of Map.groupBy(linked, (link) => link.entryId))
      await inner.audit.append({
        at: now,
        actor: 'machine',
        action: 'claim_link.automatic',
        subject: entryId,
        before: null,
        after: { items: own.map(({ subjectId }) => subjectId) },
        reason: null,
      });
    return linked;
  });
}
