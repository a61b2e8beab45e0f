export interface Mark {
  /** Pixels from the left. */
  x: number;
  mark: string;
}

/** Marks that would lie over each other become one: "C–G". `marks` go from left to right. */
export function marksApart(marks: readonly Mark[], apart: number): Mark[] {
  const groups: Mark[][] = [];
  for (const one of marks) {
    const group = groups.at(-1);
    if (group && one.x - group.at(-1)!.x < apart) group.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => ({
    x: group[0]!.x,
    mark: group.length === 1 ? group[0]!.mark : `${group[0]!.mark}–${group.at(-1)!.mark}`,
  }));
}
