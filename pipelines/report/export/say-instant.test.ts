import { describe, expect, it } from 'vitest';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import { createRandom } from '../../train/random.ts';
import { createSayInstant } from './say-instant.ts';

describe('createSayInstant', () => {
  it('writes what toRfc3339 writes, before 1970 too', () => {
    const say = createSayInstant();
    const random = createRandom(3);
    const edges = [0, -1, -86_400_000, 951_782_399_999, Date.UTC(2026, 11, 31, 23, 59, 59, 999)];
    for (const at of [...edges, ...Array.from({ length: 2_000 }, () => Math.floor((random() - 0.2) * 3e12))])
      expect(say(at)).toBe(toRfc3339(at));
  });
});
