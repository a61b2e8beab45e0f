import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillHostile, type HostileDesk } from './hostile-desk.ts';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

/**
 * What reaches out of its box: texts whose box is wider than what holds them, unless that scrolls by itself, and marks
 * and turns of direction that were not taken out.
 */
const outOfBounds = `(() => {
  const found = [];
  const holder = document.querySelector('dialog[open]') ?? document.querySelector('main') ?? document.body;
  for (const one of document.querySelectorAll('.outside, main h1, main h2, main p, main li, main td, main a')) {
    const box = one.getBoundingClientRect();
    if (box.width === 0 || one.closest('.visually-hidden')) continue;
    let inside = one.parentElement;
    while (inside && inside !== document.body && !/auto|scroll|hidden|clip/.test(getComputedStyle(inside).overflowX))
      inside = inside.parentElement;
    if (inside && inside !== document.body) continue;
    if (box.right > innerWidth + 1 || box.left < -1)
      found.push(one.className + ' ' + one.textContent.slice(0, 40));
  }
  // A field holds what was typed into it, and what lies under it is the same text.
  const copy = holder.cloneNode(true);
  for (const field of copy.querySelectorAll('textarea, .marked')) field.remove();
  const said = copy.textContent;
  const climbs = /.{0,30}\\p{M}{4}/u.exec(said);
  const turns = /.{0,30}[\\u202a-\\u202e\\u2066-\\u2069]/.exec(said);
  if (climbs) found.push('marks climb: ' + climbs[0].slice(0, 40));
  if (turns) found.push('direction turns: ' + turns[0]);
  const overflow = document.documentElement.scrollWidth - innerWidth;
  if (overflow > 0) found.push('scrolls sideways by ' + overflow);
  return found;
})()`;

/** What such a text did to the page that shows it, in words; a page that shows none of it proves nothing. */
async function harmOf(page: Page, where: string, title: RegExp, shows = true): Promise<string[]> {
  const found: string[] = [...((await page.evaluate(outOfBounds)) as string[]), ...faultsOf(page)];
  if (!title.test(await page.title())) found.push(`a script ran: the title is ${await page.title()}`);
  const said = (await page.locator('body').textContent()) ?? '';
  if (shows && !/<img|<script|hostil/.test(said)) found.push(`none of it is shown: ${said.slice(-400)}`);
  if ((await page.locator('a[href^="javascript"]').count()) > 0) found.push('a link runs a script');
  if ((await page.locator('img[src="x"], img[src$="/x"]').count()) > 0) found.push('markup became an image');
  return found.map((one) => `${where}: ${one}`);
}

/** The title of a page that no script of theirs has changed. */
const unharmed = /^(?![12]$)/;

describe.skipIf(skipped)(`what comes from outside breaks no page${skipped}`, () => {
  let desk: Desk;
  let at: HostileDesk;
  let addresses: string[] = [];
  /** The tone and the counts are shown there, and no text. */
  const withoutText = ['/peta', '/laporan?tab=board', '/tugas?'];
  beforeAll(async () => {
    desk = await openDesk();
    // Who sees it first is signed in already when the desk is filled.
    await (await desk.open('/isu')).context().close();
    at = await fillHostile(desk);
    addresses = [
      '/isu',
      `/isu/${at.issue}`,
      '/tugas',
      '/peringatan',
      '/cari?q=hostil',
      '/cari?q=hostil&platform=news',
      `/cari?q=hostil&outlet=${encodeURIComponent(`${'a'.repeat(200)}`)}`,
      `/cari?issue=${at.issueId}`,
      '/klaim',
      `/klaim/${at.claim}`,
      '/fakta',
      '/narasi',
      '/narasi/narasi-hostil',
      '/jawaban',
      '/jawaban?daftar=publications',
      `/jawaban/baru?isu=${at.issue}`,
      `/jawaban/baru?klaim=${at.claim}`,
      `/jawaban/${at.answer}`,
      `/jawaban/terbit/${at.publication}`,
      `/jawaban/paket/${at.campaign}`,
      '/laporan',
      '/laporan?tab=tiered&period=2026-TW1',
      '/laporan?tab=board',
      `/laporan/${at.report}`,
      '/sumber',
      '/mitra',
      '/mitra?bagian=groups',
      `/mitra/${at.partner}`,
      '/peta',
      '/mutu?tab=label',
      '/pengaturan?tab=recipients',
    ];
  }, 120_000);
  afterAll(() => desk?.stop());

  it.each([1_280, 360])('at a width of %d', async (width) => {
    const page = await desk.open('/isu', { width });
    const failed: string[] = [];
    for (const address of addresses) {
      await page.goto(desk.address + address);
      await settled(page);
      // What is folded can be opened.
      await page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true");
      await page.locator('main:not(:has(.skeleton))').waitFor();
      const shows = !withoutText.includes(address) && !address.includes('tab=tiered');
      failed.push(...(await harmOf(page, `${address} at ${width}`, /Saring$/, shows)));
    }
    expect(failed).toEqual([]);
    await page.context().close();
  });

  it('in every dialog that shows it, on a phone', async () => {
    const page = await desk.open('/isu', { width: 360 });
    const issue = `/isu/${at.issue}`;
    const dialogs: [address: string, button: string | RegExp][] = [
      [issue, 'Ganti judul'],
      [issue, 'Gabungkan'],
      [issue, 'Ubah tautan'],
      [issue, /^Lepas <img/],
      ['/narasi/narasi-hostil', 'Ganti nama'],
      [`/klaim/${at.claim}`, 'Ubah bunyi klaim'],
      [`/mitra/${at.partner}`, /^Ubah/],
      [`/mitra/${at.partner}`, /^Hapus/],
      [`/jawaban/terbit/${at.publication}`, 'Cabut'],
      ['/sumber', 'Hapus'],
    ];
    const failed: string[] = [];
    for (const [address, button] of dialogs) {
      const where = `${address} ${button}`;
      await page.goto(desk.address + address);
      await settled(page);
      await page.getByRole('button', { name: button }).first().click({ timeout: 5_000 });
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      const overflow = await dialog.evaluate((box) => box.scrollWidth - box.clientWidth);
      if (overflow > 0) failed.push(`${where} is too wide by ${overflow}`);
      failed.push(...(await harmOf(page, where, /Saring$/, false)));
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    expect(failed).toEqual([]);
    await page.context().close();
  });

  it.each([1_280, 360])('on the pages that everybody reads, at a width of %d', async (width) => {
    const page = await desk.openSignedOut('/klarifikasi/', { width });
    const failed = await harmOf(page, 'the list of clarifications', unharmed);
    await page.goto(`${desk.address}/klarifikasi/${at.code}/`);
    failed.push(...(await harmOf(page, 'a clarification', unharmed)));
    expect(failed).toEqual([]);
    await page.context().close();
  });

  it('in the weekly map as a page of its own', async () => {
    const page = await desk.open('/laporan');
    await settled(page);
    const files = page.locator('.report-files a[href*=".html"]');
    const before = await files.count();
    await page.getByRole('button', { name: 'Buat peta tujuh hari terakhir' }).click();
    await expect.poll(() => files.count(), { timeout: 60_000 }).toBe(before + 1);
    const file = files.first();
    const answer = await page.request.get(new URL((await file.getAttribute('href'))!, desk.address).href);
    expect(answer.status()).toBe(200);
    const html = await answer.text();
    // As it is opened from a disk: with its own style and policy, and none of the desk's.
    const paper = await page.context().newPage();
    await paper.setViewportSize({ width: 360, height: 860 });
    await paper.setContent(html);
    expect(await harmOf(paper, 'the weekly map', unharmed)).toEqual([]);
    await page.context().close();
  }, 90_000);

  it('on paper', async () => {
    const page = await desk.open('/isu', { width: 794 });
    await page.emulateMedia({ media: 'print' });
    for (const address of [`/isu/${at.issue}`, '/isu', `/klaim/${at.claim}`, '/cari?q=hostil', '/peta']) {
      await page.goto(desk.address + address);
      await settled(page);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow, `${address} is wider than the paper`).toBeLessThanOrEqual(0);
      expect(faultsOf(page), address).toEqual([]);
    }
    await page.context().close();
  });
});
