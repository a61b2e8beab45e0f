import { randomBytes } from 'node:crypto';
import { loadConfig } from '../../shared/config/load-config.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { runProcess } from '../distributed/main.ts';
import { findDesk, openApiCollecting, openIdentity, openReaders } from '../installation/main.ts';
import { buildApp } from './app.ts';
import { createChangeFeed, followChanges } from './events.ts';
import { makeFirstLink } from './people/first-link.ts';

/** Serves the API of a distributed installation; any number of these stand behind one address. */
await runProcess('api', async ({ settings, telemetry, metrics, open }) => {
  const installation = await open();
  const token = settings.token ?? randomBytes(24).toString('base64url');
  const bus = installation.changes;
  const { changes, stop } = bus
    ? await followChanges(bus)
    : { changes: createChangeFeed(), stop: async () => {} };
  const readers = openReaders();
  const app = await buildApp({
    ...installation,
    changes,
    collecting: await openApiCollecting(installation, readers, settings),
    whatsappSecret: settings.whatsappSecret,
    ...openIdentity(settings),
    scope: nationalScope,
    token,
    logLevel: settings.logLevel,
    deskFolder: findDesk() ?? undefined,
    telemetry,
    metrics,
  });
  const address = await app.listen({ host: settings.host, port: settings.port });
  telemetry.log('info', 'listening', { address });
  const firstLink = await makeFirstLink(installation.records);
  // Behind a proxy or in a container the address that people open is not the one that is listened on.
  const base = settings.baseUrl === loadConfig({}).baseUrl ? address : settings.baseUrl.replace(/\/$/, '');
  if (firstLink !== null)
    process.stderr.write(
      `first administrator: ${base}/mulai#${firstLink} (or POST ${base}/v1/first-administrator with that token)\n`,
    );
  if (!settings.token) process.stderr.write(`token for this run: ${token}\n`);
  return async () => {
    await app.close();
    await readers.close();
    await stop();
    await installation.close();
  };
});
