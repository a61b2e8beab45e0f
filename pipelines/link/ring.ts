type Column = Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;
type Make = (length: number) => Column;
type Made<S extends Record<string, Make>> = { [K in keyof S]: ReturnType<S[K]> };

/**
 * Columns of typed arrays addressed by a count that only grows; the oldest rows are let go at the low end and
 * their place is used again, so nothing is moved. Doubles when full.
 */
export class Ring<S extends Record<string, Make>> {
  readonly #makers: S;
  columns: Made<S>;
  /** Power of two less one: `row & mask` is the place of a row. */
  mask: number;
  low = 0;
  high = 0;

  constructor(makers: S, capacity: number) {
    this.#makers = makers;
    this.mask = capacity - 1;
    this.columns = this.#make(capacity);
  }

  get size(): number {
    return this.high - this.low;
  }

  /** Makes room for `rows` more. */
  reserve(rows: number): void {
    while (this.size + rows > this.mask + 1) this.#grow();
  }

  #grow(): void {
    const old = this.columns;
    const oldMask = this.mask;
    const wider = this.#make((oldMask + 1) * 2);
    this.mask = (oldMask + 1) * 2 - 1;
    for (const name of Object.keys(this.#makers)) {
      const [from, to] = [old[name]!, wider[name]!];
      for (let row = this.low; row < this.high; row++) to[row & this.mask] = from[row & oldMask]!;
    }
    this.columns = wider;
  }

  #make(capacity: number): Made<S> {
    const entries = Object.entries(this.#makers).map(([name, make]) => [name, make(capacity)]);
    return Object.fromEntries(entries) as Made<S>;
  }
}
export const float64 = (length: number) => new Float64Array(length);
export const float32 = (length: number) => new Float32Array(length);
export const int32 = (length: number) => new Int32Array(length);
export const uint32 = (length: number) => new Uint32Array(length);
export const uint16 = (length: number) => new Uint16Array(length);
export const uint8 = (length: number) => new Uint8Array(length);
