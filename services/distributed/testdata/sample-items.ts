import { itemId } from '../../../shared/domain/ids.ts';
import type { Item } from '../../../shared/domain/item.ts';
import { buildItem } from '../../../shared/testing/build-item.ts';
import { loadSampleData } from '../../sample/sample-data.ts';
import { datedText, fixedSampleStart, momentOf } from '../../sample/sample-week.ts';

/** The sample's week as items, without the detour over its web server. */
export function sampleItems(): Item[] {
  const { articles, posts } = loadSampleData();
  const at = (offset: number) => ({
    publishedAt: momentOf(fixedSampleStart, offset),
    collectedAt: momentOf(fixedSampleStart, offset),
  });
  const news = articles.map((article) => {
    const url = `https://${article.outlet.key}.example/${article.id}`;
    return buildItem({
      ...at(article.offsetMinutes),
      id: itemId({ canonicalUrl: url }),
      nativeId: url,
      url,
      platform: 'news',
      sourceId: article.outlet.key,
      outlet: article.outlet.name,
      author: null,
      authorKind: 'outlet',
      title: datedText(article.title, fixedSampleStart),
      text: datedText(article.body.join('\n\n'), fixedSampleStart),
    });
  });
  const rest = posts.map((post) =>
    buildItem({
      ...at(post.offsetMinutes),
      nativeId: post.id,
      platform: post.platform,
      text: datedText(post.text, fixedSampleStart),
      author: post.author,
      metrics: post.metrics,
    }),
  );
  return [...news, ...rest];
}

