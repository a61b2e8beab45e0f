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

/** A domain below this share is left out and its share given to the others: it could hardly turn a label. */
const LEAST_SHARE = 0.03;

/**
 * Turns the gates' margins into the share of each domain in how a text is read: each domain alone says how likely the
 * text is its own; what is left when all doubt (a kind of text never seen) is shared out by the prior. In place; the
 * shares sum to 1.
 */
export function domainShares(margins: Float32Array, prior: readonly number[]): void {
  let total = 0;
  for (let d = 0; d < margins.length; d++) {
    const share = 1 / (1 + Math.exp(-GATE_SLOPE * (margins[d] as number)));
    margins[d] = share;
    total += share;
  }
  let kept = 0;
  for (let d = 0; d < margins.length; d++) {
    const own = margins[d] as number;
    const share = total >= 1 ? own / total : own + (1 - total) * (prior[d] ?? 0);
    margins[d] = share < LEAST_SHARE ? 0 : share;
    kept += margins[d] as number;
  }
  for (let d = 0; d < margins.length; d++) margins[d] = (margins[d] as number) / kept;
}
