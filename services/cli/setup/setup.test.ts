import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setup } from './setup.ts';

describe('saring setup', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'saring-setup-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));
  const secret = (name: string): string => readFileSync(join(dir, 'secrets', name), 'utf8').trim();

  it('makes every secret anew, for the owner alone, and the settings for servers on this machine', () => {
    const { made, kept, env } = setup({ dir, contact: 'humas@kpu.example' });
    expect(made).toHaveLength(8);
    expect(kept).toEqual([]);
    expect(statSync(join(dir, 'secrets')).mode & 0o777).toBe(0o700);
    expect(secret('redis_url')).toBe(`redis://default:${secret('redis_password')}@redis:6379`);
    expect(new Set(made.map(secret)).size).toBe(8);
    for (const name of [
      'token',
      'pseudonym_key',
      'redis_password',
      'database_password',
      'elasticsearch_password',
    ])
      expect(secret(name).length).toBeGreaterThanOrEqual(43);
    expect(readFileSync(env.path, 'utf8')).toMatch(
      /^COMPOSE_PROFILES=one-node\nSARING_CONTACT="humas@kpu.example"$/m,
    );
  });

  it('run again changes nothing; what is missing is made to fit what is there', () => {
    setup({ dir });
    const password = secret('database_password');
    writeFileSync(join(dir, '.env'), 'MINE=1\n');
    rmSync(join(dir, 'secrets', 'database_url'));
    const again = setup({ dir });
    expect(again.made).toEqual(['database_url']);
    expect(secret('database_url')).toBe(`postgres://saring:${password}@postgres:5432/saring`);
    expect(readFileSync(join(dir, '.env'), 'utf8')).toBe('MINE=1\n');
    expect(setup({ dir }).made).toEqual([]);
  });

  it('takes the addresses of servers elsewhere, all three, and makes no passwords for them', () => {
    expect(() => setup({ dir, redisUrl: 'redis://a' })).toThrow('--database-url, --elasticsearch-url');
    const { profile } = setup({
      dir,
      redisUrl: 'rediss://u:p@a:6379',
      databaseUrl: 'postgres://b/saring',
      elasticsearchUrl: 'https://c:9200',
    });
    expect(profile).toBe('cluster');
    expect(readdirSync(join(dir, 'secrets')).sort()).toEqual([
      'database_url',
      'elasticsearch_url',
      'pseudonym_key',
      'redis_url',
      'token',
    ]);
    expect(readFileSync(join(dir, '.env'), 'utf8')).toMatch(/^COMPOSE_PROFILES=$/m);
  });

  it('does not pretend to have changed addresses that are there, and knows a cluster again', () => {
    const cluster = {
      redisUrl: 'rediss://u:p@a:6379',
      databaseUrl: 'postgres://b/saring',
      elasticsearchUrl: 'https://c:9200',
    };
    setup({ dir });
    expect(() => setup({ dir, ...cluster })).toThrow(
      /sudah ada alamat lain \(redis_url, database_url, elast/,
    );
    rmSync(join(dir, 'secrets'), { recursive: true });
    setup({ dir, ...cluster });
    const again = setup({ dir });
    expect([again.profile, again.made]).toEqual(['cluster', []]);
    expect(setup({ dir, ...cluster }).made).toEqual([]);
    expect(() => setup({ dir, ...cluster, redisUrl: 'rediss://other' })).toThrow('(redis_url)');
  });

  it('refuses addresses that are none, before anything is written', () => {
    const wrong = { redisUrl: 'a:6379', databaseUrl: 'postgres://b/saring', elasticsearchUrl: 'https://c' };
    expect(() => setup({ dir, ...wrong })).toThrow('SARING_REDIS_URL does not fit: it begins with redis://');
    expect(readdirSync(dir)).toEqual([]);
  });

  it('refuses an empty secret and a contact that Docker Compose would read otherwise', () => {
    expect(() => setup({ dir, contact: 'a$b' })).toThrow('--contact');
    setup({ dir });
    writeFileSync(join(dir, 'secrets', 'token'), '');
    expect(() => setup({ dir })).toThrow('token');
  });
});
