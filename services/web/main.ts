import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { loadConfig } from '../../shared/config/load-config.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { buildApp } from '../api/app.ts';
import { createChangeFeed } from '../api/events.ts';
import { openApiCollecting, openReaders } from '../installation/main.ts';
import { openEmbedded } from '../standalone/main.ts';

export const generatedFile = join(import.meta.dirname, 'client', 'api', 'generated', 'schema.ts');

interface Described {
  paths?: Record<string, Record<string, { responses?: Record<string, unknown> }>>;
}

/** Every error is a Problem and is thrown by the client: repeated at each route it would be two thirds of the file. */
function withoutErrors(described: Described): Described {
  for (const methods of Object.values(described.paths ?? {}))
    for (const { responses } of Object.values(methods))
      for (const status of Object.keys(responses ?? {})) if (Number(status) >= 300) delete responses![status];
  return described;
}

/** TypeScript of the API's own description, every optional route included. */
export async function describeApi(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'saring-types-'));
  const settings = loadConfig({}, { dataDir: folder, logLevel: 'silent', publicReports: true });
  const installation = await openEmbedded(settings);
  const readers = openReaders();
  try {
    const app = await buildApp({
      ...installation,
      changes: createChangeFeed(),
      collecting: await openApiCollecting(installation, readers, settings),
      whatsappSecret: 'only so that its routes are described',
      scope: nationalScope,
      token: 'nobody asks',
      logLevel: 'silent',
    });
    await app.ready();
    const described = withoutErrors(JSON.parse(JSON.stringify(app.swagger())));
    const types = await openapiTS(JSON.stringify(described), {
      alphabetize: true,
      defaultNonNullable: false,
    });
    await app.close();
    return `/** Generated from the API's own description by \`npm run web:types\`. */\n\n${astToString(types)}`;
  } finally {
    await readers.close();
    await installation.close();
    rmSync(folder, { recursive: true });
  }
}

/** `npm run web:types`; `--check` only compares. */
if (import.meta.main) {
  const types = await describeApi();
  if (!process.argv.includes('--check')) writeFileSync(generatedFile, types);
  else if (readFileSync(generatedFile, 'utf8') !== types) {
    console.error('The desk’s types of the API are stale: run npm run web:types');
    process.exitCode = 1;
  }
}
