/** How steeply a domain's margin becomes its share: margins are about ±1, so a clear case gets 0.95 or 0.05. */
const GATE_SLOPE = 3;

/** Outputs per bucket: the classes in general, again for each domain, and one gate per domain. */
export function outputCount({
  classes,
  domains,
}: {
  classes: readonly string[];
  domains: readonly string[];
}): number {
  return classes.length * (1 + domains.length) + domains.length;
}

/**
 * Share of each domain in how a text is read, from the gates' margins: each domain alone says how likely the text is
 * its own; what is left when all doubt (a kind of text never seen) is shared out by the prior. The shares sum to 1.
 */
export function domainShares(margins: Float32Array, prior: readonly number[]): Float32Array {
  const shares = margins.map((margin) => 1 / (1 + Math.exp(-GATE_SLOPE * margin)));
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total >= 1) return shares.map((share) => share / total);
  return shares.map((share, d) => share + (1 - total) * (prior[d] ?? 0));
}
