import type { ConnectorContract } from './connector.contract.ts';
import { factCheckConnector } from './fact-check.ts';

const numbers = (round: number): number[] => (round === 1 ? [1, 2] : [1, 2, 3]);
const json = (body: unknown) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const factCheckConnectors: readonly ConnectorContract[] = [
  {
    name: 'fact_check: feed',
    connector: factCheckConnector,
    source: (origin) => ({ url: `${origin}/feed/`, outlet: 'Pemeriksa Fakta Uji' }),
    service: ({ path, round }) =>
      path === '/feed/'
        ? {
            body: `<rss><channel>${numbers(round)
              .map(
                (n) =>
                  `<item><title>[SALAH] TPS ${n} dipindah diam-diam</title><link>https://cek.example/${n}</link><pubDate>Tue, 20 Feb 2024 0${n}:00:00 +0700</pubDate></item>`,
              )
              .join('')}</channel></rss>`,
          }
        : null,
    wrongSettings: { service: 'lain' },
    first: ['[SALAH] TPS 1 dipindah diam-diam', '[SALAH] TPS 2 dipindah diam-diam'],
    second: ['[SALAH] TPS 3 dipindah diam-diam'],
  },
  {
    name: 'fact_check: yudistira',
    connector: factCheckConnector,
    secrets: { yudistira: 'kunci' },
    source: (origin) => ({ url: `${origin}/api/antihoax/`, settings: { service: 'yudistira' } }),
    service: ({ path, method, body, round }) =>
      path === '/api/antihoax/' && method === 'POST' && body.includes('key=kunci')
        ? json(
            numbers(round).map((n) => ({
              id: String(n),
              title: `[SALAH] Klaim ${n}`,
              status: '2',
              classification: 'Misleading Content',
              tanggal: `2024-02-1${n}`,
              source_link: 'https://x.example/1',
            })),
          )
        : null,
    wrongSettings: { service: 'yudistira', query: '' },
    first: ['[SALAH] Klaim 1', '[SALAH] Klaim 2'],
    second: ['[SALAH] Klaim 3'],
  },
  {
    name: 'fact_check: google',
    connector: factCheckConnector,
    secrets: { google_fact_check: 'kunci' },
    source: (origin) => ({
      url: `${origin}/v1alpha1/claims:search`,
      settings: { service: 'google', query: 'KPU' },
    }),
    service: ({ path, query, round }) =>
      path === '/v1alpha1/claims:search' && query.get('key') === 'kunci'
        ? json({
            claims: numbers(round).map((n) => ({
              text: `Klaim ${n}`,
              claimDate: '2024-02-10T00:00:00Z',
              claimReview: [
                {
                  publisher: { name: 'Pemeriksa' },
                  url: 'https://cek.example/1',
                  title: `Periksa ${n}`,
                  reviewDate: `2024-02-1${n}T00:00:00Z`,
                  textualRating: 'Sebagian benar',
                },
              ],
            })),
          })
        : null,
    wrongSettings: { service: 'google', query: 'x'.repeat(301) },
    first: ['Periksa 1', 'Periksa 2'],
    second: ['Periksa 3'],
  },
  {
    name: 'fact_check: ClaimReview page',
    connector: factCheckConnector,
    source: (origin) => ({ url: `${origin}/cek`, settings: { service: 'page' } }),
    service: ({ path, round }) =>
      path === '/cek'
        ? {
            body: `<script type="application/ld+json">${JSON.stringify({ '@graph': numbers(round).map((n) => ({ '@type': 'ClaimReview', claimReviewed: `Klaim ${n}`, name: `Periksa ${n}`, author: { name: 'Pemeriksa' }, reviewRating: { ratingValue: 1, bestRating: 5, worstRating: 1 } })) })}</script>`,
          }
        : null,
    wrongSettings: { service: 'halaman' },
    first: ['Periksa 1', 'Periksa 2'],
    second: ['Periksa 3'],
  },
];
