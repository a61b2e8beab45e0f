/** What is kept between going to the provider and coming back. */
export interface SignInSecrets {
  state: string;
  nonce: string;
  /** PKCE. */
  verifier: string;
}

/** Whom the provider vouches for: `issuer` and `subject` together are one person for ever; the rest may change. */
export interface ProvidedIdentity {
  issuer: string;
  subject: string;
  /** Lower case; null unless the provider says that it checked the address. */
  email: string | null;
  name: string | null;
}

/**
 * An OpenID Connect provider that vouches for people. Its address is set by the operator, like that of a database, so it
 * is spoken to directly and not through the Fetcher.
 * Not in here: users, sessions, who may come in (services/api).
 */
export interface IdentityProvider {
  /** What the button says, e.g. `SSO KPU`. */
  name: string;
  /** Where to send the browser. @throws IdentityUnavailable */
  begin(): Promise<{ url: string; secrets: SignInSecrets }>;
  /**
   * What the browser brought back, checked: state, code with PKCE, and the token's signature, audience, time and nonce.
   * @param query of the address that the provider sent the browser to
   * @throws IdentityRefused, IdentityUnavailable
   */
  finish(query: string, secrets: SignInSecrets): Promise<ProvidedIdentity>;
}

/** The provider does not vouch for them, or what came back cannot be trusted. */
export class IdentityRefused extends Error {
  override name = 'IdentityRefused';
}

/** The provider cannot be reached now. */
export class IdentityUnavailable extends Error {
  override name = 'IdentityUnavailable';
}
