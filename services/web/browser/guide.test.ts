import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guideFolder } from '../build/write-guide.ts';
import { type Desk, openDesk, skipped } from './open-desk.ts';

describe.skipIf(skipped)(`the guide${skipped}`, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.stop());

  it('is one press away from each page, opens on its chapter, and shows its pictures', async () => {
    const page = await desk.open('/isu');
    const paths = await page
      .locator('.side-links a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    expect(paths.length).toBeGreaterThan(10);
    for (const path of [...paths, '/isu/ISU-2026-000001', '/jawaban/baru', '/klaim/baru', '/fakta']) {
      await page.goto(desk.address + path);
      await page.locator('main h1').waitFor();
      const href = await page.getByRole('link', { name: 'Panduan halaman ini' }).getAttribute('href');
      const chapter = path === '/fakta' ? 'klaim' : path.split('/')[1]!;
      expect(href).toBe(`/panduan/${chapter}.html`);
      expect(existsSync(join(guideFolder, `${chapter}.md`)), chapter).toBe(true);
      const html = await (await fetch(desk.address + href!)).text();
      expect(html, chapter).toMatch(/<h1>.+<\/h1>/);
      for (const [, picture] of html.matchAll(/<img src="([^"]+)"/g)) {
        const { status, headers } = await fetch(`${desk.address}/panduan/${picture}`);
        expect([status, headers.get('content-type')], picture).toEqual([200, 'image/png']);
      }
    }
    await page.context().close();
  });

  it('is there for who has not signed in yet', async () => {
    const page = await desk.openSignedOut('/masuk');
    await page.getByRole('link', { name: 'Panduan memulai' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mulai' }).waitFor();
    await page.context().close();
  });
});
