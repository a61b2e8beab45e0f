import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSecrets } from '../../services/cli/setup/make-secrets.ts';
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

  it('has no password of its own and publishes the API alone', () => {
    expect(compose).not.toMatch(/PASSWORD:|requirepass [^%]/);
    expect(compose.match(/^ {4}ports:/gm)).toHaveLength(1);
  });
});
