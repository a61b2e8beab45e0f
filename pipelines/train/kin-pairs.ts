import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import type { StreamItem } from '../evaluate/stream.ts';
import { type Facts, factsOf } from '../link/facts.ts';
import { storyIdOf } from '../link/issue-record.ts';
import { type KinFeature, kinEvidence, type Side } from '../link/kin.ts';
import { type Vector, vectorOf } from '../link/likeness.ts';
import { createLinker } from '../link/linker.ts';
import { regencyOf } from '../link/matter.ts';
import { PlaceRarity } from '../link/place-rarity.ts';
import { Profile } from '../link/profile.ts';
import { Sense, SenseReader } from '../link/sense.ts';
import type { LinkSettings } from '../link/settings.ts';
import { TermSpace } from '../link/term-space.ts';

/** Two clusters as they stood at some time of a stream, and whether one matter was planted in both. */
export interface KinPair {
  same: boolean;
  /** How many pairs it stands for. */
  weight: number;
  evidence: Record<KinFeature, number>;
}

/** How far apart the looks at the stream are, and how far back a look goes. */
const everyMs = 12 * hourMs;
const backMs = 4 * dayMs;
/** Share of a cluster that has to be of one matter for its pairs to teach. */
const pure = 0.8;
/** Of pairs of different matters every third teaches: there are thirty times as many. */
const thinning = 3;
/** Items of a cluster from which a text that is not surely about KPU is compared with it. */
const leastForStranger = 3;

interface Seen {
  id: string;
  at: number;
  vector: Vector;
  sense: Sense;
  facts: Facts;
  label: string;
}
interface Cluster {
  side: Side;
  label: string | null;
}

/**
 * Pairs of clusters of a planted stream, looked at twice a day as a linker with these settings has them then.
 * @param settings thresholds above any score leave the pieces apart that kinship has to join
 */
export function kinPairs(stream: readonly StreamItem[], settings: Partial<LinkSettings> = {}): KinPair[] {
  const linker = createLinker(settings);
  const [space, reader, rarity] = [new TermSpace(), new SenseReader(), new PlaceRarity()];
  const stories = new Map<string, string>();
  const seen: Seen[] = [];
  const pairs: KinPair[] = [];
  let next = (stream[0]?.item.publishedAt ?? 0) + dayMs;
  for (const { item, matter } of stream) {
    const at = item.publishedAt;
    let isUnique = true;
    for (const { itemId, storyId, duplicateOf } of linker.linkBatch([item]).assignments) {
      stories.set(itemId, storyId);
      if (itemId === item.id) isUnique = duplicateOf === null;
    }
    const facts = factsOf(item);
    const text = space.read(item.text);
    const vector = vectorOf(text.terms, text.counts, space);
    if (isUnique) {
      if (facts.relevant || facts.near)
        seen.push({
          id: item.id,
          at,
          vector,
          sense: reader.read(vector),
          facts,
          label: matter ?? 'background',
        });
      space.learn(text.terms);
      if (facts.relevant) {
        reader.learn(reader.read(vector));
        rarity.learn(regencyOf(facts), at, stories.get(item.id) === storyIdOf(item.id));
      }
    }
    if (at < next) continue;
    next += everyMs;
    const recent = seen.filter((one) => one.at >= at - backMs);
    const clusters = Map.groupBy(recent, ({ id }) => linker.issueOf(id) ?? stories.get(id)!);
    pairs.push(...pairsOf(Array.from(clusters.values(), toCluster), reader, rarity));
  }
  return pairs;
}

function pairsOf(clusters: readonly Cluster[], reader: SenseReader, rarity: PlaceRarity): KinPair[] {
  const pairs: KinPair[] = [];
  clusters.forEach((a, i) => {
    for (let j = i + 1; j < clusters.length; j++) {
      const b = clusters[j]!;
      if (a.label === null || b.label === null || (a.label === 'background' && b.label === 'background'))
        continue;
      if (!mayMeet(a.side, b.side)) continue;
      const same = a.label === b.label;
      if (same || (i * 31 + j * 17) % thinning === 0)
        pairs.push({ same, weight: 1, evidence: kinEvidence(a.side, b.side, reader, rarity) });
    }
  });
  return pairs;
}

function mayMeet({ leaning: a }: Side, { leaning: b }: Side): boolean {
  if (a.relevant && b.relevant) return true;
  return (a.relevant || b.relevant) && Math.max(a.unique, b.unique) >= leastForStranger;
}

function toCluster(items: readonly Seen[]): Cluster {
  const [profile, sense] = [new Profile(), new Sense()];
  for (const item of items) {
    profile.add(item.vector);
    sense.add(item.sense);
  }
  const labels = countBy(items, ({ label }) => label);
  const [label, most] = [...labels].sort((a, b) => b[1] - a[1])[0]!;
  const topics = countBy(items, ({ facts }) => (facts.topic === 'lainnya' ? null : facts.topic));
  const leaning = {
    relevant: items.filter(({ facts }) => facts.relevant).length * 2 >= items.length,
    regencies: countBy(items, ({ facts }) => regencyOf(facts)),
    unique: items.length,
    topic: null,
    topics,
  };
  const times = items.map(({ at }) => at);
  return {
    side: {
      words: profile.vector(),
      sense,
      leaning,
      firstAt: Math.min(...times),
      lastAt: Math.max(...times),
    },
    label: most >= pure * items.length ? label : null,
  };
}

function countBy(items: readonly Seen[], pick: (item: Seen) => string | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = pick(item);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
