/** A row of an import, before it is checked: known names on the left, whatever the file calls them on the right. */
export type RawRow = Readonly<Record<string, unknown>>;

export const rowFields = [
  'id',
  'text',
  'created_at',
  'author',
  'author_kind',
  'title',
  'url',
  'platform',
  'outlet',
  'likes',
  'replies',
  'shares',
  'views',
  'followers',
] as const;
export type RowField = (typeof rowFields)[number];

/** What vendors' exports call the fields, in lower case with blanks and hyphens as underscores. */
const aliases: Readonly<Record<RowField, readonly string[]>> = {
  id: ['id', 'id_str', 'post_id', 'tweet_id', 'comment_id', 'mention_id'],
  text: [
    'text',
    'full_text',
    'teks',
    'isi',
    'konten',
    'content',
    'message',
    'caption',
    'tweet',
    'komentar',
    'comment',
    'body',
  ],
  created_at: [
    'created_at',
    'published_at',
    'date',
    'datetime',
    'timestamp',
    'tanggal',
    'tgl',
    'waktu',
    'created',
    'posted_at',
    'published',
  ],
  author: ['author', 'username', 'user', 'akun', 'penulis', 'account', 'screen_name', 'author_name', 'from'],
  author_kind: ['author_kind'],
  title: ['title', 'judul', 'headline', 'video'],
  url: ['url', 'link', 'tautan', 'permalink', 'post_url'],
  platform: ['platform', 'kanal', 'channel', 'network', 'media_type'],
  outlet: ['outlet', 'media', 'source', 'sumber', 'site'],
  likes: ['likes', 'like_count', 'suka', 'favorite_count', 'reactions'],
  replies: ['replies', 'reply_count', 'comments', 'balasan', 'jumlah_komentar'],
  shares: ['shares', 'share_count', 'retweet_count', 'retweets', 'bagikan'],
  views: ['views', 'view_count', 'impressions', 'tayangan'],
  followers: ['followers', 'followers_count', 'pengikut'],
};

export type ColumnMapping = Partial<Record<RowField, string>>;

export const columnKey = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** Guesses which column holds what; a mapping given by a person goes first. */
export function mapColumns(columns: readonly string[], given: ColumnMapping = {}): ColumnMapping {
  const byKey = new Map(columns.map((column) => [columnKey(column), column]));
  const mapping: ColumnMapping = {};
  for (const field of rowFields) {
    const name =
      given[field] ?? aliases[field].map((alias) => byKey.get(alias)).find((found) => found !== undefined);
    if (name !== undefined) mapping[field] = name;
  }
  return mapping;
}
