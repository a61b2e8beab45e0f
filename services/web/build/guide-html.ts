/** The marks of the guide's Markdown, in the order in which they are read. */
const inline: readonly (readonly [RegExp, string])[] = [
  [/`([^`]+)`/g, '<code>$1</code>'],
  [/!\[([^\]]*)\]\(([\w./-]+)\)/g, '<img src="$2" alt="$1" loading="lazy">'],
  [/\[([^\]]+)\]\(([\w/-]+)\.md\)/g, '<a href="$2.html">$1</a>'],
  [/\[([^\]]+)\]\(([\w./:-]+)\)/g, '<a href="$2">$1</a>'],
  [/\*\*([^*]+)\*\*/g, '<strong>$1</strong>'],
  [/\*([^*]+)\*/g, '<em>$1</em>'],
  [/(?<![\w"=/])_([^_<>]+)_(?!\w)/g, '<em>$1</em>'],
];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const said = (text: string): string =>
  inline.reduce((html, [mark, to]) => html.replace(mark, to), escaped(text));

const item = /^(?:-|\d+\.) /;

function blockHtml(block: string): string {
  const heading = /^(#{1,3}) (.+)$/.exec(block);
  if (heading) return `<h${heading[1]!.length}>${said(heading[2]!)}</h${heading[1]!.length}>`;
  if (!item.test(block)) return `<p>${said(block.replaceAll('\n', ' '))}</p>`;
  const name = block.startsWith('-') ? 'ul' : 'ol';
  const items = block.split('\n').map((line) => `<li>${said(line.replace(item, ''))}</li>`);
  return `<${name}>${items.join('')}</${name}>`;
}

/** The Markdown of a page of the guide (headings, paragraphs, lists of one level, links, pictures) as a whole page. */
export function guideHtml(markdown: string): string {
  const blocks = markdown.trim().split(/\n{2,}/);
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? 'Panduan';
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Panduan Saring</title>
<link rel="stylesheet" href="/panduan/panduan.css">
</head>
<body>
<nav><a href="/panduan/index.html">Panduan</a> · <a href="/">Saring</a></nav>
<main>
${blocks.map(blockHtml).join('\n')}
</main>
</body>
</html>
`;
}
