import type { PageNode } from './page-tree.ts';

/**
 * What site makers call the parts of a page. The words are those of the common content systems and of the class names
 * of English and Indonesian sites; none belongs to one site.
 */
const boilerplate = new RegExp(
  [
    'comment(?!ary|ator)',
    'komentar',
    'disqus',
    'related',
    'terkait',
    'baca-?juga',
    'lihat-?juga',
    'read-?(?:also|more|next)',
    'more-(?:from|stories|news|on|in)',
    'recommend',
    'rekomendasi',
    'recirc',
    'trending',
    'populer',
    'popular',
    'most-?(?:read|viewed|shared|popular)',
    'outbrain',
    'taboola',
    'share(?!d-content|point)',
    'sharing',
    'social',
    'bagikan',
    'newsletter',
    'subscri(?:be|ption)(?!er-content)',
    'sign-?up',
    'paywall',
    'side-?bar',
    'widget(?!-content)',
    'promo(?!tional-text)',
    'sponsor',
    'advert',
    'banner',
    'breadcrumb',
    'pagination',
    'pager',
    'nav(?:bar|igation|-|_|$|\\s)',
    'menu',
    'foot(?:er|note|-)',
    'masthead',
    'site-?header',
    'cookie',
    'consent',
    'modal',
    'popup',
    'overlay',
    'skip-?(?:to|link)',
    'screen-?reader',
    'visually-?hidden',
    'sr-only',
    'byline',
    'author',
    'penulis',
    'dateline',
    'timestamp',
    'caption',
    'credit',
    'copyright',
    '(?:^|[\\s_-])tags(?:$|[\\s_-])',
    'tag-?(?:list|cloud|links)',
    'toolbar',
    'rating',
    'print-?only',
    'teaser',
    'jp-relatedposts',
    'post-?meta',
    'entry-?meta',
    'article-?meta',
    'wp-caption',
    'gallery',
    'slideshow',
    'editor(?:ial)?-?note',
    'disclaimer',
    'donat',
    'toc(?:_|-|\\b)',
  ].join('|'),
);

const article =
  /(?:article|story|entry|post|news|detail|read|content|blog|artikel|berita|isi|body)[\s_-]{0,2}(?:body|content|text|txt|copy|main|inner|detail|konten|isi|berita|artikel|paragraph)|articlebody|bodycopy|body-?text|richtext|rich-text|prose/;

const removedTags = new Set(['nav', 'footer', 'aside', 'form', 'figcaption', 'label', 'dialog', 'address']);

function senseOf(node: PageNode): PageNode['sense'] {
  if (node.sense === 'unread') {
    const { hint } = node;
    const isArticle = hint !== '' && article.test(hint);
    node.sense = isArticle ? 'article' : hint !== '' && boilerplate.test(hint) ? 'boilerplate' : 'nothing';
  }
  return node.sense;
}

/**
 * True when by its tag or name a part is not the article's text.
 * @param most characters above which a part holds too much of the page to be cast away for its name ("has-sidebar")
 */
export function looksLikeBoilerplate(node: PageNode, most: number): boolean {
  if (node.chars > most) return false;
  if (removedTags.has(node.tag)) return true;
  return node.tag !== 'main' && senseOf(node) === 'boilerplate';
}

/** True when by its name a part holds an article's text. */
export const looksLikeArticle = (node: PageNode): boolean =>
  node.itemprop.includes('articlebody') || senseOf(node) === 'article';
