import { dayMs, hourMs } from '../../../shared/domain/instant.ts';
import { emptyCounts, type Issue } from '../../../shared/domain/issue.ts';
import { buildAnswer, buildFact, buildPublication } from '../../../shared/testing/build-answer.ts';
import { buildClaimLink } from '../../../shared/testing/build-claim.ts';
import { buildAlert, buildRecipient } from '../../../shared/testing/build-delivery.ts';
import { buildIssue } from '../../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../../shared/testing/build-item.ts';
import { buildCampaign, buildPerson, buildStakeholder } from '../../../shared/testing/build-stakeholder.ts';
import { keepKnownClaim } from './known-claim.ts';
import type { Desk } from './open-desk.ts';

/** Markup that would run, a word without an end, text that turns round, marks that climb. */
const texts = [
  '<img src=x onerror="document.title=1"><script>document.title=2</script> hostil',
  `${'a'.repeat(10_000)} hostil`,
  '\u202ekanan ke kiri\u2067 hostil',
  `KPU${'\u0301\u0302\u0303\u0304'.repeat(200)} hostil`,
];
const everything = texts.map((text) => text.slice(0, 2_600)).join(' ');
/** The same within a limit, each kind with its share of it. */
const within = (most: number): string =>
  texts
    .map((text) => text.slice(0, Math.floor((most - texts.length) / texts.length)))
    .join(' ')
    .trim();

export interface HostileDesk {
  issue: string;
  issueId: string;
  claim: string;
  answer: string;
  publication: string;
  code: string;
  campaign: string;
  partner: string;
  report: string;
}

/** Puts such texts wherever a person or the world outside can write one. */
export async function fillHostile(desk: Desk): Promise<HostileDesk> {
  const { records } = desk.installation;
  const [me] = await records.people.users.list({ limit: 1 });
  const now = Date.now();
  // One of its own, which the engine knows nothing of and so merges with no other.
  const issue = buildIssue(9_999, {
    number: 'ISU-2026-009999',
    unit: 'RI',
    areas: ['35.73'],
    firstAt: now - hourMs,
    lastAt: now,
    counts: { ...emptyCounts, unique: 40, items: 60, negative: 40, neutral: 20 },
    risk: { likelihood: 5, impact: 5, score: 25, level: 'kritis', parts: [] },
  });
  const claim = (await keepKnownClaim(desk, { text: everything.slice(0, 5_000), explanation: everything }))
    .claim.id;
  await fillItems(desk, issue, now);
  await fillIssue(desk, issue, me!.id, now);
  await fillAlert(desk, issue, now);
  const answered = await fillAnswers(desk, { issueId: issue.id, claim, me: me!.id, now });
  const partner = await fillPartner(desk);
  await records.claimLinks.put(
    buildClaimLink(1, {
      subjectKind: 'issue',
      subjectId: issue.id,
      entryId: claim,
      agrees: [within(400)],
      differs: [within(400)],
      at: now,
    }),
  );
  const [source] = await records.sources.list();
  if (source) await records.sources.put({ ...source, name: within(120) });
  const report = await fillReport(desk, me!.id, now);
  return { issue: issue.number, issueId: issue.id, claim, ...answered, partner, report };
}

async function fillItems({ installation }: Desk, issue: Issue, now: number): Promise<void> {
  const unsure = buildLabels();
  await installation.index.put(
    texts.map((text, n) =>
      buildIndexedItem({
        nativeId: `hostile-${n}`,
        platform: 'news',
        text,
        title: text.slice(0, 300),
        url: 'javascript:alert(1)',
        outlet: text.slice(0, 200),
        author: text.slice(0, 100),
        authorKind: 'outlet',
        publishedAt: now - n,
        issueId: issue.id,
        // What the machine doubts and many saw stands first in the labelling queue.
        metrics: { likes: 9e6, replies: 9e6, shares: 9e6, views: 9e8, followers: 9e8 },
        labels: buildLabels({ tone: { ...unsure.tone, confidence: 0, needsReview: true } }),
      }),
    ),
  );
}

/** The issue itself, and what colleagues put beside it. */
async function fillIssue({ installation }: Desk, issue: Issue, me: string, now: number): Promise<void> {
  const { issues, narratives, stories, workflow } = installation.records;
  const narrative = {
    id: 'narasi-hostil',
    name: within(200),
    description: within(2_000),
    examples: [],
    createdBy: me,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  await narratives.put(narrative);
  await issues.put([
    {
      ...issue,
      title: everything,
      titleBy: 'person',
      summary: everything,
      sentences: { positive: [everything], neutral: [everything], negative: [everything] },
      owner: me,
      narrativeId: narrative.id,
      spread: { ...issue.spread, outlets: { ...issue.spread.outlets, [everything]: 900 } },
      priority: { ...issue.priority, score: 1_000, reason: everything },
    },
  ]);
  const story = { issueId: issue.id, title: everything, firstAt: now - hourMs, lastAt: now };
  await stories.put(['a', 'b'].map((id) => ({ ...story, id: `cerita-${id}`, unique: 20, items: 30 })));
  const common = { issueId: issue.id, at: now, by: me };
  await workflow.notes.add({ ...common, id: 'catatan-hostil', text: within(5_000), mentions: [me] });
  await workflow.attachments.put({
    ...common,
    id: 'berkas-hostil',
    name: within(200),
    type: 'text/plain',
    bytes: 12,
    hash: '0'.repeat(64),
    removedAt: null,
  });
  await workflow.notices.add({
    id: 'kabar-hostil',
    userId: me,
    at: now,
    readAt: null,
    kind: 'mention',
    issueId: issue.id,
    text: everything,
  });
  await workflow.handovers.put({
    ...common,
    id: 'serah-hostil',
    kind: 'up',
    state: 'open',
    from: '35.73',
    to: 'RI',
    reason: everything,
    dueAt: now + hourMs,
    answeredAt: null,
    answeredBy: null,
    answer: null,
  });
}

async function fillAlert({ installation }: Desk, issue: Issue, now: number): Promise<void> {
  const { alerts, deliveries, recipients, stories } = installation.records;
  const told = await stories.ofIssue(issue.id, 2);
  const recipient = buildRecipient({ id: 'penerima-hostil', name: within(120), unit: 'RI', units: ['RI'] });
  await recipients.put(recipient);
  await alerts.put([
    buildAlert({
      id: 'peringatan-hostil',
      issueId: issue.id,
      unit: 'RI',
      at: now,
      sentence: everything,
      held: everything,
      storyIds: told.map(({ id }) => id),
    }),
  ]);
  await deliveries.enqueue([
    {
      id: 'kiriman-hostil',
      kind: 'alert',
      messageId: 'pesan-hostil',
      alertId: 'peringatan-hostil',
      recipientId: recipient.id,
      unit: 'RI',
      level: 'kritis',
      escalatedFrom: null,
      channel: 'email',
      laterChannels: [],
      state: 'failed',
      createdAt: now,
      dueAt: now,
      leaseUntil: null,
      finishedAt: now,
      reason: everything,
      providerId: null,
      attempts: [],
    },
  ]);
}

interface Answered {
  issueId: string;
  claim: string;
  me: string;
  now: number;
}

/** A draft, what was published, its package for groups, and a fact. */
async function fillAnswers({ installation, address }: Desk, { issueId, claim, me, now }: Answered) {
  const { records } = installation;
  const sentence = { text: within(1_000), from: ['note:subject'] };
  const block = { role: 'fact' as const, heading: within(200), sentences: [sentence, sentence] };
  const written = (['web', 'whatsapp'] as const).map((channel) => ({
    channel,
    title: sentence,
    blocks: [block, { ...block, role: 'why' as const }],
    origin: 'person' as const,
    takenOverBy: null,
  }));
  const answer = buildAnswer(1, {
    id: 'jawaban-hostil',
    unit: 'RI',
    issueId,
    claimId: claim,
    texts: written,
    drafters: [me],
    createdAt: now,
    updatedAt: now,
  });
  await records.answers.put(answer);
  const publication = buildPublication(1, {
    id: 'terbit-hostil',
    unit: 'RI',
    issueId,
    claimId: claim,
    answerId: answer.id,
    url: `${address}/klarifikasi/p0000001`,
    claimSaid: everything,
    title: everything,
    summary: everything,
    texts: written,
    sources: [{ ref: 'note:subject', title: everything, url: 'javascript:alert(1)', regulation: everything }],
    notices: [{ at: now, kind: 'correction', text: within(600), by: me }],
    publishedAt: now,
    updatedAt: now,
    reviewAt: now + 7 * dayMs,
  });
  await records.publications.put(publication);
  const campaign = buildCampaign(1, {
    id: 'sebaran-hostil',
    unit: 'RI',
    publicationId: publication.id,
    tiers: ['national'],
    package: { title: everything, text: everything, link: publication.url, card: 'javascript:alert(1)' },
    note: within(1_000),
    startedAt: now,
    dueAt: now + dayMs,
  });
  await records.dissemination.campaigns.put(campaign);
  const group = { id: 'grup-hostil', version: 1, unit: 'RI', name: within(120), members: 12, active: true };
  await records.dissemination.groups.put({ ...group, platform: 'whatsapp', kind: null });
  await records.facts.put(
    buildFact(1, {
      statement: within(600),
      headline: within(110),
      keywords: within(300),
      source: { title: within(300), url: 'https://jdih.kpu.example/1', regulation: within(200) },
      reviewAt: now + dayMs,
    }),
  );
  return {
    answer: answer.id,
    publication: publication.id,
    code: publication.code,
    campaign: campaign.id,
  };
}

async function fillPartner({ installation }: Desk): Promise<string> {
  const partner = buildStakeholder(1, { unit: 'RI', name: within(200), note: within(290) });
  await installation.records.dissemination.stakeholders.put({
    ...partner,
    persons: [buildPerson(1, { name: within(120), position: within(290) })],
  });
  return partner.id;
}

/** A report of the tiers, handed in with words and figures that people wrote; the weekly map tells the issue. */
async function fillReport({ installation }: Desk, me: string, now: number): Promise<string> {
  const { tiered, runs } = installation.records;
  const report = 'laporan-hostil';
  await tiered.put({
    id: report,
    unit: 'RI',
    period: { year: 2026, quarter: 1 },
    state: 'draft',
    narrative: { summary: everything, activities: everything, issues: everything, plans: everything },
    figures: [{ key: 'x', label: everything.slice(0, 3_000), value: 1, system: 2, query: null }],
    figuresAt: now,
    author: me,
    handedInAt: null,
    steps: [{ at: now, actor: me, from: 'chair_review', to: 'draft', reason: everything }],
    createdAt: now,
    updatedAt: now,
    version: 1,
  });
  await runs.put({
    id: 'berkas-gagal',
    unit: 'RI',
    request: { kind: 'export', unit: 'RI', what: 'items', filter: {} },
    state: 'failed',
    by: me,
    requestedAt: now,
    finishedAt: now,
    rows: 0,
    cursor: null,
    files: [],
    error: everything,
  });
  return report;
}
