/** The entities seen in feeds and copied posts; others are left as they are. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '...',
  ndash: '-',
  mdash: '-',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
};
const ENTITY = /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi;
/** A tag is at most this long; a lone `<` in "a < b" must not swallow the text after it. */
const TAG = /<[a-z!/][^<>]{0,500}>/gi;

function decoded(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
  const hex = name[1] === 'x' || name[1] === 'X';
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : ' ';
}

/** Text without HTML: tags become a space, known and numeric entities their character (decoded twice: `&amp;lt;`). */
export function cleanMarkup(text: string): string {
  let result = text;
  if (result.includes('&')) result = result.replace(ENTITY, decoded);
  if (result.includes('&')) result = result.replace(ENTITY, decoded);
  return result.includes('<') ? result.replace(TAG, ' ') : result;
}
