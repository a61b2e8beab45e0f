import { describe, expect, it } from 'vitest';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import type { Labels } from '../../shared/domain/labels.ts';
import { buildIndexedItem, buildLabels } from '../../shared/testing/build-item.ts';
import { labellingQueue } from './labelling-queue.ts';

const labels = (confidence: number, over: Partial<Labels> = {}): Labels =>
  buildLabels({
    tone: { value: 'negative', confidence, words: [], by: 'machine', needsReview: confidence < 0.6 },
    ...over,
  });
const item = (
  nativeId: string,
  confidence: number,
  likes: number,
  over: Partial<IndexedItem> = {},
): IndexedItem =>
  buildIndexedItem({
    nativeId,
    labels: labels(confidence),
    metrics: { likes, replies: 0, shares: 0, views: 0, followers: 0 },
    ...over,
  });
const names = (items: readonly IndexedItem[], limit = 10) =>
  labellingQueue(items, limit).map((task) => task.item.nativeId);

describe('labellingQueue', () => {
  it('asks first for what is unsure and reaches far', () => {
    expect(names([item('sure', 0.99, 5_000), item('both', 0.4, 5_000), item('unsure', 0.4, 0)])).toEqual([
      'both',
      'unsure',
      'sure',
    ]);
  });

  it('does not ask twice, nor for re-posts', () => {
    const person = labels(1, { topic: { value: 'dpt', confidence: 1, words: [], by: 'person' } });
    expect(
      names([item('done', 0.4, 0, { labels: person }), item('copy', 0.4, 0, { duplicateOf: 'x' })]),
    ).toEqual([]);
  });

  it('spreads over issues and topics, also when one issue is the loudest', () => {
    const loud = Array.from({ length: 20 }, (_, n) => item(`loud-${n}`, 0.4, 900, { issueId: 'i1' }));
    const other = item('other', 0.4, 50, {
      issueId: 'i2',
      labels: labels(0.4, { topic: { value: 'dpt', confidence: 0.9, words: [], by: 'machine' } }),
    });
    expect(names([...loud, other], 3)).toContain('other');
    expect(names([...loud, other], 3)[0]).toMatch(/^loud/);
  });

  it('says why, and gives the same list again', () => {
    const items = [item('a', 0.52, 1_200, { outlet: 'Kabar' }), item('b', 0.9, 3)];
    expect(labellingQueue(items, 1)[0]!.reason).toBe(
      'Nada perlu ditinjau (yakin 52 %); 1.200 interaksi, dimuat Kabar.',
    );
    expect(labellingQueue(items.toReversed(), 5)).toEqual(labellingQueue(items, 5));
  });
});
