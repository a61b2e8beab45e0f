/// <reference lib="webworker" />

/**
 * Keeps the desk's files and the last feed, so that the desk opens without a server and says how old what it shows is.
 * Nothing that was sent is ever kept or repeated here.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const filesName = 'saring-files';
const dataName = 'saring-data';
/** What the list of issues, and an issue that was opened, need to be read offline. */
const keptRoutes =
  /^\/v1\/(session|units|narratives|issues|issue-glances|issues\/[^/]+(\/(digest|clock|claims|workflow|notes|attachments|acts|alike|narratives))?)$/;
/** Of one issue alone: searches are not kept. */
const keptOfIssue = /^\/v1\/(items|alerts)$/;
/** Read by the pages: when the answer was fetched, epoch ms. */
const keptHeader = 'saring-kept-at';
/** Chosen: a server that has not begun to answer by then is treated as away. */
const patienceMs = 8_000;
/** Feeds, and some fifteen issues with their parts; the oldest go first. */
const mostKept = 200;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepFiles().then(() => worker.skipWaiting()));
});

async function keepFiles(): Promise<void> {
  const { files } = (await (await fetch('/precache.json', { cache: 'no-store' })).json()) as {
    files: string[];
  };
  const cache = await caches.open(filesName);
  await cache.addAll([...files, '/theme.js', '/icon.svg', '/manifest.webmanifest']);
  const wanted = new Set(files);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/assets/') && !wanted.has(pathname)) await cache.delete(request);
  }
}

worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

interface Pushed {
  title: string;
  body: string;
  url: string;
  /** A double takes the place of the first. */
  tag: string;
}

/** Null for what the program did not send. */
function readPushed(data: PushMessageData | null): Pushed | null {
  try {
    const { title, body, url, tag } = (data?.json() ?? {}) as Pushed;
    const isWhole = [title, body, url, tag].every((one) => typeof one === 'string');
    return isWhole ? { title, body, url, tag } : null;
  } catch {
    return null;
  }
}

worker.addEventListener('push', (event) => {
  const pushed = readPushed(event.data);
  if (!pushed) return;
  const { title, body, url, tag } = pushed;
  // No browser shows a drawing here.
  const shown = { body, tag, icon: '/icon-192.png', lang: 'id', data: { url } };
  event.waitUntil(worker.registration.showNotification(title, shown));
});

/** Opens what it is about in a window that is there, else in a new one; only an address of this desk. */
worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openDesk((event.notification.data as { url: string }).url));
});

async function openDesk(address: string): Promise<void> {
  const { protocol, pathname, search } = new URL(address, location.origin);
  const way = /^https?:$/.test(protocol) ? pathname + search : '/isu';
  const [open] = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!open) return void (await worker.clients.openWindow(way));
  // Browsers differ in when a window may come to the front; it shows the right page in any case.
  await open.focus().catch(() => {});
  await open.navigate(way);
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, searchParams } = new URL(request.url);
  const isKept = keptRoutes.test(pathname) || (keptOfIssue.test(pathname) && searchParams.has('issue'));
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (isKept) event.respondWith(freshOrKept(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(keptOrFresh(request));
  else if (request.mode === 'navigate' && !/^\/(v1|docs)(\/|$)/.test(pathname))
    event.respondWith(page(request));
});

async function keptOrFresh(request: Request): Promise<Response> {
  const cache = await caches.open(filesName);
  return (await cache.match(request)) ?? fetch(request);
}

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(filesName)).match('/index.html');
    if (kept) return kept;
    throw error;
  }
}

async function freshOrKept(request: Request): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
    if (response.ok) await keep(await caches.open(dataName), request, response.clone());
    return response;
  } catch (error) {
    const kept = await caches.match(request, { cacheName: dataName });
    if (kept) return kept;
    throw error;
  }
}

async function keep(cache: Cache, request: Request, response: Response): Promise<void> {
  const headers = new Headers(response.headers);
  headers.set(keptHeader, String(Date.now()));
  await cache.put(request, new Response(await response.arrayBuffer(), { status: 200, headers }));
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - mostKept))) await cache.delete(old);
}
