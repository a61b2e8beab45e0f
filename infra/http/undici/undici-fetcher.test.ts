import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createContractClock, describeFetcherContract } from '../../../shared/ports/fetcher.contract.ts';
import { AddressRefused, ConnectionFailed } from '../../../shared/ports/fetcher.ts';
import { localhostCertificate } from '../../../shared/testing/localhost-certificate.ts';
import { createUndiciFetcher } from './undici-fetcher.ts';

describeFetcherContract({
  name: 'undici',
  create: (clock) =>
    createUndiciFetcher({
      clock,
      sleep: (ms) => clock.sleep(ms),
      contact: 'https://example.org/kontak',
      allowAddresses: ['127.0.0.1'],
      timeouts: { connect: 500, headers: 500, total: 300 },
    }),
});

describe('undici fetcher', () => {
  const create = (addresses: string[]) =>
    createUndiciFetcher({
      clock: createContractClock(),
      contact: 'https://example.org/kontak',
      timeouts: { connect: 200, headers: 200, total: 200 },
      resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    });

  it('refuses a name whose DNS answer is private, in every form of it', async () => {
    for (const address of [
      '127.0.0.1',
      '10.1.2.3',
      '169.254.169.254',
      '::1',
      '::ffff:127.0.0.1',
      'fd00::1',
    ]) {
      const fetcher = create([address]);
      await expect(
        fetcher.fetch({ url: 'http://dalam.example/', kind: 'api' }),
        address,
      ).rejects.toBeInstanceOf(AddressRefused);
      await fetcher.close();
    }
  });

  it('refuses ports that are not the web’s, unless addresses are let through by setting', async () => {
    const fetcher = create(['93.184.216.34']);
    await expect(fetcher.fetch({ url: 'http://situs.example:6379/', kind: 'api' })).rejects.toBeInstanceOf(
      AddressRefused,
    );
    await fetcher.close();
  });

  it('counts a certificate that nobody vouches for as a site that was not reached', async () => {
    const { cert, key } = localhostCertificate;
    const server = createServer({ cert, key }, (_request, response) => response.end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const fetcher = createUndiciFetcher({
      clock: createContractClock(),
      contact: 'https://example.org/kontak',
      allowAddresses: ['127.0.0.1'],
    });
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await expect(fetcher.fetch({ url, kind: 'api' })).rejects.toBeInstanceOf(ConnectionFailed);
    await fetcher.close();
    server.close();
  });
});
