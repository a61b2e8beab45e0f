import { hashId } from '../../shared/domain/ids.ts';
import type { Story } from '../../shared/domain/story.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { IssueChange } from './outcome.ts';

const name = 'privacy.untold';
/** Chosen: some years of erasures; the oldest are of issues that ended long ago. */
const mostKept = 20_000;
/** An issue or a story of which nothing that may be shown is left. */
export const untitled = 'Isu tanpa judul';

/** By a hash: the list must not keep what was erased. */
const markOf = (line: string): string => hashId(`untold ${line}`).slice(0, 16);

/** Whether a line is the headline of something that was erased. */
export type IsUntold = (line: string) => boolean;

/** Remembers headlines that must not be told again, whoever still holds them in memory. */
export async function addUntold({ state }: Pick<Records, 'state'>, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  const known = ((await state.get(name)) as string[] | null) ?? [];
  await state.put(name, [...new Set([...known, ...lines.map(markOf)])].slice(-mostKept));
}

/** Null while nothing was ever erased. */
export async function readUntold({ state }: Pick<Records, 'state'>): Promise<IsUntold | null> {
  const known = new Set((await state.get(name)) as string[] | null);
  if (known.size === 0) return null;
  return (line) => known.has(markOf(line)) || known.has(markOf(line.replace(/\.$/, '')));
}

/** A summary is headlines put together, each of one or more sentences: those that are told no longer go. */
export function withoutUntold(summary: string, isUntold: IsUntold): string {
  const parts = summary.split(/(?<=[.!?…])\s+/);
  const kept: string[] = [];
  for (let at = 0; at < parts.length; ) {
    let end = parts.length;
    while (end > at && !isUntold(parts.slice(at, end).join(' '))) end -= 1;
    if (end === at) kept.push(parts[at++]!);
    else at = end;
  }
  return kept.join(' ');
}

type Told = Pick<IssueChange, 'title' | 'summary' | 'sentences'>;

/** What an issue says, without what was erased; `otherwise` stands for a title that may not be told. */
export function tellWithout<T extends Told>(told: T, isUntold: IsUntold, otherwise: string): T {
  const { positive, neutral, negative } = told.sentences;
  const keep = (lines: readonly string[]): string[] => lines.filter((line) => !isUntold(line));
  return {
    ...told,
    title: isUntold(told.title) ? otherwise : told.title,
    summary: withoutUntold(told.summary, isUntold),
    sentences: { positive: keep(positive), neutral: keep(neutral), negative: keep(negative) },
  };
}

/** Stories as they are to be written: one whose title was erased keeps the title that it has in the records. */
export async function storiesWithout(
  { stories }: Pick<Records, 'stories'>,
  changed: readonly Story[],
  isUntold: IsUntold,
): Promise<Story[]> {
  const ids = changed.filter(({ title }) => isUntold(title)).map(({ id }) => id);
  if (ids.length === 0) return [...changed];
  const kept = new Map((await stories.many(ids)).map(({ id, title }) => [id, title]));
  return changed.map((story) => {
    if (!ids.includes(story.id)) return story;
    const title = kept.get(story.id) ?? untitled;
    return { ...story, title: isUntold(title) ? untitled : title };
  });
}
