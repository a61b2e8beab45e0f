import { describe, expect, it } from 'vitest';
import { findFeeds } from './find-feeds.ts';

describe('findFeeds', () => {
  it('finds what the head names, absolute and once', () => {
    const html = `<html><head><link rel="alternate" type="application/rss+xml" href="/rss">
      <link rel="alternate" type="application/rss+xml" href="https://warta.example/rss">
      <link rel="alternate" type="application/atom+xml; charset=utf-8" href="atom.xml">
      <link rel="alternate" hreflang="id" href="/id"><link rel="stylesheet" type="text/css" href="a.css"></head>
      <body><link rel="alternate" type="application/rss+xml" href="/in-the-body"></body></html>`;
    expect(findFeeds(html, 'https://warta.example/kabar/')).toEqual([
      'https://warta.example/rss',
      'https://warta.example/kabar/atom.xml',
    ]);
  });

  it('is not led to other schemes', () => {
    expect(
      findFeeds(
        '<link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">',
        'https://a.example/',
      ),
    ).toEqual([]);
  });
});
