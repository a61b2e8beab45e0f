import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSecrets } from '../../services/cli/setup/make-secrets.ts';
import { environmentName, settingNames } from '../../shared/config/settings.ts';
import { elasticsearchVersion } from './build-elasticsearch.ts';
import { postgresProgram } from './start-postgres.ts';
import { redisProgram } from './start-redis.ts';

const root = join(import.meta.dirname, '..', '..');
const compose = readFileSync(join(root, 'docker-compose.yml'), 'utf8');

describe('docker-compose.yml', () => {
  it('runs the Elasticsearch that the tests run', () => {
    expect(compose).toContain(`elasticsearch/elasticsearch:${elasticsearchVersion()}\n`);
  });

  it('names exactly the secrets that are made, each new every time', () => {
    const files = [...compose.matchAll(/file: \.\/secrets\/(\w+)/g)].map((match) => match[1]);
    const [first, second] = [makeSecrets(), makeSecrets()];
    expect(files.toSorted()).toEqual(Object.keys(first).toSorted());
    for (const name of Object.keys(first)) expect(first[name]).not.toBe(second[name]);
  });

  it('runs the Redis and the PostgreSQL that the tests run', () => {
    const redis = redisProgram();
    const initdb = postgresProgram();
    if (redis) {
      const said = execFileSync(redis, ['--version']).toString();
      expect(compose).toContain(`image: redis:${/v=([\d.]+)/.exec(said)?.[1]}-bookworm`);
    }
    if (initdb) {
      const said = execFileSync(initdb, ['--version']).toString();
      expect(compose).toContain(`image: postgres:${/ (\d+)\./.exec(said)?.[1]}-bookworm`);
    }
  });

  it('passes on every setting that an operator may write into .env', () => {
    /** What cannot go by a line of .env: files and folders have to be mounted, which takes an override of one's own. */
    const byOverride = ['redisCa', 'databaseCa', 'elasticsearchCa', 'elasticsearchApiKey', 'toneModelDir'];
    /** Of one process, for who looks into it. */
    const ofOneRun = ['trace', 'poll'];
    /** The container's own: what is published is SARING_PUBLISH. */
    const own = ['port'];
    const passed = new Set(compose.match(/^ +(SARING_[A-Z_]+)(?=:)/gm)?.map((name) => name.trim()));
    const missing = settingNames.filter(
      (name) => !passed.has(environmentName(name)) && !passed.has(`${environmentName(name)}_FILE`),
    );
    expect(missing.toSorted()).toEqual([...byOverride, ...ofOneRun, ...own].toSorted());
    for (const name of compose.match(/\$\{SARING_[A-Z_]+(?=:-\})/g) ?? [])
      expect(settingNames.map(environmentName)).toContain(name.slice(2));
  });

  it('keeps jobs and data on disks of their own, looks at the health of each service and limits it', () => {
    const services = compose
      .split(/^services:$/m)[1]!
      .split(/^networks:$/m)[0]!
      .split(/^ {2}(?=\w+:$)/m)
      .slice(1);
    expect(services.map((service) => service.split(':')[0])).toEqual([
      ...['api', 'worker', 'scheduler'],
      ...['redis', 'postgres', 'elasticsearch'],
    ]);
    for (const service of services) {
      expect(service, service).toMatch(/limits: \{ memory: \S+, pids: \d+ \}/);
      // Those of the program share what stands above them.
      if (!service.includes('<<: *program')) expect(service, service).toMatch(/^ {4}healthcheck:$/m);
      if (service.includes('profiles: [one-node]'))
        expect(service, service).toMatch(/^ {4}volumes: \["(redis|postgres|elasticsearch):/m);
    }
    expect(compose.split(/^services:$/m)[0]).toMatch(/^ {2}healthcheck:$/m);
    expect(compose).toContain('--appendonly yes');
  });

  it('has no password of its own and publishes the API alone', () => {
    expect(compose).not.toMatch(/PASSWORD:|requirepass [^%]/);
    expect(compose.match(/^ {4}ports:/gm)).toHaveLength(1);
  });
});
