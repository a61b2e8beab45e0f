/**
 * The characters any analysis looks at. Articles in the public page benchmarks are below 12,000; the rest of a
 * longer text is ignored, so that a hostile item of 1 MB costs no more than a long article.
 */
export const MAX_ANALYSED_CHARS = 20_000;

/** Words beyond this length are cut: no Indonesian word reaches it, and a "word" of 1 MB must stay cheap. */
export const MAX_WORD_CHARS = 40;
