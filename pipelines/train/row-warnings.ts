interface LabelledText {
  text: string;
  label?: string | undefined;
}

/** Letters and digits only: two texts that differ in case, spaces or marks count as one. */
export const sameTextKey = (text: string): string => {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? text : letters;
};

/**
 * What in the rows of a training would flatter or confuse it, one line each: texts that are also among those to be
 * measured on, and texts that stand there twice with different labels. Nothing is left out; a person decides.
 */
export function rowWarnings(rows: readonly LabelledText[], heldOut: readonly LabelledText[] = []): string[] {
  const labels = new Map<string, Set<string>>();
  for (const { text, label = '' } of rows) {
    const key = sameTextKey(text);
    const known = labels.get(key);
    if (known) known.add(label);
    else labels.set(key, new Set([label]));
  }
  const shared = heldOut.filter(({ text }) => labels.has(sameTextKey(text))).length;
  const disputed = [...labels.values()].filter((given) => given.size > 1).length;
  const warnings: string[] = [];
  if (shared > 0)
    warnings.push(
      `${shared} of ${heldOut.length} held-out texts are in the training too: their figures will flatter`,
    );
  if (disputed > 0) warnings.push(`${disputed} texts stand in the training with different labels`);
  return warnings;
}
