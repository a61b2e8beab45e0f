const attributes = (): string => Array.from({ length: 50_000 }, (_, at) => `a${at}="${at}"`).join(' ');
const entities = (): string =>
  Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};&e${at};&e${at};">`).join('');
const namespaces = (): string => Array.from({ length: 100_000 }, (_, at) => `xmlns:n${at}="u"`).join(' ');

/** Markup made to hang, overflow or fill the memory of whoever builds a tree of it. */
export const hostileMarkup = (): Readonly<Record<string, string>> => ({
  'open divs': '<div>'.repeat(100_000),
  'open divs with attributes': '<div class="a b c" style="x">'.repeat(50_000),
  'nested tables': '<table><tr><td>'.repeat(50_000),
  'nested lists and links': '<ul><li><a href="x">'.repeat(50_000),
  'closing tags alone': '</div>'.repeat(100_000),
  'fifty thousand attributes': `<p ${attributes()}>x</p>`,
  'one long attribute': `<p class="${'x '.repeat(500_000)}">x</p>`,
  'entity bomb': `<!DOCTYPE r [<!ENTITY e0 "x">${entities()}]><rss><channel><title>&e12;</title></channel></rss>`,
  references: '&amp;'.repeat(300_000),
  'half references': '&'.repeat(300_000),
  'angle brackets': '<'.repeat(300_000),
  'an endless comment': `<!--${'-'.repeat(300_000)}`,
  'endless CDATA': `<rss><![CDATA[${']'.repeat(300_000)}`,
  'an endless tag name': `<${'a'.repeat(300_000)}`,
  'an endless script': `<script>${'</scrip'.repeat(50_000)}`,
  blanks: ' '.repeat(600_000),
  'line breaks in paragraphs': `<p>${'\n'.repeat(300_000)}</p>`,
  'one long word': `<article><p>${'x'.repeat(300_000)}</p></article>`,
  'deep JSON-LD': `<script type="application/ld+json">${'[{"a":'.repeat(50_000)}</script>`,
  'wide JSON-LD': `<script type="application/ld+json">[${'{"@type":"Article"},'.repeat(50_000)}{}]</script>`,
  'a hundred thousand namespaces': `<rss ${namespaces()}><channel/></rss>`,
  'nested entries': `<rss><channel>${'<item>'.repeat(100_000)}`,
  'NUL and half characters': '\u0000\ud800<p>\udfff</p>'.repeat(15_000),
  'sixty thousand paragraphs': '<p>teks yang cukup panjang untuk paragraf</p>'.repeat(65_000),
});

/** Ways to write an address that is not public; every one has to be refused. */
export const privateSpellings: readonly string[] = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.0.1/',
  'http://0.0.0.0/',
  'http://0/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://127.0.0.1./',
  'http://127.255.255.254/',
  'http://%31%32%37.0.0.1/',
  'http://１２７.０.０.１/',
  'http://127。0。0。1/',
  'http://localhost/',
  'http://LOCALHOST/',
  'http://10.0.0.1/',
  'http://167772161/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://0xc0a80101/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0xa9fea9fe/',
  'http://100.64.0.1/',
  'http://192.0.2.1/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://[::1]/',
  'http://[::]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[ff02::1]/',
  'http://user:pass@127.0.0.1/',
  'file:///etc/passwd',
  'gopher://127.0.0.1/',
];

/** Texts in one charset that are labelled as another: bytes, the label, and what they say. */
export const mislabelled = (): { name: string; bytes: Uint8Array; contentType?: string; says: string }[] => {
  const says = 'Pemilu – “jujur”';
  const utf8 = new TextEncoder().encode(`<html><head><meta charset="utf-16"></head>${says}`);
  const windows = Uint8Array.from([0x50, 0x96, 0x93, 0x6a, 0x94]);
  const wide = (text: string, swap: boolean): Uint8Array =>
    Uint8Array.from(
      [...text].flatMap((one) => {
        const code = one.charCodeAt(0);
        return swap ? [code >> 8, code & 255] : [code & 255, code >> 8];
      }),
    );
  return [
    { name: 'UTF-8 called UTF-16 in the page', bytes: utf8, says },
    {
      name: 'UTF-8 called something unknown',
      bytes: utf8,
      contentType: 'text/html; charset=tidak-ada',
      says,
    },
    { name: 'UTF-8 called Latin 1', bytes: utf8, contentType: 'text/html; charset=iso-8859-1', says },
    {
      name: 'Windows-1252 called UTF-8',
      bytes: windows,
      contentType: 'text/html; charset=utf-8',
      says: 'P–“j”',
    },
    {
      name: 'UTF-16 LE with its mark called UTF-8',
      bytes: Uint8Array.from([0xff, 0xfe, ...wide(says, false)]),
      contentType: 'text/html; charset=utf-8',
      says,
    },
    {
      name: 'UTF-16 BE with its mark called nothing',
      bytes: Uint8Array.from([0xfe, 0xff, ...wide(says, true)]),
      says,
    },
    {
      name: 'UTF-8 with its mark called Windows-1252',
      bytes: Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]),
      contentType: 'text/html; charset=windows-1252',
      says,
    },
  ];
};
