import { describe, expect, it } from 'vitest';
import { diskFinding, leastFree } from './disk-room.ts';
import { itemMapping } from './item-mapping.ts';
import { mappingDifferences } from './mapping-differences.ts';

const gb = 2 ** 30;
const watermark = 'cluster.routing.allocation.disk.watermark';

describe('the disk of Elasticsearch', () => {
  it.each([
    [20, 100, true, ''],
    [12, 100, false, 'batas low'],
    [8, 100, false, 'batas high'],
    [4, 100, false, 'batas flood_stage'],
    // 12 % of a large disk is plenty: no stage asks for more than its headroom
    [480, 4_000, true, ''],
    [140, 4_000, false, 'batas high'],
  ])('with %i of %i GB free is well: %s %s', (free, total, ok, said) => {
    const finding = diskFinding('satu', free * gb, total * gb, {});
    expect(finding.ok).toBe(ok);
    expect(finding.detail).toContain(said);
  });

  it('is judged by the watermarks that the cluster has', () => {
    expect(leastFree({ [`${watermark}.low`]: '500mb' }, 'low', 100 * gb)).toBe(500 * 2 ** 20);
    expect(leastFree({ [`${watermark}.low`]: '0.75' }, 'low', 100 * gb)).toBe(25 * gb);
    expect(diskFinding('satu', 30 * gb, 100 * gb, { [`${watermark}.high`]: '40gb' }).ok).toBe(false);
  });
});

describe('a mapping', () => {
  const shown = JSON.parse(JSON.stringify(itemMapping.properties)) as typeof itemMapping.properties;
  const text = { type: 'text', index: false, copy_to: ['words'] } as const;

  it('is the same as the server shows it, and its version may show more', () => {
    const stored = { ...shown, title: text, id: { ...shown['id'], eager_global_ordinals: false } };
    expect(mappingDifferences(itemMapping.properties, stored as never)).toEqual([]);
  });

  it.each([
    ['an extra field', { buatan: { type: 'keyword' } }, 'buatan'],
    ['another type', { tone: { type: 'text' } }, 'tone'],
    ['a field that cannot be searched', { tone: { type: 'keyword', index: false } }, 'tone'],
    ['another analyzer', { words: { ...shown['words'], analyzer: 'standard' } }, 'words'],
    ['no exact words', { words: { type: 'text', analyzer: 'saring_indonesian' } }, 'words'],
  ])('made by hand is told by %s', (_what, change, name) => {
    expect(mappingDifferences(itemMapping.properties, { ...shown, ...change } as never)).toEqual([name]);
  });
});
