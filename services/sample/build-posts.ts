import { type Instant, toRfc3339 } from '../../shared/domain/instant.ts';
import type { Post } from './sample-data.ts';
import { datedText, momentOf } from './sample-week.ts';

/** The import file of one platform: JSONL rows `{id, text, created_at, author, platform, metrics}`, oldest first. */
export function buildPostFile(posts: readonly Post[], baseTime: Instant): string {
  return posts
    .toSorted((a, b) => a.offsetMinutes - b.offsetMinutes)
    .map((post) =>
      JSON.stringify({
        id: post.id,
        text: datedText(post.text, baseTime),
        created_at: toRfc3339(momentOf(baseTime, post.offsetMinutes)),
        author: post.author,
        platform: post.platform,
        metrics: post.metrics,
      }),
    )
    .map((line) => `${line}\n`)
    .join('');
}
