import { itemId } from '../../shared/domain/ids.ts';
import type { Platform } from '../../shared/domain/item.ts';
import type { LabelledItem } from '../../shared/domain/labelled-item.ts';
import type { Labels } from '../../shared/domain/labels.ts';

export interface PlainPost {
  id: string;
  text: string;
  at: number;
  author?: string;
  platform?: Platform;
  title?: string;
  outlet?: string;
}

const certain = { confidence: 1, words: [], by: 'machine' as const };

/** Labels that say nothing, for measuring the linker by its texts alone. */
export const plainLabels: Labels = {
  language: { value: 'id', ...certain },
  target: { value: false, unit: null, ...certain },
  tone: { value: 'unrelated', needsReview: false, ...certain },
  textTone: { value: 'neutral', ...certain },
  criticism: { value: false, ...certain },
  stance: { value: 'none', ...certain },
  topic: { value: 'lainnya', ...certain },
  indication: { score: 0, raised: false, reasons: [] },
  places: [],
  entities: [],
  abusive: false,
};

/** An item as it would come out of enrichment that found nothing. */
export function plainItem(post: PlainPost, labels: Partial<Labels> = {}): LabelledItem {
  const platform = post.platform ?? 'x';
  return {
    id: itemId({ platform, nativeId: post.id }),
    platform,
    sourceId: 'evaluation',
    nativeId: post.id,
    url: null,
    title: post.title ?? null,
    text: post.text,
    author: post.author ?? null,
    authorKind: 'private',
    outlet: post.outlet ?? null,
    publishedAt: post.at,
    collectedAt: post.at,
    metrics: { likes: 0, replies: 0, shares: 0, views: 0, followers: 0 },
    version: 1,
    labels: { ...plainLabels, ...labels },
  };
}
