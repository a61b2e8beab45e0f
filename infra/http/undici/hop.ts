import type { FetchKind, FetchRequest } from '../../../shared/ports/fetcher.ts';
import type { Answer } from './read-answer.ts';

const accept: Record<FetchKind, string> = {
  page: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
  feed: 'application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.8,*/*;q=0.5',
  api: 'application/json,*/*;q=0.5',
};

/** One request of a chain of redirects. */
export interface Hop {
  url: URL;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
}

/** The first hop of a request. @param url as checked */
export function firstHop(request: FetchRequest, url: URL): Hop {
  return { url, method: request.method ?? 'GET', headers: requestHeaders(request), body: request.body };
}

function requestHeaders(request: FetchRequest): Record<string, string> {
  const headers: Record<string, string> = { accept: accept[request.kind], ...request.headers };
  if (request.etag) headers['if-none-match'] = request.etag;
  if (request.lastModified) headers['if-modified-since'] = request.lastModified;
  return headers;
}

/** RFC 9110 section 15.4: 307 and 308 keep the method; the others become a GET. Headers may hold a key, so they stay with their origin. */
export function nextHop(hop: Hop, answer: Answer, url: URL): Hop {
  const keeps = answer.status === 307 || answer.status === 308;
  const sameOrigin = url.origin === hop.url.origin;
  const accepted = hop.headers['accept'];
  return {
    url,
    method: keeps ? hop.method : 'GET',
    headers: sameOrigin ? hop.headers : accepted ? { accept: accepted } : {},
    body: keeps && sameOrigin ? hop.body : undefined,
  };
}
