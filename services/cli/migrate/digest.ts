import { createHash } from 'node:crypto';

/** JSON with sorted keys; half a surrogate pair, which no server keeps, is what it becomes on the way. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'string') return inner.toWellFormed();
    return inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner;
  });

export const hashOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

/** A count and a hash of many values that do not depend on their order: engines sort text differently. */
export class Digest {
  #count = 0;
  #sum = 0n;

  add(value: unknown): void {
    this.#count += 1;
    // The sum, unlike XOR, also tells a value that is there twice.
    this.#sum = BigInt.asUintN(256, this.#sum + BigInt(`0x${hashOf(value)}`));
  }

  get count(): number {
    return this.#count;
  }

  get hash(): string {
    return this.#sum.toString(16).padStart(64, '0');
  }

  equals(other: Digest): boolean {
    return this.count === other.count && this.hash === other.hash;
  }
}
