/** What is asked for. `page` and `feed` obey robots.txt; `api` is a documented service one holds a key or terms for. */
export type FetchKind = 'page' | 'feed' | 'api';

export interface FetchRequest {
  /** Absolute http or https address, without user or password. */
  url: string;
  kind: FetchKind;
  /** From the last answer: sent as If-None-Match and If-Modified-Since. */
  etag?: string | undefined;
  lastModified?: string | undefined;
  /** Extra headers; dropped when a redirect leaves the origin, since they may hold a key. */
  headers?: Record<string, string>;
  method?: 'GET' | 'POST';
  /** Text as UTF-8, or bytes as they are. */
  body?: string | Uint8Array;
}

export interface FetchResponse {
  /** 200 to 299, or 304. Everything else is an error. */
  status: number;
  /** True on 304: `body` is then empty and what was fetched before still holds. */
  notModified: boolean;
  /** Where the last redirect led. */
  finalUrl: string;
  headers: {
    etag: string | null;
    lastModified: string | null;
    contentType: string | null;
    /** Seconds, from either form of Retry-After. */
    retryAfter: number | null;
  };
  /** Every header as it came, names in lower case; for evidence. */
  received: Readonly<Record<string, string>>;
  /** Decoded from gzip, deflate, br or zstd; at most the cap of its kind. */
  body: Uint8Array;
}

/**
 * The only way out to the web (invariant 7). An implementation
 * - connects to public addresses only, whatever form the address, the DNS answer or a redirect has;
 * - asks one thing at a time of a host and leaves a pause between two requests (its own or robots.txt's Crawl-delay);
 * - leaves a host alone after 403, 429 and 503, as long as Retry-After says or exponentially longer;
 * - stops at 3 MB of a page or an API's answer and 10 MB of a feed, counted after decoding;
 * - follows at most 5 redirects.
 * It does not retry, cache, render, or keep cookies.
 */
export interface Fetcher {
  /** @throws a subclass of `FetchError`, never anything else. */
  fetch(request: FetchRequest): Promise<FetchResponse>;
  /** Ends open connections; `fetch` fails afterwards. Safe to call twice. */
  close(): Promise<void>;
}

/** `code` is counted, `explanation` is what an officer reads, in Indonesian. */
export class FetchError extends Error {
  readonly code: string;
  readonly explanation: string;
  readonly url: string;

  constructor(code: string, url: string, explanation: string, options?: ErrorOptions) {
    super(`${code}: ${url}`, options);
    this.name = new.target.name;
    this.code = code;
    this.url = url;
    this.explanation = explanation;
  }
}

export class AddressRefused extends FetchError {
  constructor(url: string, why: 'address' | 'scheme' | 'port' | 'credentials' | 'syntax' = 'address') {
    const reasons = {
      address: 'Alamat ini menunjuk ke jaringan dalam atau alamat khusus, jadi tidak dibuka.',
      scheme: 'Alamat harus diawali http:// atau https://.',
      port: 'Alamat ini memakai port yang tidak lazim untuk situs web, jadi tidak dibuka.',
      credentials: 'Alamat tidak boleh memuat nama pengguna atau kata sandi.',
      syntax: 'Alamat ini tidak dapat dibaca; periksa penulisannya.',
    };
    super('address_refused', url, reasons[why]);
  }
}

export class BodyTooLarge extends FetchError {
  readonly maxBytes: number;
  constructor(url: string, maxBytes: number) {
    super(
      'body_too_large',
      url,
      `Isi melebihi batas ${Math.round(maxBytes / 1_000_000)} MB, jadi tidak diambil.`,
    );
    this.maxBytes = maxBytes;
  }
}

export class BodyBroken extends FetchError {
  constructor(url: string, cause?: unknown) {
    super('body_broken', url, 'Isi terputus atau rusak di tengah jalan; akan dicoba lagi nanti.', { cause });
  }
}

export class TooManyRedirects extends FetchError {
  constructor(url: string, max: number) {
    super('too_many_redirects', url, `Alamat dialihkan lebih dari ${max} kali, jadi dihentikan.`);
  }
}

export class RedirectLoop extends FetchError {
  constructor(url: string) {
    super('redirect_loop', url, 'Alamat dialihkan berputar-putar ke dirinya sendiri.');
  }
}

export class TimedOut extends FetchError {
  readonly phase: 'connect' | 'headers' | 'total';
  constructor(url: string, phase: 'connect' | 'headers' | 'total') {
    const what = phase === 'total' ? 'Isi terlalu lama selesai' : 'Situs terlalu lama menjawab';
    super('timed_out', url, `${what}; akan dicoba lagi nanti.`);
    this.phase = phase;
  }
}

export class RobotsDisallowed extends FetchError {
  constructor(url: string) {
    super(
      'robots_disallowed',
      url,
      'Pengelola situs tidak mengizinkan halaman ini diambil program (robots.txt).',
    );
  }
}

export class HostBackedOff extends FetchError {
  /** Epoch milliseconds from which the host may be asked again. */
  readonly retryAt: number;
  constructor(url: string, retryAt: number) {
    super('host_backed_off', url, 'Situs meminta jeda; ditunggu dulu sebelum dicoba lagi.');
    this.retryAt = retryAt;
  }
}

export class HttpFailure extends FetchError {
  readonly status: number;
  /** The first 2,000 characters of the answer; APIs explain themselves there. */
  readonly bodyStart: string;
  readonly retryAfter: number | null;
  constructor(url: string, status: number, bodyStart = '', retryAfter: number | null = null) {
    super('http_failure', url, explainStatus(status));
    this.status = status;
    this.bodyStart = bodyStart;
    this.retryAfter = retryAfter;
  }
}

export class ConnectionFailed extends FetchError {
  constructor(url: string, cause?: unknown) {
    super(
      'connection_failed',
      url,
      'Situs tidak dapat dihubungi; periksa alamatnya dan sambungan internet kantor.',
      { cause },
    );
  }
}

function explainStatus(status: number): string {
  if (status === 401) return 'Situs meminta kunci atau masuk akun (401); periksa kunci pada pengaturan.';
  if (status === 403) return 'Situs menolak permintaan (403).';
  if (status === 404 || status === 410) return `Halaman tidak ada lagi (${status}); periksa alamatnya.`;
  if (status === 429) return 'Situs meminta agar tidak terlalu sering bertanya (429).';
  if (status >= 500) return `Situs sedang bermasalah (${status}); akan dicoba lagi nanti.`;
  return `Situs menjawab dengan kode ${status}.`;
}
