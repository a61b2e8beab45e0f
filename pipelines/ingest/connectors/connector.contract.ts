import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Server as SocketServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUndiciFetcher } from '../../../infra/http/undici/undici-fetcher.ts';
import { createImapOpener } from '../../../infra/mail/imapflow/open-imap-mailbox.ts';
import { type StoredMail, serveImap } from '../../../infra/mail/imapflow/testdata/serve-imap.ts';
import { createRecords } from '../../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../../infra/records/sqlite-dialect.ts';
import { openSqlite, type Sqlite } from '../../../infra/sqlite/open-sqlite.ts';
import { type Item, itemSchema } from '../../../shared/domain/item.ts';
import { type Source, sourceSchema } from '../../../shared/domain/source.ts';
import type { Allowance } from '../../../shared/ports/allowance.ts';
import { createContractClock } from '../../../shared/ports/fetcher.contract.ts';
import { FetchError, type Fetcher, HostBackedOff, HttpFailure } from '../../../shared/ports/fetcher.ts';
import { MailboxUnavailable } from '../../../shared/ports/mailbox.ts';
import { createAllowance } from '../../flow/allowance.ts';
import { extractArticle } from '../page/extract-article.ts';
import { type Collected, type Connector, type Cursor, SettingsRefused } from './connector.ts';

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body: string | Uint8Array;
}
/** A self-written stand-in of the service: answers by path and query. `round` grows when "something new" happens. */
export type Service = (request: {
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  method: string;
  body: string;
  round: number;
  origin: string;
}) => Reply | null;

export interface ConnectorContract {
  name: string;
  connector: Connector;
  /** Parts of a source that differ from a plain one. */
  source(origin: string): Partial<Source>;
  secrets?: Record<string, string>;
  service?: Service;
  /** In place of a service, what lies in the mailbox. */
  mails?(round: number): readonly StoredMail[];
  wrongSettings: Record<string, unknown>;
  /** Ids of items, or titles of claims, after the first visit and the ones that are new at the second. */
  first: readonly string[];
  second: readonly string[];
  /** What items of the first visit say, in the order of their ids in `first`; `text` is a part of it. */
  items?(origin: string): readonly Partial<Item>[];
  /** Is the name of a private author; must never leave. */
  privateName?: string;
}

const start = Date.UTC(2024, 1, 20, 12);

/** What every connector promises, over the real fetcher and a local server. */
export function describeConnectorContract(contract: ConnectorContract): void {
  describe(`Connector contract: ${contract.name}`, () => {
    let server: Server;
    let fetcher: Fetcher;
    let clock = createContractClock(start);
    let origin = '';
    let round = 1;
    let failing: Reply | null = null;
    let asked = 0;
    let mailServer: SocketServer;
    let sqlite: Sqlite;
    let allowance: Allowance;

    beforeEach(async () => {
      [round, failing, asked] = [1, null, 0];
      clock = createContractClock(start);
      server = createServer((request, response) => {
        const url = new URL(request.url ?? '/', origin);
        if (url.pathname === '/robots.txt') return void response.writeHead(404).end();
        asked += 1;
        const pieces: Buffer[] = [];
        request.on('data', (piece: Buffer) => pieces.push(piece));
        request.on('end', () => {
          const body = Buffer.concat(pieces).toString();
          const call = {
            path: url.pathname,
            query: url.searchParams,
            headers: request.headers,
            method: request.method ?? '',
            body,
            round,
            origin,
          };
          const reply = failing ?? contract.service?.(call) ?? { status: 404, body: '' };
          response.writeHead(reply.status ?? 200, reply.headers ?? {}).end(reply.body);
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      mailServer = createSocketServer((socket) => {
        if (failing) return void socket.on('error', () => {}).end(failing.body);
        serveImap(socket, { mails: () => contract.mails?.(round) ?? [], validity: () => 7, log: [] });
      });
      await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve));
      sqlite = openSqlite(':memory:');
      allowance = createAllowance((await createRecords(createSqliteDialect(sqlite))).records);
      fetcher = createUndiciFetcher({
        clock,
        sleep: (ms) => clock.sleep(ms),
        contact: 'https://example.org/',
        allowAddresses: ['127.0.0.1'],
      });
    });
    afterEach(async () => {
      await fetcher.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await new Promise((resolve) => mailServer.close(resolve));
      sqlite.close();
    });

    const sourceOf = (more: Partial<Source> = {}): Source =>
      sourceSchema.parse({
        id: 'sumber',
        kind: contract.connector.kind,
        name: 'Sumber uji',
        url: origin,
        platform: 'news',
        outlet: 'Warta',
        outletTier: 2,
        homeArea: null,
        intervalMinutes: 10,
        enabled: true,
        settings: {},
        ...contract.source(origin),
        ...more,
      });
    const openMailbox = () =>
      createImapOpener({
        url: `imap://humas:rahasia@127.0.0.1:${(mailServer.address() as AddressInfo).port}/INBOX`,
        allowPlain: true,
      })();
    const collect = (cursor: Cursor = {}, more: Partial<Source> = {}): Promise<Collected> =>
      contract.connector.collect({
        source: sourceOf(more),
        cursor,
        fetcher,
        now: clock.now(),
        knownIds: async () => new Set(),
        readPage: async (html, url) => extractArticle(html, url),
        ...(contract.mails ? { openMailbox } : {}),
        allowance,
        pseudonymise: () => 'samaran',
        secrets: contract.secrets ?? {},
      });
    const namesOf = (collected: Collected): string[] =>
      [
        ...collected.items.map((item) => item.nativeId.replace(origin, '')),
        ...collected.claims.map((claim) => claim.title),
      ].sort();

    it('collects whole items and claims', async () => {
      const collected = await collect();
      expect(namesOf(collected)).toEqual([...contract.first].sort());
      for (const item of collected.items) expect(() => itemSchema.parse(item)).not.toThrow();
      for (const item of collected.items) expect(item.text.length).toBeGreaterThan(0);
      for (const claim of collected.claims)
        expect([claim.text, claim.checker].every((part) => part.length > 0)).toBe(true);
      if (contract.privateName) expect(JSON.stringify(collected.items)).not.toContain(contract.privateName);
      expect(JSON.parse(JSON.stringify(collected.cursor))).toEqual(collected.cursor);
      const byName = new Map(
        collected.items.map((item) => [item.nativeId.replace(origin, ''), item] as const),
      );
      for (const [at, { text, ...expected }] of (contract.items?.(origin) ?? []).entries())
        expect(byName.get(contract.first[at]!)).toMatchObject({
          ...expected,
          ...(text === undefined ? {} : { text: expect.stringContaining(text) }),
        });
    });

    it('gives the same ids when it is asked again from the start', async () => {
      const ids = (collected: Collected): string[] => collected.items.map((item) => item.id).sort();
      expect(ids(await collect())).toEqual(ids(await collect()));
    });

    it('goes on from its cursor and misses nothing', async () => {
      const first = await collect();
      round = 2;
      clock.advance(600_000);
      const second = await collect(JSON.parse(JSON.stringify(first.cursor)));
      const known = new Set(namesOf(first));
      expect(namesOf(second).filter((name) => !known.has(name))).toEqual([...contract.second].sort());
    });

    it('backs off when it is asked to, and resumes with its old cursor', async () => {
      const { cursor } = await collect();
      failing = { status: 429, headers: { 'retry-after': '300' }, body: '' };
      round = 2;
      await expect(collect(cursor)).rejects.toBeInstanceOf(contract.mails ? MailboxUnavailable : HttpFailure);
      const before = asked;
      // A mailbox says no time; how a source that fails is left alone is tested with its health.
      await expect(collect(cursor)).rejects.toBeInstanceOf(
        contract.mails ? MailboxUnavailable : HostBackedOff,
      );
      expect(asked).toBe(before);
      failing = null;
      clock.advance(301_000);
      expect(namesOf(await collect(cursor))).toEqual(expect.arrayContaining([...contract.second]));
    });

    it('counts an answer that makes no sense, and brings nothing', async () => {
      failing = { body: '\u0000\u0001 rusak <<<' };
      const outcome = await collect().catch((error: unknown) => error);
      if (outcome instanceof Error)
        expect(outcome).toBeInstanceOf(contract.mails ? MailboxUnavailable : FetchError);
      else
        expect([
          namesOf(outcome as Collected),
          (outcome as Collected).drops.length > 0 || (outcome as Collected).notModified,
        ]).toEqual([[], true]);
    });

    it('refuses wrong settings in words', async () => {
      await expect(collect({}, { settings: contract.wrongSettings })).rejects.toBeInstanceOf(SettingsRefused);
    });
  });
}
