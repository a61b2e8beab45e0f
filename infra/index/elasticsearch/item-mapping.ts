import type { estypes } from '@elastic/elasticsearch';

export interface ItemMapping {
  /** Grows with every change; a newer program rolls older indices to its own version. */
  version: number;
  settings: estypes.IndicesIndexSettings;
  properties: Record<string, estypes.MappingProperty>;
}

const keyword: estypes.MappingProperty = { type: 'keyword' };
const time: estypes.MappingProperty = { type: 'date', format: 'epoch_millis' };
/** Kept in the document and never looked at by the index; long values cannot be refused. */
const kept: estypes.MappingProperty = { type: 'keyword', index: false, doc_values: false };
const keptObject: estypes.MappingProperty = { type: 'object', enabled: false };
const toWords: estypes.MappingProperty = { type: 'text', index: false, copy_to: 'words' };

/**
 * Strict: a field that is not here is an error, not a guess. The item is kept whole; what is filtered by lies beside
 * it in fields of its own. `words` is title and text together: stemmed, and as written in `words.exact`.
 * Negations carry the meaning of a denial, so there are no stop words.
 */
export const itemMapping: ItemMapping = {
  version: 1,
  settings: {
    number_of_shards: 1,
    // none on a single node, one where there is a second node for it
    auto_expand_replicas: '0-1',
    // set, so that an idle index is refreshed too: other processes see a write within 2 s
    refresh_interval: '1s',
    analysis: {
      analyzer: {
        saring_indonesian: { type: 'indonesian', stopwords: '_none_' },
        saring_exact: { type: 'standard', stopwords: '_none_' },
      },
    },
  },
  properties: {
    id: keyword,
    platform: keyword,
    sourceId: keyword,
    nativeId: kept,
    url: kept,
    title: toWords,
    text: toWords,
    words: {
      type: 'text',
      analyzer: 'saring_indonesian',
      fields: { exact: { type: 'text', analyzer: 'saring_exact', norms: false } },
    },
    author: kept,
    authorKind: kept,
    outlet: keyword,
    publishedAt: time,
    collectedAt: { type: 'date', format: 'epoch_millis', index: false },
    metrics: keptObject,
    version: { type: 'integer' },
    labels: keptObject,
    storyId: keyword,
    issueId: keyword,
    duplicateOf: keyword,
    linkedAt: time,
    bandKeys: { type: 'keyword', doc_values: false },
    // what filters and facets need of the labels
    areas: keyword,
    topic: keyword,
    tone: keyword,
    stance: keyword,
    criticism: { type: 'boolean' },
    indicated: { type: 'boolean' },
  },
};
