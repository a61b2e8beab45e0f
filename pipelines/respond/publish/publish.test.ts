import { load } from 'cheerio';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createAnswerFiles } from '../../../infra/render/create-answer-files.ts';
import { buildPublication } from '../../../shared/testing/build-answer.ts';
import { parseFeed } from '../../ingest/feed/parse-feed.ts';
import { atomFeed, listPage } from './list-pages.ts';
import { publicationPage } from './publication-page.ts';
import { publicationFile, siteFiles } from './site-files.ts';

const site = { url: 'https://kpu.example/klarifikasi', unitName: 'KPU Kota Malang' };
const files = createAnswerFiles();
const evil = '</script><script>alert(1)</script><img src=x onerror=alert(1)>" onload="x';

describe('public pages', () => {
  it('run nothing and let nothing out, whatever a draft says', () => {
    const sentence = { text: evil, from: [] };
    const page = publicationPage(
      buildPublication(1, {
        title: evil,
        summary: evil,
        claimSaid: evil,
        texts: [
          {
            channel: 'web',
            title: sentence,
            blocks: [{ role: 'fact', heading: evil, sentences: [sentence] }],
            origin: 'person',
            takenOverBy: null,
          },
        ],
        notices: [{ at: 1, kind: 'correction', text: evil, by: 'ani' }],
        sources: [{ ref: 'fact:x', title: evil, url: 'https://kpu.example', regulation: null }],
      }),
    );
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(load(page)('[onload],[onerror],img')).toHaveLength(0);
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)![1]!;
    expect(JSON.parse(json)).toMatchObject({ '@type': 'ClaimReview', claimReviewed: evil, name: evil });
  });

  it('name claim, rating, source and dates for machines, and mark links', () => {
    const page = publicationPage(buildPublication(1));
    const json = JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(page)![1]!);
    expect(json).toMatchObject({
      claimReviewed: 'undangan memilih tidak lagi dikirim',
      reviewRating: { ratingValue: 1, alternateName: 'Salah' },
      author: { name: 'KPU Kota Malang' },
      citation: [{ url: 'https://jdih.kpu.example/1' }],
    });
    expect(page).toContain('lang="id"');
    const reply = publicationPage(buildPublication(2, { kind: 'reply', claimSaid: null }));
    expect(reply).toContain('"@type":"NewsArticle"');
    expect(reply).not.toContain('ClaimReview');
  });

  it('keep a withdrawn clarification’s notice and nothing of its text', async () => {
    const gone = buildPublication(1, {
      state: 'withdrawn',
      notices: [{ at: 1, kind: 'withdrawal', text: 'Jadwalnya berubah.', by: 'ani' }],
    });
    const page = publicationPage(gone);
    expect(page).toContain('Jadwalnya berubah.');
    expect(page).not.toContain('Undangan memilih tetap dikirim ke rumah.<');
    expect(page).not.toContain('ld+json');
    expect(listPage(site, [gone])).toContain('Penjelasan ini sudah ditarik.');
    const paths: string[] = [];
    for (const { kind, path } of siteFiles(site, [gone], files)) if (kind !== 'gone') paths.push(path);
    expect(paths).toEqual(['gaya.css', 'p0000001/index.html', 'umpan.xml', 'index.html']);
  });

  it('give a feed that a feed reader reads', () => {
    const xml = atomFeed(site, [buildPublication(2, { title: 'Satu & dua' }), buildPublication(1)]);
    const feed = parseFeed(new TextEncoder().encode(xml), { url: `${site.url}/umpan.xml` });
    expect(JSON.stringify(feed)).toContain('Satu & dua');
    expect(JSON.stringify(feed)).toContain('https://kpu.example/klarifikasi/p0000002/');
  });

  it('draw the card, the PDF and the Word file of a long text', async () => {
    const text = 'Petugas mengantarkan surat pemberitahuan ke rumah setiap pemilih di wilayahnya. '.repeat(
      12,
    );
    const { texts } = buildPublication(1);
    const press = {
      ...texts[0]!,
      channel: 'press' as const,
      blocks: [{ ...texts[0]!.blocks[0]!, sentences: [{ text, from: [] }] }],
    };
    const long = buildPublication(1, {
      title: text.slice(0, 400),
      summary: text.slice(0, 900),
      texts: [...texts, press],
    });
    const png = await publicationFile(long, 'kartu.png', files);
    expect([...png.slice(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
    expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(1_080);
    expect(new TextDecoder().decode((await publicationFile(long, 'siaran.pdf', files)).slice(0, 5))).toBe(
      '%PDF-',
    );
    const docx = unzipSync(await publicationFile(long, 'siaran.docx', files));
    const xml = new TextDecoder().decode(docx['word/document.xml']);
    expect(xml).toContain('SIARAN PERS');
    expect(xml).toContain('Petugas mengantarkan');
  });
});
