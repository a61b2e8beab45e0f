/** Documents and counts of one term, growing. */
export interface Postings {
  documents: Int32Array;
  counts: Uint16Array;
  length: number;
  /** Documents still there. */
  live: number;
}

/** An inverted index from hashed term to the documents that hold it. Removed ones are skipped until a rebuild. */
export class PostingIndex {
  readonly #terms = new Map<number, Postings>();

  add(document: number, terms: ReadonlyMap<number, number>): void {
    for (const [term, count] of terms) {
      const postings = this.#terms.get(term) ?? this.#start(term);
      if (postings.length === postings.documents.length) widen(postings);
      postings.documents[postings.length] = document;
      postings.counts[postings.length++] = Math.min(count, 65_535);
      postings.live++;
    }
  }

  /** The counts fall at once; the entry itself stays and must be skipped by its document. */
  remove(terms: ReadonlyMap<number, number>): void {
    for (const term of terms.keys()) this.#terms.get(term)!.live--;
  }

  clear(): void {
    this.#terms.clear();
  }

  frequency(term: number): number {
    return this.#terms.get(term)?.live ?? 0;
  }

  /** Documents and counts of a term, as they are stored; null when none holds it. */
  postings(term: number): Readonly<Postings> | null {
    return this.#terms.get(term) ?? null;
  }

  #start(term: number): Postings {
    const postings = { documents: new Int32Array(2), counts: new Uint16Array(2), length: 0, live: 0 };
    this.#terms.set(term, postings);
    return postings;
  }
}

function widen(postings: Postings): void {
  const documents = new Int32Array(postings.length * 2);
  const counts = new Uint16Array(postings.length * 2);
  documents.set(postings.documents);
  counts.set(postings.counts);
  postings.documents = documents;
  postings.counts = counts;
}
