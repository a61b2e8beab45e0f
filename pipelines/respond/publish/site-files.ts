import type { Publication } from '../../../shared/domain/publication.ts';
import type { AnswerFiles } from '../../../shared/ports/answer-files.ts';
import { cardSide, cardSvg } from './card-svg.ts';
import { atomFeed, listPage, type Site } from './list-pages.ts';
import { publicStyle } from './page-style.ts';
import { hasPaper, pressPaper } from './press-paper.ts';
import { publicationPage } from './publication-page.ts';

/** A path below the folder, with slashes. */
export interface SiteText {
  kind: 'text';
  path: string;
  body: string;
}

export type SiteFile =
  | SiteText
  /** Says what its page says: where that page stands already as it should, this need not be drawn again. */
  | { kind: 'drawn'; path: string; page: SiteText; draw(): Promise<Uint8Array> }
  /** Must not lie there: what a withdrawn page said is not handed on. */
  | { kind: 'gone'; path: string };

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

/**
 * A folder that any web server can show: pages, list, feed, style, cards and press releases. A page comes after what goes
 * with it, and the list after all, so that a run that is cut off leaves nothing that looks done and is not.
 */
export function* siteFiles(
  site: Site,
  publications: readonly Publication[],
  files: AnswerFiles,
): Generator<SiteFile> {
  yield { kind: 'text', path: 'gaya.css', body: publicStyle };
  for (const publication of publications) {
    const { code, state } = publication;
    const page: SiteText = {
      kind: 'text',
      path: `${code}/index.html`,
      body: publicationPage(publication),
    };
    for (const name of publicationFileNames) {
      const path = `${code}/${name}`;
      const isThere = state === 'live' && (name === 'kartu.png' || hasPaper(publication));
      yield isThere
        ? { kind: 'drawn', path, page, draw: () => publicationFile(publication, name, files) }
        : { kind: 'gone', path };
    }
    yield page;
  }
  yield { kind: 'text', path: 'umpan.xml', body: atomFeed(site, publications) };
  yield { kind: 'text', path: 'index.html', body: listPage(site, publications) };
}
