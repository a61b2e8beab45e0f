import * as client from 'openid-client';
import {
  type IdentityProvider,
  IdentityRefused,
  IdentityUnavailable,
} from '../../../shared/ports/identity-provider.ts';

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  name: string;
  /** Where the provider sends the browser back to; it has to be registered there. */
  redirectUri: string;
}

/** A person waits at a blank page. */
const timeoutSeconds = 10;

/** Only a provider on this machine may be spoken to without TLS. */
const isLoopback = (issuer: URL): boolean => ['127.0.0.1', '[::1]', 'localhost'].includes(issuer.hostname);

/**
 * OpenID Connect by authorization code with PKCE. Its description is read at the first use and kept: a provider that is
 * away when the program starts does not keep it from starting.
 */
export function createOidcProvider(settings: OidcSettings): IdentityProvider {
  let known: Promise<client.Configuration> | null = null;
  const configuration = (): Promise<client.Configuration> => {
    known ??= discover(settings).catch((error: unknown) => {
      known = null;
      throw unavailable(error);
    });
    return known;
  };
  return {
    name: settings.name,
    async begin() {
      const config = await configuration();
      const verifier = client.randomPKCECodeVerifier();
      const secrets = { verifier, state: client.randomState(), nonce: client.randomNonce() };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: settings.redirectUri,
        scope: 'openid email profile',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: secrets.state,
        nonce: secrets.nonce,
      });
      return { url: url.href, secrets };
    },
    async finish(query, { state, nonce, verifier }) {
      const config = await configuration();
      const came = new URL(settings.redirectUri);
      came.search = query;
      const tokens = await client
        .authorizationCodeGrant(config, came, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        })
        .catch((error: unknown) => {
          throw isAway(error) ? unavailable(error) : new IdentityRefused(messageOf(error));
        });
      const { iss, sub, email, email_verified, name } = tokens.claims()!;
      return {
        issuer: iss,
        subject: sub,
        email: typeof email === 'string' && email_verified === true ? email.toLowerCase() : null,
        name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 120) : null,
      };
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const url = new URL(issuer);
  const config = await client.discovery(url, clientId, clientSecret, undefined, {
    timeout: timeoutSeconds,
    // the token's signature counts, not only the connection that it came by
    execute: [
      client.enableNonRepudiationChecks,
      ...(url.protocol === 'http:' && isLoopback(url) ? [client.allowInsecureRequests] : []),
    ],
  });
  return config;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What `fetch` throws for a connection that fails, and what a server in trouble answers. */
function isAway(error: unknown): boolean {
  if (error instanceof TypeError && error.message === 'fetch failed') return true;
  if (error instanceof Error && error.name === 'TimeoutError') return true;
  return error instanceof client.ClientError && error.code === 'OAUTH_TIMEOUT';
}

const unavailable = (error: unknown): IdentityUnavailable =>
  new IdentityUnavailable(`The sign-in provider cannot be used: ${messageOf(error)}`);
