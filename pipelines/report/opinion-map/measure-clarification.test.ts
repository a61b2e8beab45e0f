import { describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../../infra/index/sqlite/create-sqlite-index.ts';
import { openSqlite } from '../../../infra/sqlite/open-sqlite.ts';
import type { AuditEntry } from '../../../shared/domain/audit.ts';
import { hourMs } from '../../../shared/domain/instant.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import { buildIssue } from '../../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../../shared/testing/build-item.ts';
import { searchTerms } from '../../../shared/text/search-terms.ts';
import { measureClarification, publicationOf } from './measure-clarification.ts';

const at = Date.UTC(2026, 10, 18, 3);
const entry = (more: Partial<AuditEntry>): AuditEntry => ({
  sequence: 1,
  at,
  actor: 'administrator',
  action: 'issue.state',
  subject: 'issue-001',
  before: { state: 'approval' },
  after: { state: 'published' },
  reason: null,
  previousHash: '',
  hash: '',
  ...more,
});

describe('publicationOf', () => {
  const span = { from: at - hourMs, to: at + hourMs };

  it('is the step to "published", not an edit of what is published', () => {
    const edit = entry({ at: at - 10, before: { state: 'published' } });
    expect(publicationOf([edit, entry({})], span)).toEqual({ at, title: null });
    expect(publicationOf([entry({ after: { state: 'published', title: 'Fakta' } })], span)!.title).toBe(
      'Fakta',
    );
    expect(publicationOf([entry({ after: { state: 'closed' } })], span)).toBeNull();
  });

  it('counts only what went out within the span', () => {
    expect(publicationOf([entry({ at: at + hourMs })], span)).toBeNull();
  });
});

describe('measureClarification', () => {
  it('counts who carries the correction in 24 and 72 h, and tone before and after from 30 items on', async () => {
    const index = createSqliteIndex(openSqlite(':memory:'), searchTerms);
    const base = buildLabels();
    const make = (n: number, hours: number, tone: 'positive' | 'negative', denies: boolean) =>
      buildIndexedItem({
        nativeId: `n${n}`,
        issueId: 'issue-001',
        linkedAt: at,
        publishedAt: at + hours * hourMs,
        labels: buildLabels({
          tone: { ...base.tone, value: tone },
          stance: { ...base.stance, value: denies ? 'membantah' : 'menyebarkan' },
        }),
      });
    await index.put([
      ...Array.from({ length: 40 }, (_, n) => make(n, -1 - (n % 70), 'negative', false)),
      ...Array.from({ length: 32 }, (_, n) => make(100 + n, 1 + (n % 20), 'positive', n < 8)),
      ...Array.from({ length: 8 }, (_, n) => make(200 + n, 30, 'positive', true)),
      make(300, 73, 'positive', true),
    ]);
    const measured = await measureClarification(index, nationalScope, buildIssue(1), { at, title: null });
    expect(measured.carried24).toBeCloseTo(8 / 32, 12);
    expect(measured.carried72).toBeCloseTo(16 / 40, 12);
    expect([measured.itemsBefore, measured.itemsAfter]).toEqual([40, 40]);
    expect([measured.netToneBefore, measured.netToneAfter]).toEqual([-100, 100]);
  });
});
