import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guideHtml } from './guide-html.ts';
import { guideFolder } from './write-guide.ts';

describe('the guide', () => {
  it('is headings, lists, links and pictures, and never markup of its own', () => {
    const html = guideHtml(
      '# Judul & isi\n\nTekan **Simpan**, lalu [isu](isu.md).\n\n- satu\n- `dua`\n\n1. tiga\n\n![Gambar](gambar/a.png)\n\n<script>',
    );
    expect(html).toContain('<h1>Judul &amp; isi</h1>');
    expect(html).toContain('Tekan <strong>Simpan</strong>, lalu <a href="isu.html">isu</a>.');
    expect(html).toContain('<ul><li>satu</li><li><code>dua</code></li></ul>');
    expect(html).toContain('<ol><li>tiga</li></ol>');
    expect(html).toContain('<img src="gambar/a.png" alt="Gambar" loading="lazy">');
    expect(html).not.toContain('<script>');
  });

  it('has a page for every page of the navigation', () => {
    // Read, not imported: the list names components, which the build alone compiles.
    const list = readFileSync(join(import.meta.dirname, '..', 'client', 'shell', 'pages.ts'), 'utf8');
    const names = [...list.matchAll(/path: '\/(\w+)',\s+load: [^\n]+\s+nav:/g)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(8);
    const missing = names.filter((name) => !existsSync(join(guideFolder, `${name}.md`)));
    expect(missing).toEqual([]);
  });

  it('shows only pictures that are there', () => {
    for (const name of readdirSync(guideFolder).filter((one) => one.endsWith('.md')))
      for (const [, picture] of readFileSync(join(guideFolder, name), 'utf8').matchAll(
        /\]\((gambar\/[^)]+)\)/g,
      ))
        expect(existsSync(join(guideFolder, picture!)), `${name}: ${picture}`).toBe(true);
  });
});
