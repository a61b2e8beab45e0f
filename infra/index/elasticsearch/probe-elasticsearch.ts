import type { Client } from '@elastic/elasticsearch';
import { clockFinding, type Finding, ill, well } from '../../../shared/ports/finding.ts';
import { connectElasticsearch, type ElasticsearchSettings, sayConnection } from './connect-elasticsearch.ts';
import { diskFinding, type FlatSettings } from './disk-room.ts';
import { createIndexNames } from './index-names.ts';
import { itemMapping } from './item-mapping.ts';
import { mappingDifferences } from './mapping-differences.ts';

const least = 9;
const answerWithinMs = 5_000;

/** Looks at Elasticsearch and changes nothing. */
export async function probeElasticsearch(
  settings: ElasticsearchSettings,
  prefix: string,
): Promise<Finding[]> {
  const client = connectElasticsearch(settings).child({ requestTimeout: answerWithinMs, maxRetries: 0 });
  try {
    const before = Date.now();
    const { nodes } = await client.nodes.stats({ metric: 'fs' });
    const after = Date.now();
    const watermarks = await settingsOf(client);
    return [
      well('Elasticsearch: sambungan', `menjawab dalam ${after - before} ms`),
      await versionFinding(client),
      await healthFinding(client),
      ...Object.values(nodes).flatMap((node) => nodeFindings(node, watermarks, before, after)),
      ...(await mappingFindings(client, prefix)),
    ];
  } catch (error) {
    const message = sayConnection(error instanceof Error ? error.message : String(error));
    const todo = /security_exception|401|403/.test(message)
      ? 'Perbaiki SARING_ELASTICSEARCH_API_KEY atau kata sandi; hak yang diperlukan ada di docs/operations.md.'
      : 'Jalankan Elasticsearch, atau perbaiki SARING_ELASTICSEARCH_URL.';
    return [ill('Elasticsearch: sambungan', message, todo)];
  } finally {
    await client.close();
  }
}

/** Those of the cluster; none where it does not let us see them. */
async function settingsOf(client: Client): Promise<FlatSettings> {
  try {
    const told = await client.cluster.getSettings({ include_defaults: true, flat_settings: true });
    return { ...told.defaults, ...told.persistent, ...told.transient };
  } catch {
    return {};
  }
}

async function versionFinding(client: Client): Promise<Finding> {
  const { nodes } = await client.nodes.info({ filter_path: ['nodes.*.version', 'nodes.*.name'] });
  const versions = [...new Set(Object.values(nodes).map((node) => node.version))];
  const old = versions.filter((version) => Number(version.split('.')[0]) < least);
  return old.length === 0
    ? well('Elasticsearch: versi', versions.join(', '))
    : ill(
        'Elasticsearch: versi',
        old.join(', '),
        `Pasang Elasticsearch ${least} atau lebih baru di setiap simpul.`,
      );
}

async function healthFinding(client: Client): Promise<Finding> {
  const health = await client.cluster.health();
  const detail = `${health.status}, ${health.number_of_nodes} simpul, ${health.unassigned_shards} pecahan tanpa tempat`;
  if (health.status === 'red')
    return ill(
      'Elasticsearch: kesehatan',
      detail,
      'Lihat _cluster/allocation/explain: sebagian data tidak punya salinan.',
    );
  return health.status === 'yellow' && health.number_of_data_nodes > 1
    ? ill(
        'Elasticsearch: kesehatan',
        detail,
        'Lihat _cluster/allocation/explain: sebagian salinan belum ada.',
      )
    : well('Elasticsearch: kesehatan', detail);
}

interface NodeStats {
  name?: string;
  /** When it looked, by its own clock. */
  timestamp?: number;
  fs?: { total?: { total_in_bytes?: number; available_in_bytes?: number } };
}

function nodeFindings(
  { name = '', timestamp, fs }: NodeStats,
  settings: FlatSettings,
  before: number,
  after: number,
): Finding[] {
  const total = fs?.total?.total_in_bytes ?? 0;
  const free = fs?.total?.available_in_bytes ?? 0;
  const disk = diskFinding(name, free, total, settings);
  return timestamp === undefined ? [disk] : [disk, clockFinding('Elasticsearch', timestamp, before, after)];
}

async function mappingFindings(client: Client, prefix: string): Promise<Finding[]> {
  const names = createIndexNames(prefix);
  const name = 'Elasticsearch: pemetaan';
  if (!(await client.indices.existsAlias({ name: names.read }))) {
    const isIndex = await client.indices.exists({ index: names.read });
    return isIndex
      ? [
          ill(
            name,
            `${names.read} adalah indeks buatan tangan`,
            `Ganti namanya, atau setel SARING_KEY_PREFIX.`,
          ),
        ]
      : [well(name, 'masih kosong; indeks dibuat saat butir pertama ditulis')];
  }
  const mappings = await client.indices.getMapping({ index: names.read });
  const settings = await client.indices.getSettings({ index: names.read, flat_settings: true });
  const found = Object.entries(mappings).flatMap(([index, { mappings: mapping }]) => {
    const version: unknown = mapping._meta?.['version'];
    if (names.monthOf(index) === null || typeof version !== 'number')
      return [ill(name, `${index} bukan buatan program ini`, `Keluarkan dari alias ${names.read}.`)];
    if (version > itemMapping.version)
      return [
        ill(name, `${index} berversi ${version}`, 'Data ini dari program yang lebih baru: perbarui program.'),
      ];
    const wrong =
      version === itemMapping.version
        ? mappingDifferences(itemMapping.properties, mapping.properties ?? {})
        : [];
    const flat = settings[index]?.settings as Record<string, unknown> | undefined;
    const blocked = Object.entries(flat ?? {}).filter(
      ([key, value]) => key.startsWith('index.blocks.') && String(value) === 'true',
    );
    return [
      ...(wrong.length > 0
        ? [
            ill(
              name,
              `${index} diubah dengan tangan: ${wrong.join(', ')}`,
              'Pulihkan indeks itu dari cadangan.',
            ),
          ]
        : []),
      ...(blocked.length > 0
        ? [
            ill(
              'Elasticsearch: kunci tulis',
              `${index}: ${blocked.map(([key]) => key).join(', ')}`,
              'Lepaskan kunci itu setelah cakram lega.',
            ),
          ]
        : []),
    ];
  });
  return found.length > 0
    ? found
    : [well(name, `${Object.keys(mappings).length} indeks berversi ${itemMapping.version}`)];
}
