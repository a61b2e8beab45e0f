import { describe, expect, it } from 'vitest';
import { BadSetting, loadConfig } from './load-config.ts';

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

  it.each([
    ['SARING_PORT', '70000'],
    ['SARING_TOKEN', 'short'],
    ['SARING_LOG_LEVEL', 'loud'],
    ['SARING_POLL', 'maybe'],
  ])('refuses %s=%s, naming it', (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrow(name);
  });
});
