/** Documents told apart in one question: above all that one question may read. */
const most = 2_048;
const slotBits = 11;
/** Questions between two wipes of the table: what is left of 32 bits beside the slot. */
const lastRound = 2 ** (31 - slotBits) - 1;

/**
 * Sums of weight by document. What was found lies side by side in the order it was met; the wide table only says where,
 * and is never wiped between two questions: an entry of an older question does not count.
 */
export class SharedWeights {
  readonly documents = new Int32Array(most);
  readonly weights = new Float32Array(most);
  count = 0;
  #table = new Int32Array(4096);
  #round = 0;

  /** @param open documents there may be; they are consecutive numbers */
  begin(open: number): void {
    this.count = 0;
    if (this.#table.length < open) {
      this.#table = new Int32Array(2 ** Math.ceil(Math.log2(open + 1)));
      this.#round = 0;
    }
    if (this.#round++ < lastRound) return;
    this.#table.fill(0);
    this.#round = 1;
  }

  /** Adds a weight to the first `length` of `documents`. */
  add(documents: Int32Array, length: number, weight: number): void {
    const table = this.#table;
    const mask = table.length - 1;
    const mark = this.#round << slotBits;
    for (let i = 0; i < length; i++) {
      const document = documents[i]!;
      const entry = table[document & mask]!;
      if (entry >> slotBits === this.#round) {
        this.weights[entry & (most - 1)]! += weight;
      } else if (this.count < most) {
        table[document & mask] = mark | this.count;
        this.documents[this.count] = document;
        this.weights[this.count++] = weight;
      }
    }
  }
}
