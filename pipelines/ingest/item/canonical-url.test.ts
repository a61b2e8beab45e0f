import { describe, expect, it } from 'vitest';
import { canonicalUrl, titleSourceKey, withoutTracking } from './canonical-url.ts';

describe('canonicalUrl', () => {
  const page = 'https://warta.example.id/berita/1/judul';
  it.each([
    'http://www.warta.example.id/berita/1/judul/',
    'https://m.warta.example.id/berita/1/judul?utm_source=x&fbclid=1',
    'https://amp.warta.example.id/berita/1/judul#komentar',
    'https://warta.example.id/amp/berita/1/judul',
    'https://warta.example.id/berita/1/judul/amp',
    'https://warta.example.id/berita/1/judul?page=all',
    'https://warta.example.id//berita/1/judul/index.html',
    'https://warta-example-id.cdn.ampproject.org/c/s/warta.example.id/berita/1/judul/amp/',
    'https://www.google.com/url?rct=j&url=https://warta.example.id/berita/1/judul&ct=ga',
    'https://www.google.co.id/amp/s/warta.example.id/berita/1/judul/amp',
  ])('%s is one page', (address) => {
    expect(canonicalUrl(address)).toBe(page);
  });

  it('keeps what makes another page', () => {
    expect(canonicalUrl('https://a.example/?p=12&b=2&a=1')).toBe('https://a.example/?a=1&b=2&p=12');
    expect(canonicalUrl('https://a.example/x?page=2')).toBe('https://a.example/x?page=2');
    expect(canonicalUrl('http://127.0.0.1:8080/a')).toBe('http://127.0.0.1:8080/a');
    expect(canonicalUrl('https://amp.example/')).toBe('https://amp.example/');
  });

  it('is null for what is no web address', () => {
    expect(canonicalUrl('javascript:alert(1)')).toBeNull();
    expect(canonicalUrl('bukan alamat')).toBeNull();
  });

  it('gives the address to open without what follows the reader', () => {
    expect(withoutTracking('https://www.a.example/x/?utm_source=y&id=3#top')).toBe(
      'https://www.a.example/x/?id=3',
    );
  });

  it('is stable when applied twice', () => {
    for (const address of ['http://www.a.example/b/amp/?z=1&a=2', 'https://m.a.example//index.php']) {
      const once = canonicalUrl(address)!;
      expect(canonicalUrl(once)).toBe(once);
    }
  });
});

describe('titleSourceKey', () => {
  it('is the same with and without the outlet in the headline', () => {
    const key = titleSourceKey('KPU Tetapkan DPT - Warta Daerah', 'Warta Daerah');
    expect(titleSourceKey('KPU tetapkan DPT', 'Warta Daerah')).toBe(key);
    expect(titleSourceKey('KPU Tetapkan DPT - Warta Daerah', null)).toBe(key);
    expect(titleSourceKey('KPU Tetapkan DPT', 'Kabar Lain')).not.toBe(key);
  });
});
