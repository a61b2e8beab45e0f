import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BadSetting, loadConfig } from './load-config.ts';
import { environmentName, settingNames } from './settings.ts';

describe('loadConfig', () => {
  it('has a default for everything', () => {
    expect(loadConfig({})).toMatchObject({
      dataDir: 'data',
      host: '127.0.0.1',
      port: 8_140,
      poll: true,
      allowAddresses: [],
    });
  });

  it('reads the environment, and the command line over it', () => {
    const settings = loadConfig(
      { SARING_PORT: '9000', SARING_POLL: 'false', SARING_DATA_DIR: 'a', PATH: '/bin' },
      { dataDir: 'b', port: undefined },
    );
    expect(settings).toMatchObject({ port: 9_000, poll: false, dataDir: 'b' });
  });

  it('reads a secret from the file that is named, and no other setting', () => {
    const read = (path: string): string => (path === '/run/token' ? 'a-long-enough-token\n' : '');
    expect(loadConfig({ SARING_TOKEN_FILE: '/run/token' }, {}, read).token).toBe('a-long-enough-token');
    expect(() => loadConfig({ SARING_PORT_FILE: '/run/port' }, {}, read)).toThrow('SARING_PORT_FILE');
    expect(() => loadConfig({ SARING_TOKEN_FILE: '/nowhere/token' })).toThrow('cannot be read');
  });

  it('takes an empty variable for none', () => {
    expect(loadConfig({ SARING_TOKEN: '' }).token).toBeUndefined();
  });

  it('refuses an unknown name and says which was meant', () => {
    expect(() => loadConfig({ SARING_PROT: '1' })).toThrow(
      new BadSetting('SARING_PROT is no setting of this program; did you mean SARING_PORT?'),
    );
  });

  it('refuses a file of authorities that is not there or holds no certificate', () => {
    const read = (path: string): string => {
      if (path === '/ca.pem') return '-----BEGIN CERTIFICATE-----\n';
      if (path === '/key.pem') return '-----BEGIN PRIVATE KEY-----\n';
      throw new Error('ENOENT');
    };
    const load = (path: string) => loadConfig({ SARING_ELASTICSEARCH_CA: path }, {}, read);
    expect(load('/ca.pem').elasticsearchCa).toBe('/ca.pem');
    expect(() => load('/none.pem')).toThrow(
      'SARING_ELASTICSEARCH_CA names a file that cannot be read: /none.pem',
    );
    expect(() => load('/key.pem')).toThrow(/^SARING_ELASTICSEARCH_CA .*no certificate/);
  });

  it.each([
    ['SARING_REDIS_URL', 'localhost:6379', 'it begins with redis:// or rediss://'],
    ['SARING_DATABASE_URL', 'mysql://a', 'it begins with postgres://'],
    ['SARING_ELASTICSEARCH_URL', 'localhost:9200', 'it begins with http:// or https://'],
  ])('says in words what %s has to be', (name, value, words) => {
    expect(() => loadConfig({ [name]: value })).toThrow(`${name} does not fit: ${words}`);
  });

  it.each([
    ['SARING_PORT', '70000'],
    ['SARING_TOKEN', 'short'],
    ['SARING_LOG_LEVEL', 'loud'],
    ['SARING_POLL', 'maybe'],
  ])('refuses %s=%s, naming it', (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrow(name);
  });

  describe('with a file of settings', () => {
    const files: Record<string, string> = {
      '/etc/saring.json': '{"port": 9001, "contact": "humas", "tokenFile": "/run/token"}',
      '/run/token': 'a-long-enough-token\n',
      '/etc/typo.json': '{"prot": 1}',
      '/etc/wrong.json': '{"port": 70000}',
      '/etc/list.json': '[]',
      '/etc/half.json': '{"port":',
    };
    const read = (path: string): string => {
      if (!(path in files)) throw new Error('ENOENT');
      return files[path]!;
    };
    const load = (path: string, more = {}, overrides = {}) =>
      loadConfig({ SARING_CONFIG: path, ...more }, overrides, read);

    it('puts the environment over the file and the command line over both', () => {
      expect(load('/etc/saring.json')).toMatchObject({
        port: 9_001,
        contact: 'humas',
        token: 'a-long-enough-token',
      });
      expect(load('/etc/saring.json', { SARING_PORT: '9002' })).toMatchObject({
        port: 9_002,
        contact: 'humas',
      });
      expect(load('/etc/saring.json', { SARING_PORT: '9002' }, { port: '9003' }).port).toBe(9_003);
    });

    it.each([
      ['/etc/typo.json', '/etc/typo.json: prot is no setting of this program; did you mean port?'],
      ['/etc/wrong.json', 'SARING_PORT does not fit'],
      ['/etc/list.json', '/etc/list.json has to hold one JSON object of settings'],
      ['/etc/half.json', 'SARING_CONFIG names a file that is no JSON: /etc/half.json'],
      ['/etc/none.json', 'SARING_CONFIG names a file that cannot be read: /etc/none.json'],
    ])('refuses %s in one line', (path, message) => {
      expect(() => load(path)).toThrow(message);
      expect(() => load(path)).not.toThrow('\n');
    });
  });

  it('has a word on every setting in the page for operators', () => {
    const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
    // `SARING_OIDC_ISSUER`, `…_CLIENT_ID` names the second one as well.
    const shortened = page.replace(/`SARING_([A-Z]+)_[A-Z_]+`(?:, `…_[A-Z_]+`)+/g, (names, group: string) =>
      names.replaceAll('…', `SARING_${group}`),
    );
    const named = new Set(shortened.match(/SARING_[A-Z_]*[A-Z]/g));
    expect(settingNames.map(environmentName).filter((name) => !named.has(name))).toEqual([]);
  });
});
