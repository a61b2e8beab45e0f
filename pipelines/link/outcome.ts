import type { Issue } from '../../shared/domain/issue.ts';
import type { Topic } from '../../shared/domain/labels.ts';
import type { Story } from '../../shared/domain/story.ts';
import type { TallyDelta } from './tally.ts';

/** Where an item is now. Items of earlier batches appear again when their place changed. */
export interface Assignment {
  itemId: string;
  /** The first item of which this one is a re-post. */
  duplicateOf: string | null;
  storyId: string;
  /** The most local issue; null while its matter is not an issue. */
  issueId: string | null;
}

/**
 * What a batch did to an issue. Texts, unit, areas and times are as they are now; counts and spread are what has
 * to be added to the record (negative where a person moved items away).
 */
export interface IssueChange
  extends TallyDelta,
    Pick<Issue, 'id' | 'title' | 'summary' | 'unit' | 'parentId' | 'topic' | 'areas' | 'firstAt' | 'lastAt'> {
  isNew: boolean;
  topic: Topic;
  /** Telling headlines per tone, at most three each. */
  sentences: { positive: string[]; neutral: string[]; negative: string[] };
}

/** Who made two issues one. */
export type Decider = 'machine' | 'person';

export interface LinkOutcome {
  assignments: Assignment[];
  /** Stories of more than one item, and all stories of issues, as they are now. */
  stories: Story[];
  issues: IssueChange[];
  /** `from` has become part of `into`: all its items were assigned anew in this outcome. */
  merges: { from: string; into: string; by: Decider }[];
  /** Pairs of issues that would have become one, were people not at work on them; the lesser id first. */
  alike: [string, string][];
}
