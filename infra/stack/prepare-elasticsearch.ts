import { buildElasticsearch, elasticsearchVersion } from './build-elasticsearch.ts';

/** Builds the Elasticsearch of the tests ahead of them, so that no test waits for the download. */
const { home } = buildElasticsearch();
console.log(`Elasticsearch ${elasticsearchVersion()} is in ${home}`);
