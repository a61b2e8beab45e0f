import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../shared/domain/claim.ts';
import { type Counts, emptyCounts, type Issue } from '../../../shared/domain/issue.ts';
import type { Level } from '../../../shared/domain/risk.ts';
import type { CasePath } from '../../../shared/domain/workflow.ts';
import { approved, buildClaim } from '../../../shared/testing/build-claim.ts';
import { buildIssue } from '../../../shared/testing/build-issue.ts';
import { chooseResponse } from './choose-response.ts';

const now = Date.UTC(2024, 10, 27, 6);
const counts = (over: Partial<Counts>, menyebarkan = 0): Counts => ({
  ...emptyCounts,
  unique: 40,
  items: 40,
  ...over,
  stance: { ...emptyCounts.stance, menyebarkan },
});
const rumour = counts({ indicated: 30, negative: 20 }, 18);
/** Complaints raise the indication as well, yet they carry nothing on. */
const complaints = counts({ indicated: 30, negative: 36, criticism: 32 });
const issueOf = (level: Level, told: Counts, over: Partial<Issue> = {}): Issue =>
  buildIssue(1, { risk: { likelihood: 4, impact: 4, score: 16, level, parts: [] }, counts: told, ...over });
const choose = (issue: Issue, claim: Claim | null = null, path: CasePath | null = null) =>
  chooseResponse({ claim, issue, path, unit: 'RI', now });

describe('what is answered before anybody sorted an issue or linked a claim', () => {
  it.each<[what: string, issue: Issue, kind: string]>([
    ['a critical rumour', issueOf('kritis', rumour), 'holding'],
    ['a high one', issueOf('tinggi', rumour), 'holding'],
    ['one that annoys many as well', issueOf('kritis', { ...rumour, criticism: 25 }), 'holding'],
    ['a rumour that few heard', issueOf('sedang', rumour), 'reply'],
    ['one that somebody judged', issueOf('kritis', rumour, { verdict: 'benar' }), 'reply'],
    ['one that is reported on and not carried on', issueOf('kritis', counts({ indicated: 30 }, 2)), 'reply'],
    ['criticism alone, however grave', issueOf('kritis', complaints), 'reply'],
    ['nothing', issueOf('kritis', counts({ unique: 0, items: 0 })), 'reply'],
  ])('%s: %o', (_what, issue, kind) => expect(choose(issue).kind).toBe(kind));

  it('says that it is being looked into, and lets nobody deny or refer it', () => {
    const choice = choose(issueOf('kritis', { ...rumour, criticism: 25 }));
    expect(choice).toMatchObject({ name: 'Pernyataan awal sambil memeriksa', isCriticism: false });
    expect(choice.channels).toEqual(['holding', 'whatsapp', 'x']);
    expect(choice.blocked.map(({ code }) => code)).toEqual(['denial', 'referral']);
  });

  it('hears criticism, and calls it no hoax', () => {
    const choice = choose(issueOf('kritis', complaints));
    expect(choice).toMatchObject({ name: 'Dengarkan dan jawab', isCriticism: true });
    expect(choice.blocked.map(({ code }) => code)).toEqual(['hoax_word', 'referral']);
  });
});

describe('what people decided goes before what it looks like', () => {
  it.each<[path: CasePath, told: Counts, kind: string]>([
    ['claim', complaints, 'holding'],
    ['criticism', rumour, 'reply'],
    ['question', rumour, 'reply'],
    ['service', rumour, 'reply'],
  ])('sorted as %s', (path, told, kind) =>
    expect(choose(issueOf('kritis', told), null, path).kind).toBe(kind),
  );

  it('the verdict of the claim decides where one is linked', () => {
    const issue = issueOf('kritis', { ...rumour, criticism: 25 });
    expect(choose(issue, buildClaim(1)).kind).toBe('holding');
    expect(choose(issue, buildClaim(1, approved())).kind).toBe('denial');
  });

  it('and what the drafter says of it before that', () => {
    const issue = issueOf('kritis', rumour);
    expect(chooseResponse({ claim: null, issue, unit: 'RI', now, isCriticism: true }).kind).toBe('reply');
  });
});
