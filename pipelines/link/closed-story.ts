import { likenessOf, type Vector } from './likeness.ts';
import type { Matter, StoryState } from './matter.ts';

/** Likeness to the first text of a closed story from which a text tells it again. Chosen: the same line with a new beginning. */
const reopenLikeness = 0.5;

/**
 * The closed story of a matter that a text tells again; null when it says something new.
 * @param openFrom instant from which stories are still open, epoch milliseconds
 */
export function closedStory(
  matter: Matter,
  stories: ReadonlyMap<number, StoryState>,
  text: Vector,
  openFrom: number,
): StoryState | null {
  if (matter.firstAt >= openFrom) return null;
  let best: StoryState | null = null;
  let most = reopenLikeness;
  for (const key of matter.stories) {
    const story = stories.get(key);
    if (story === undefined || story.face === null || story.lastAt >= openFrom) continue;
    const likeness = likenessOf(text, story.face);
    if (likeness > most) [best, most] = [story, likeness];
  }
  return best;
}
