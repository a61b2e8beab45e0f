import { readKnowledgeCsv, writeKnowledgeCsv } from './knowledge-csv.ts';
import type { ExchangeFormat, Knowledge, ReadKnowledge } from './knowledge-file.ts';
import { readKnowledgeJson, writeKnowledgeJson } from './knowledge-json.ts';
import { readClaimReviewFile, writeClaimReviews } from './knowledge-json-ld.ts';

interface Exchange {
  mediaType: string;
  write(knowledge: Knowledge): string;
  /** @throws UnreadableKnowledge when the whole is not what it is said to be; single rows are refused */
  read(text: string): ReadKnowledge;
}

/** The forms in which the knowledge base leaves and comes back; each reads back whole what it wrote. */
export const exchanges: Readonly<Record<ExchangeFormat, Exchange>> = {
  json: { mediaType: 'application/json', write: writeKnowledgeJson, read: readKnowledgeJson },
  csv: { mediaType: 'text/csv', write: writeKnowledgeCsv, read: readKnowledgeCsv },
  jsonld: { mediaType: 'application/ld+json', write: writeClaimReviews, read: readClaimReviewFile },
};
