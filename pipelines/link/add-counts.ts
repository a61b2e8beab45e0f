import type { Counts, Spread } from '../../shared/domain/issue.ts';

/** Sums of two tables of counts; what fell to nothing is left out. */
function addTables(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum: Record<string, number> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const total = (sum[key] ?? 0) + value;
    if (total > 0) sum[key] = total;
    else delete sum[key];
  }
  return sum;
}

/** Counts are sums of increments; an increment may be negative where a person moved items away. */
export function addCounts(a: Counts, b: Counts): Counts {
  const add = (x: number, y: number): number => Math.max(0, x + y);
  return {
    unique: add(a.unique, b.unique),
    items: add(a.items, b.items),
    positive: add(a.positive, b.positive),
    neutral: add(a.neutral, b.neutral),
    negative: add(a.negative, b.negative),
    unrelated: add(a.unrelated, b.unrelated),
    criticism: add(a.criticism, b.criticism),
    indicated: add(a.indicated, b.indicated),
    stance: {
      menyebarkan: add(a.stance.menyebarkan, b.stance.menyebarkan),
      membantah: add(a.stance.membantah, b.stance.membantah),
      bertanya: add(a.stance.bertanya, b.stance.bertanya),
      memberitakan: add(a.stance.memberitakan, b.stance.memberitakan),
    },
    interactions: add(a.interactions, b.interactions),
  };
}

export const addSpread = (a: Spread, b: Spread): Spread => ({
  authors: Math.max(0, a.authors + b.authors),
  platforms: addTables(a.platforms, b.platforms),
  outlets: addTables(a.outlets, b.outlets),
  areas: addTables(a.areas, b.areas),
  maxFollowers: Math.max(a.maxFollowers, b.maxFollowers),
});
