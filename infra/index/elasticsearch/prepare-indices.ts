import { type Client, errors } from '@elastic/elasticsearch';
import { IndexRefused } from './connect-elasticsearch.ts';
import type { IndexNames } from './index-names.ts';
import type { ItemMapping } from './item-mapping.ts';
import { mappingDifferences } from './mapping-differences.ts';
import { rollIndex } from './roll-index.ts';

const leastMajor = 9;

/** @throws IndexRefused when the server is older than 9, a copy of the data is lost, or it takes no writes */
export async function checkServer(client: Client, names: IndexNames): Promise<void> {
  const { nodes } = await client.nodes.info({ filter_path: ['nodes.*.version', 'nodes.*.name'] });
  for (const { version, name } of Object.values(nodes))
    if (Number(version.split('.')[0]) < leastMajor)
      throw new IndexRefused(
        `Elasticsearch ${version} (${name}) is too old: this program needs ${leastMajor} or newer`,
      );
  const { status } = await client.cluster.health();
  if (status === 'red')
    throw new IndexRefused(
      'Elasticsearch is red: some data has no copy that is up; see _cluster/allocation/explain',
    );
  await checkBlocks(client, names);
}

interface Block {
  description: string;
  levels: string[];
}

interface Blocks {
  blocks?: { global?: Record<string, Block>; indices?: Record<string, Record<string, Block>> };
}

/** What the server itself sets on every index of a node whose disk is at its last watermark; its words change. */
const floodStage = /flood-stage|read-only \/ allow delete/;

/** @throws IndexRefused naming the block, when one of our indices takes no writes */
async function checkBlocks(client: Client, names: IndexNames): Promise<void> {
  const { blocks } = (await client.cluster.state({
    metric: 'blocks',
    index: names.read,
    ignore_unavailable: true,
  })) as Blocks;
  const all = Object.entries({ ...blocks?.indices, 'the cluster': blocks?.global ?? {} });
  for (const [where, found] of all)
    for (const { description, levels } of Object.values(found)) {
      if (!levels.includes('write')) continue;
      const remedy = floodStage.test(description)
        ? 'its disk is at the flood-stage watermark: free some space, the block then goes by itself'
        : 'take the block off';
      throw new IndexRefused(
        `Elasticsearch takes no writes: ${where} is blocked (${description.split(',')[0]}); ${remedy}`,
      );
    }
}

/**
 * Puts the template, refuses indices that are not ours to use, and moves those of an older mapping to this one.
 * Run it while no other process does (a lock of the caller); reading and writing may go on meanwhile.
 */
export async function prepareIndices(client: Client, names: IndexNames, mapping: ItemMapping): Promise<void> {
  await checkServer(client, names);
  for (const [index, { version, properties }] of await mappingsBehind(client, names)) {
    if (version === null)
      throw new IndexRefused(
        `The index ${index} stands behind the alias ${names.read} and was not made by this program: take it out`,
      );
    if (version > mapping.version)
      throw new IndexRefused(
        `The index ${index} has mapping ${version}, this program knows ${mapping.version}: it is older than its data`,
      );
    const wrong = version === mapping.version ? mappingDifferences(mapping.properties, properties) : [];
    if (wrong.length > 0)
      throw new IndexRefused(
        `The mapping of ${index} was changed by hand (${wrong.join(', ')}): restore that index from its snapshot`,
      );
  }
  await client.indices.putIndexTemplate({
    name: names.template(mapping.version),
    index_patterns: [names.pattern(mapping.version)],
    version: mapping.version,
    // Above the templates that Elasticsearch brings itself (100 to 200).
    priority: 500,
    template: {
      settings: mapping.settings,
      mappings: { dynamic: 'strict', _meta: { version: mapping.version }, properties: mapping.properties },
    },
  });
  for (const [index, { version }] of await mappingsBehind(client, names))
    if (version !== null && version < mapping.version) await rollIndex(client, names, mapping, index);
}

interface FoundMapping {
  /** null where there is none, or the index has a name that is not ours. */
  version: number | null;
  properties: ItemMapping['properties'];
}

/** Of the indices behind the read alias. */
async function mappingsBehind(client: Client, names: IndexNames): Promise<Map<string, FoundMapping>> {
  const all = new Map<string, FoundMapping>();
  if (!(await client.indices.existsAlias({ name: names.read }))) {
    if (await client.indices.exists({ index: names.read }))
      throw new IndexRefused(
        `${names.read} is an index made by hand; this program needs the name for its alias`,
      );
    return all;
  }
  const mappings = await client.indices.getMapping({ index: names.read });
  for (const [index, { mappings: found }] of Object.entries(mappings)) {
    const version: unknown = found._meta?.['version'];
    const isOurs = names.monthOf(index) !== null && typeof version === 'number';
    all.set(index, { version: isOurs ? version : null, properties: found.properties ?? {} });
  }
  return all;
}

/**
 * Makes the index of a month with its aliases; one that is there stays. The aliases come once its shard is up: a search
 * over all months would else be refused at the turn of each.
 */
export async function createMonth(
  client: Client,
  names: IndexNames,
  mapping: ItemMapping,
  month: string,
): Promise<void> {
  const alias = names.write(month);
  if (await client.indices.existsAlias({ name: alias })) return;
  const index = names.index(mapping.version, month);
  try {
    await client.indices.create({ index });
  } catch (error) {
    const exists =
      error instanceof errors.ResponseError && /resource_already_exists_exception/.test(error.message);
    if (!exists) throw error;
  }
  // Another process made it this moment, or died before it gave it its names.
  await client.cluster.health({ index, wait_for_status: 'yellow' });
  await client.indices.updateAliases({
    actions: [{ add: { index, alias: names.read } }, { add: { index, alias, is_write_index: true } }],
  });
}
