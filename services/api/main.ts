import { randomBytes } from 'node:crypto';
import { nationalScope } from '../../shared/domain/unit.ts';
import { openDistributed, runProcess } from '../distributed/main.ts';
import { buildApp } from './app.ts';
import { createChangeFeed, followChanges } from './events.ts';

/** Serves the API of a distributed installation; any number of these stand behind one address. */
await runProcess(async (settings) => {
  const installation = await openDistributed(settings);
  const token = settings.token ?? randomBytes(24).toString('base64url');
  const bus = installation.changes;
  const { changes, stop } = bus
    ? await followChanges(bus)
    : { changes: createChangeFeed(), stop: async () => {} };
  const app = await buildApp({
    ...installation,
    changes,
    whatsappSecret: settings.whatsappSecret,
    scope: nationalScope,
    token,
    logLevel: settings.logLevel,
  });
  const address = await app.listen({ host: settings.host, port: settings.port });
  process.stderr.write(`api: ${address}\n`);
  if (!settings.token) process.stderr.write(`token for this run: ${token}\n`);
  return async () => {
    await app.close();
    await stop();
    await installation.close();
  };
});
