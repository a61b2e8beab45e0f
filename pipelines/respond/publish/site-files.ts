import type { Instant } from '../../../shared/domain/instant.ts';
import type { Publication } from '../../../shared/domain/publication.ts';
import type { AnswerFiles } from '../../../shared/ports/answer-files.ts';
import { cardSide, cardSvg } from './card-svg.ts';
import { atomFeed, listPage, type Site } from './list-pages.ts';
import { publicStyle } from './page-style.ts';
import { pressPaper } from './press-paper.ts';
import { publicationPage } from './publication-page.ts';

export interface SiteFile {
  /** Below the folder, with slashes. */
  path: string;
  body: string | Uint8Array;
}

export const publicationFileNames = ['kartu.png', 'siaran.pdf', 'siaran.docx'] as const;
export type PublicationFileName = (typeof publicationFileNames)[number];

/** One file that goes with a page. A withdrawn publication has none: what it said is not handed on. */
export async function publicationFile(
  publication: Publication,
  name: PublicationFileName,
  files: AnswerFiles,
): Promise<Uint8Array> {
  if (name === 'kartu.png') {
    const svg = cardSvg(publication, await files.qr(`${publication.url}/`));
    // The picture is drawn at twice the width it is asked for.
    return files.picture(svg, cardSide / 2);
  }
  return name === 'siaran.pdf' ? files.pdf(pressPaper(publication)) : files.docx(pressPaper(publication));
}

/** A folder that any web server can show: pages, list, feed, style, cards and press releases. */
export async function* siteFiles(
  site: Site,
  publications: readonly Publication[],
  files: AnswerFiles,
  now: Instant,
): AsyncGenerator<SiteFile> {
  yield { path: 'gaya.css', body: publicStyle };
  yield { path: 'index.html', body: listPage(site, publications) };
  yield { path: 'umpan.xml', body: atomFeed(site, publications, now) };
  for (const publication of publications) {
    yield { path: `${publication.code}/index.html`, body: publicationPage(publication) };
    if (publication.state === 'live')
      for (const name of publicationFileNames)
        yield { path: `${publication.code}/${name}`, body: await publicationFile(publication, name, files) };
  }
}
