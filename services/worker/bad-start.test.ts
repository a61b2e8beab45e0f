import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

const services = join(import.meta.dirname, '..');
const servers = {
  SARING_REDIS_URL: 'redis://127.0.0.1:1',
  SARING_DATABASE_URL: 'postgres://127.0.0.1:1/none',
  SARING_ELASTICSEARCH_URL: 'http://127.0.0.1:1',
};

async function start(service: string, settings: Record<string, string>) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('SARING_'));
  const child = spawn(process.execPath, [join(services, service, 'main.ts')], {
    env: { ...Object.fromEntries(own), ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = text(child.stderr);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  return { code, said: await said };
}

describe('a process that is set up wrongly', () => {
  it.each([
    [
      'worker',
      { ...servers, SARING_REDDIS_URL: 'x' },
      'SARING_REDDIS_URL is no setting of this program; did you mean',
    ],
    ['worker', { SARING_DATABASE_URL: servers.SARING_DATABASE_URL }, 'SARING_REDIS_URL is not set'],
    [
      'scheduler',
      { ...servers, SARING_REDIS_URL: 'localhost' },
      'SARING_REDIS_URL does not fit: it begins with',
    ],
    [
      'api',
      { ...servers, SARING_TOKEN_FILE: '/nowhere' },
      'SARING_TOKEN_FILE names a file that cannot be read',
    ],
    [
      'api',
      { ...servers, SARING_DATABASE_CA: import.meta.filename },
      'SARING_DATABASE_CA names a file that holds no',
    ],
  ])('ends with 2 and one line: %s %o', async (service, settings, line) => {
    const { code, said } = await start(service, settings as Record<string, string>);
    expect(said).toMatch(/^saring: [^\n]+\n$/);
    expect(said).toContain(line);
    expect(code).toBe(2);
  });
});
