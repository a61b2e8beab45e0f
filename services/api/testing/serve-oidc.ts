import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the next token says; a test may falsify any of it. */
export interface Said {
  claims: Record<string, unknown>;
  /** Signed with a key that the provider does not show. */
  strangeKey?: boolean;
  /** Without a signature. */
  unsigned?: boolean;
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return new URLSearchParams(body);
}

/** A small OpenID Connect provider over real HTTP, with codes that work once, PKCE checked, and RS256 tokens. */
export async function serveOidc(clientId: string, clientSecret: string) {
  const own = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const strange = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const codes = new Map<string, { nonce: string; challenge: string; said: Said }>();
  const seen: string[] = [];
  let origin = '';

  function sign({ claims, strangeKey, unsigned }: Said, nonce: string): string {
    const now = Math.floor(Date.now() / 1_000);
    const head = base64({ alg: unsigned ? 'none' : 'RS256', kid: 'k1', typ: 'JWT' });
    const body = base64({ iss: origin, aud: clientId, iat: now, exp: now + 300, nonce, ...claims });
    if (unsigned) return `${head}.${body}.`;
    const key = strangeKey ? strange.privateKey : own.privateKey;
    return `${head}.${body}.${createSign('RSA-SHA256').update(`${head}.${body}`).sign(key, 'base64url')}`;
  }

  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', origin).pathname;
    seen.push(path);
    const send = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (path === '/.well-known/openid-configuration')
      return send(200, {
        issuer: origin,
        authorization_endpoint: `${origin}/authorize`,
        token_endpoint: `${origin}/token`,
        jwks_uri: `${origin}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    if (path === '/keys')
      return send(200, {
        keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }],
      });
    if (path !== '/token') return send(404, {});
    const form = await formOf(request);
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const basic = Buffer.from(String(request.headers.authorization).slice(6), 'base64').toString();
    const isClient = basic === `${clientId}:${clientSecret}` || form.get('client_secret') === clientSecret;
    if (!code || code.challenge !== challenge || !isClient) return send(400, { error: 'invalid_grant' });
    return send(200, {
      access_token: randomUUID(),
      token_type: 'Bearer',
      expires_in: 300,
      id_token: sign(code.said, code.nonce),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    issuer: origin,
    seen,
    /** What a person does at the provider: gives the query that their browser comes back with. */
    approve(authorizeUrl: string, said: Said): string {
      const { searchParams: asked } = new URL(authorizeUrl);
      if (asked.get('client_id') !== clientId || asked.get('code_challenge_method') !== 'S256')
        throw new Error('the provider was not asked as it should be');
      const code = randomUUID();
      codes.set(code, { nonce: asked.get('nonce')!, challenge: asked.get('code_challenge')!, said });
      return new URLSearchParams({ code, state: asked.get('state')! }).toString();
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
