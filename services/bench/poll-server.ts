import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A thousand outlets on one machine, in a process of its own so that its work is not counted as ours. */

/** Visits between two new articles of an outlet, from the command line. */
const every = Number(process.argv[2] ?? '5');
const entriesShown = 20;

interface Outlet {
  visits: number;
  newest: number;
}
const outlets = new Map<string, Outlet>();
let [feeds, unchanged, pages] = [0, 0, 0];

const topics = [
  'Rapat pleno rekapitulasi',
  'Antrean di TPS',
  'Distribusi surat suara',
  'Pelatihan petugas KPPS',
  'Harga beras di pasar',
  'Hujan deras semalam',
  'Jadwal debat calon',
];
const titleOf = (host: string, n: number): string =>
  `${topics[(n + host.length) % topics.length]} ke-${n} di daerah ${host.replaceAll('.', '-')}`;

const feedOf = (host: string, base: string, newest: number): string => {
  const entries = Array.from({ length: Math.min(entriesShown, newest) }, (_, at) => {
    const n = newest - at;
    return `<item><title>${titleOf(host, n)}</title><link>${base}/berita/${n}</link><description>Ringkasan berita nomor ${n}.</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title>${entries.join('')}</channel></rss>`;
};

const pageOf = (host: string, n: number): string =>
  `<!doctype html><html lang="id"><head><title>${titleOf(host, n)}</title></head><body><nav>${'<a href="/x">Menu</a>'.repeat(150)}</nav><article><h1>${titleOf(host, n)}</h1>${Array.from({ length: 14 }, (_, p) => `<p>${titleOf(host, n)}, kata petugas dalam keterangan bagian ${p * 31 + n} kepada warga yang hadir sejak pagi hari.</p>`).join('')}</article><aside>${'<div class="terkait"><a href="/y">Baca juga kabar lain hari ini</a></div>'.repeat(120)}</aside></body></html>`;

const server = createServer({ keepAliveTimeout: 500 }, (request, response) => {
  const host = (request.headers.host ?? '').split(':')[0]!;
  const path = request.url ?? '/';
  const outlet = outlets.get(host) ?? { visits: 0, newest: 0 };
  outlets.set(host, outlet);
  if (path === '/robots.txt') return void response.writeHead(404).end();
  const article = /^\/berita\/(\d+)$/.exec(path);
  if (article) {
    pages += 1;
    return void response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(pageOf(host, Number(article[1])));
  }
  if (outlet.visits % every === 0) outlet.newest += outlet.newest === 0 ? 3 : 1;
  outlet.visits += 1;
  feeds += 1;
  const etag = `"${outlet.newest}"`;
  if (request.headers['if-none-match'] === etag) {
    unchanged += 1;
    return void response.writeHead(304, { etag }).end();
  }
  response.writeHead(200, { 'content-type': 'application/rss+xml', etag });
  response.end(feedOf(host, `http://${request.headers.host}`, outlet.newest));
});
server.listen(0, '0.0.0.0', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', () => process.send?.({ feeds, unchanged, pages }));
process.on('disconnect', () => process.exit(0));
