import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { guideHtml } from './guide-html.ts';

export const guideFolder = resolve(import.meta.dirname, '..', '..', '..', 'docs', 'panduan');

/** The guide for analysts as plain pages beside the desk, with its pictures: `/panduan/<page>.html`. */
export function writeGuide(folder: string): void {
  if (!existsSync(guideFolder)) return;
  const target = join(folder, 'panduan');
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(guideFolder).filter((one) => one.endsWith('.md'))) {
    const page = name === 'README.md' ? 'index' : name.slice(0, -'.md'.length);
    writeFileSync(join(target, `${page}.html`), guideHtml(readFileSync(join(guideFolder, name), 'utf8')));
  }
  cpSync(join(import.meta.dirname, 'panduan.css'), join(target, 'panduan.css'));
  const pictures = join(guideFolder, 'gambar');
  if (existsSync(pictures)) cpSync(pictures, join(target, 'gambar'), { recursive: true });
}
