import { resolve } from 'node:path';
import { isDistributed, type Settings } from '../../../shared/config/settings.ts';
import { dayMs } from '../../../shared/domain/instant.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { type CliContext, CliError } from '../cli-context.ts';
import { createProgress } from '../progress.ts';
import { directionOf, embeddedSettings, type MigrateReport, migrate } from './migrate.ts';

export interface RunMigrate {
  direction: string;
  settings: Settings;
  /** Folder of the embedded side. */
  data?: string;
  json?: boolean;
}

/** Database, server and prefix: which installation it is, without its password. */
function serverName({ databaseUrl = '', keyPrefix }: Settings): string {
  const url = URL.parse(databaseUrl);
  return `${url?.host ?? ''}${url?.pathname ?? ''} ${keyPrefix}`;
}

/** Opens both sides, moves everything and closes them, whatever happens. */
export async function runMigrate(
  context: CliContext,
  { direction: text, settings, data = settings.dataDir, json = false }: RunMigrate,
): Promise<MigrateReport> {
  const direction = directionOf(text);
  if (!isDistributed(settings))
    throw new CliError(
      'SARING_REDIS_URL, SARING_DATABASE_URL, dan SARING_ELASTICSEARCH_URL belum disetel.',
      2,
    );
  const outward = direction === 'embedded→distributed';
  const embedded = await context.open(embeddedSettings(settings, data), { moving: true });
  try {
    const distributed = await context.open(settings, { moving: true });
    try {
      const [source, target] = outward ? [embedded, distributed] : [distributed, embedded];
      const progress = createProgress(context, json, 'baris dan butir');
      progress.start(await sizeOf(source));
      let done = 0;
      const report = await migrate(source, target, {
        direction,
        from: outward ? resolve(data) : serverName(settings),
        sourceDir: outward ? data : settings.dataDir,
        targetDir: outward ? settings.dataDir : data,
        now: Date.now,
        moved(_what, count) {
          done += count;
          progress.update(done);
        },
      });
      progress.stop();
      return report;
    } finally {
      await distributed.close();
    }
  } finally {
    await embedded.close();
  }
}

/** Rows and items, for the progress bar. */
async function sizeOf({ tables, index }: Installation): Promise<number> {
  let size = 0;
  for (const table of await tables.names()) size += await tables.count(table);
  for (const { items } of await index.histogram({ scope: nationalScope }, dayMs)) size += items;
  return size;
}
