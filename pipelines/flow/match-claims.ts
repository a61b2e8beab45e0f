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
  const context = await readContext(records, items, issues);
  const now = deps.clock.now();
  const links = [
    ...items.flatMap((item) => itemLinks(item, knowledge, context, now)),
    ...issues.flatMap((issue) => issueLinks(issue, knowledge, context, now)),
    ...keptLinks([...items, ...issues], knowledge, context, now),
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
}

async function readContext(
  records: Records,
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
  return { rejected, linkedTo: Map.groupBy(links, (link) => link.subjectId) };
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

function itemLinks(
  item: IndexedItem,
  knowledge: KnowledgeBase,
  { rejected, linkedTo }: Context,
  now: Instant,
): ClaimLink[] {
  const text = fullText(item);
  const own = rejected.get(item.id) ?? none;
  // What a person said of the item that this one repeats holds for it too.
  const heard = item.duplicateOf === null ? own : own.union(rejected.get(item.duplicateOf) ?? none);
  const subject = {
    subjectKind: 'item' as const,
    subjectId: item.id,
    platform: item.platform,
    isRepost: item.duplicateOf !== null,
    at: countedAt(item),
  };
  const matches =
    wordsOf(text).length < leastWords ? [] : offered(knowledge.match(text, { now, rejected: heard }));
  const links = matches.map((match, n): ClaimLink => {
    const deniesClaim = match.differs.includes('unggahan menyangkal');
    return {
      ...toLink(match, n),
      ...subject,
      id: linkIdOf(item.id, match.entry.id),
      stance: stanceTowards(item, { deniesClaim }),
    };
  });
  return item.duplicateOf === null ? links : asRepost(links, subject, item, { heard, linkedTo });
}

/** A re-post is not asked about again: it is linked where it is near-identical itself, or where its original is linked. */
function asRepost(
  links: readonly ClaimLink[],
  subject: Pick<ClaimLink, 'subjectKind' | 'subjectId' | 'platform' | 'isRepost' | 'at'>,
  item: IndexedItem,
  { heard, linkedTo }: { heard: ReadonlySet<string>; linkedTo: Context['linkedTo'] },
): ClaimLink[] {
  const own = links.filter(({ state }) => state === 'linked');
  const inherited = (linkedTo.get(item.duplicateOf!) ?? [])
    .filter(({ entryId }) => !heard.has(entryId) && !own.some((link) => link.entryId === entryId))
    .map((link): ClaimLink => {
      const stance = stanceTowards(item, { deniesClaim: link.stance === 'membantah' });
      const id = linkIdOf(item.id, link.entryId);
      return { ...link, ...subject, id, stance, by: 'machine', person: null, decidedAt: null };
    });
  return [...own, ...inherited];
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

const offered = (matches: readonly Match[]): Match[] =>
  matches.filter(({ held, nearIdentical }) => nearIdentical || held >= leastHeld);

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
