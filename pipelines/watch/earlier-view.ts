import type { SeriesView } from './series.ts';

/**
 * The series as it was `buckets` buckets ago: items may be collected, or replayed, after their hour has turned. Distinct
 * publishers over several buckets are then those of the busiest of them, a lower bound.
 */
export function earlierView(view: SeriesView, bucketMs: number, buckets: number): SeriesView {
  if (buckets === 0) return view;
  const busiest = (span: number): number => {
    let most = 0;
    for (let ago = 0; ago < span; ago++) most = Math.max(most, view.get('actors', ago + buckets));
    return most;
  };
  return {
    key: view.key,
    at: view.at - buckets * bucketMs,
    age: Math.max(0, view.age - buckets),
    get: (channel, ago) => (ago < 0 ? 0 : view.get(channel, ago + buckets)),
    sum: (channel, ago, span) => view.sum(channel, ago + buckets, span),
    history: (channel, ago, span) => view.history(channel, ago + buckets, span),
    actors: busiest,
    outlets: (span) => Math.min(view.outlets(span + buckets), busiest(span)),
    platforms: (span) => view.platforms(span + buckets),
  };
}
