import type { Alert } from '../../../shared/domain/alert.ts';
import type { AuditEntry } from '../../../shared/domain/audit.ts';
import { dayMs, hourMs } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import type { ReportSpan } from '../../../shared/domain/opinion-map.ts';
import { buildAlert } from '../../../shared/testing/build-delivery.ts';
import { buildIssue } from '../../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../../shared/testing/build-item.ts';
import { createRandom } from '../../train/random.ts';
import type { Zone } from '../../watch/local-time.ts';
import { weekSpan } from '../report-span.ts';

export interface Week {
  zone: Zone;
  span: ReportSpan;
  items: IndexedItem[];
  issues: Issue[];
  alerts: Alert[];
  audit: Pick<AuditEntry, 'at' | 'actor' | 'action' | 'subject' | 'before' | 'after' | 'reason'>[];
}

const tones = ['positive', 'neutral', 'neutral', 'negative', 'unrelated'] as const;
const stances = ['none', 'none', 'menyebarkan', 'membantah', 'bertanya', 'memberitakan'] as const;
const topics = ['dpt', 'logistik', 'sirekap', 'anggaran'] as const;
const places = [['73.71'], ['73.71'], ['73.06'], ['35.73'], ['73.71', '35.07'], ['73.06', '73.71'], []];
const outlets = ['Harian A', 'Harian B & C', 'Harian D'];
const roles = ['KPPS', 'Ketua KPU', 'warga'];

/** Two weeks over new year with every label, place, issue and copy drawn, and what people did about the issues. */
export function makeWeek(zone: Zone): Week {
  const span = weekSpan('2026-W53', zone);
  const random = createRandom(23);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const items = Array.from({ length: 1_500 }, (_, n) => {
    const tone = pick(tones);
    const platform = pick(['x', 'news', 'facebook'] as const);
    const base = buildLabels();
    return buildIndexedItem({
      nativeId: `n${n}`,
      platform,
      outlet: platform === 'news' ? pick(outlets) : null,
      publishedAt: span.previousFrom + Math.floor(random() * (span.to - span.previousFrom)),
      issueId: pick(['issue-001', 'issue-002', 'issue-003', 'issue-004', null]),
      storyId: pick([null, `story-${Math.floor(random() * 60)}`]),
      duplicateOf: random() < 0.2 ? 'x'.repeat(32) : null,
      labels: buildLabels({
        target: { ...base.target, value: tone !== 'unrelated' },
        tone: { ...base.tone, value: tone, needsReview: random() < 0.1 },
        topic: { ...base.topic, value: pick(topics) },
        stance: { ...base.stance, value: pick(stances) },
        indication: { score: 0.5, raised: random() < 0.3, reasons: [] },
        places: pick(places).map((code) => ({ code, from: 'text' as const, words: [] })),
        entities: random() < 0.4 ? [{ kind: 'role' as const, name: pick(roles) }] : [],
      }),
    });
  });
  const lived = { firstAt: span.from - dayMs, lastAt: span.to - 1 };
  const risk = (score: number, level: Issue['risk']['level']) => ({
    likelihood: 4,
    impact: 4,
    score,
    level,
    parts: [],
  });
  const own = { ...lived, unit: '73.71', areas: ['73.71'] };
  const issues = [
    buildIssue(1, { ...own, verdict: 'salah', state: 'published', risk: risk(16, 'kritis') }),
    // counted for the first one
    buildIssue(2, { ...own, parentId: 'issue-001' }),
    buildIssue(3, { ...own, risk: risk(12, 'tinggi'), verdict: 'sebagian_benar' }),
    buildIssue(4, {
      ...lived,
      unit: '35.73',
      verdict: 'menyesatkan',
      state: 'triaged',
      risk: risk(16, 'kritis'),
    }),
    buildIssue(5, { ...own, firstAt: span.from - 20 * dayMs, lastAt: span.from - 1 }),
  ];
  const alerts = [span.from - 1, span.from, span.from + dayMs, span.to - 1].map((at, n) =>
    buildAlert({ id: `alert-${n}`, at, unit: n === 2 ? '35.73' : '73.71', push: n !== 3 }),
  );
  alerts.push(buildAlert({ id: 'alert-9', at: span.from + 1, unit: '73.71' }));
  const step = (subject: string, hours: number, before: string, after: string) => ({
    at: lived.firstAt + hours * hourMs,
    actor: 'petugas',
    action: 'issue.state',
    subject,
    before: { state: before },
    after: { state: after },
    reason: null,
  });
  const audit = [
    step('issue-001', 0.5, 'new', 'triaged'),
    step('issue-001', 60, 'triaged', 'published'),
    step('issue-004', 2, 'new', 'triaged'),
  ].toSorted((a, b) => a.at - b.at);
  return { zone, span, items, issues, alerts, audit };
}
