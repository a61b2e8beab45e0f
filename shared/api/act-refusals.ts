/** Why an act is refused, as the `type` of the problem: programs tell them apart by it, the desk has words for each. */
export const refusalTypes = {
  merged: 'urn:saring:issue-merged',
  local: 'urn:saring:issue-local',
  published: 'urn:saring:both-published',
  apart: 'urn:saring:kept-apart',
  whole: 'urn:saring:whole-issue',
  undone: 'urn:saring:act-undone',
  apartAlready: 'urn:saring:apart-already',
} as const;
export type Refusal = keyof typeof refusalTypes;
