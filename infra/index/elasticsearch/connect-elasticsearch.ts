import { readFileSync } from 'node:fs';
import { Client, errors } from '@elastic/elasticsearch';
import { speaksNoTls } from '../../../shared/ports/finding.ts';
import { IndexUnavailable } from '../../../shared/ports/item-index.ts';

export interface ElasticsearchSettings {
  /** `https://host:9200`, with user and password if need be; several nodes separated by commas. */
  url: string;
  apiKey?: string;
  /** PEM file of the authority that signed the server's certificate. */
  caFile?: string;
}

/** Elasticsearch is there, but not as it has to be; the message says what to do. */
export class IndexRefused extends Error {
  override name = 'IndexRefused';
}

export function connectElasticsearch({ url, apiKey, caFile }: ElasticsearchSettings): Client {
  return new Client({
    nodes: url.split(','),
    ...(apiKey ? { auth: { apiKey } } : {}),
    ...(caFile ? { tls: { ca: readFileSync(caFile) } } : {}),
    // Lost connections are tried again at once by the client; overload is waited for by the bulk writer.
    maxRetries: 2,
    requestTimeout: 30_000,
  });
}

/** Statuses that pass: overloaded, blocked (read-only, disk full), no shard or node at hand. */
const passing = new Set([403, 429, 502, 503, 504]);

/** What to throw for an error of the client: the port's word where waiting may help, else the error itself. */
export function translated(error: unknown): unknown {
  if (error instanceof errors.ConnectionError || error instanceof errors.TimeoutError)
    return new IndexUnavailable(`Elasticsearch does not answer: ${sayConnection(error.message)}`, {
      cause: error,
    });
  if (error instanceof errors.NoLivingConnectionsError)
    return new IndexUnavailable('Elasticsearch does not answer', { cause: error });
  if (error instanceof errors.ResponseError && isForbidden(error))
    return new IndexRefused(
      `Elasticsearch does not let this program in, or not do this: ${reasonOf(error)}; check user, password or API key and its rights`,
      { cause: error },
    );
  if (error instanceof errors.ResponseError && isPassing(error))
    return new IndexUnavailable(`Elasticsearch refuses for now: ${error.message}`, { cause: error });
  return error;
}

/** In words where OpenSSL has only codes. */
export const sayConnection = (message: string): string =>
  speaksNoTls(message) ? 'this server speaks without TLS (http://, not https://)' : message.split('\n')[0]!;

const isPassing = (error: errors.ResponseError): boolean => passing.has(error.statusCode ?? 0);

/** A lack of rights has the same status as a block and does not pass. */
const isForbidden = (error: errors.ResponseError): boolean =>
  error.statusCode === 401 || (error.statusCode === 403 && /security_exception/.test(error.message));

/** The first line: behind it come causes of causes. */
const reasonOf = (error: errors.ResponseError): string => error.message.split('\n')[0]!;

/** Runs `work` with its errors translated. */
export async function translating<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translated(error);
  }
}

export const isMissingIndex = (error: unknown): boolean =>
  error instanceof errors.ResponseError && error.statusCode === 404;
