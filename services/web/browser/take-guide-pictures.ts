import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { guideFolder } from '../build/write-guide.ts';
import { type FilledDesk, fillDesk } from './fill-desk.ts';
import { openDesk, settled } from './open-desk.ts';
import { smallPng } from './small-png.ts';

/**
 * `node services/web/browser/take-guide-pictures.ts`: the pictures of docs/panduan and of the README, taken anew from
 * the sample week and from what is done on it here. A minute; build the desk first.
 */

interface Picture {
  /** Of the page's own part, without the navigation, unless `whole`. */
  address: string;
  whole?: true;
  height?: number;
  /** What a person does before the picture is taken. */
  act?(page: Page): Promise<unknown>;
}

const width = 1_120;
const usualHeight = 620;

const ofGuide = (made: FilledDesk): Record<string, Picture> => ({
  isu: { address: '/isu', whole: true, height: 700 },
  'isu-satu': { address: made.issue, height: 760 },
  'isu-pilah': {
    address: '/isu',
    act: async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press('p');
      await page.getByRole('dialog').waitFor();
    },
    whole: true,
    height: 560,
  },
  peringatan: {
    address: '/peringatan',
    act: (page) => page.getByText('Bukti dan penerima').first().click(),
  },
  jawaban: { address: made.draft, height: 760 },
  'jawaban-terbit': { address: made.publication },
  'jawaban-paket': { address: made.package, height: 760 },
  klaim: {
    address: '/klaim',
    act: async (page) => {
      await page
        .getByLabel('Sudah pernah dibantah?')
        .fill('Awas undangan memilih tidak dikirim lagi, warga harus mendaftar sendiri lewat internet ya');
      await page.getByRole('button', { name: 'Periksa', exact: true }).click();
      await page.locator('.klaim-match').first().waitFor();
    },
  },
  'klaim-vonis': { address: made.claim, height: 760 },
  narasi: { address: '/narasi', height: 420 },
  'narasi-satu': { address: made.narrative, height: 420 },
  fakta: { address: '/fakta' },
  cari: { address: '/cari?q=surat+suara' },
  peta: {
    address: '/peta',
    act: (page) => page.locator('#region').evaluate((section) => section.scrollIntoView()),
    height: 620,
  },
  laporan: { address: '/laporan', height: 360 },
  'laporan-berjenjang': { address: made.report, height: 560 },
  'laporan-papan': { address: '/laporan?tab=board', height: 460 },
  sumber: { address: '/sumber', height: 480 },
  'sumber-impor': {
    address: '/sumber?tab=import',
    act: (page) =>
      page.getByLabel('Berkas (wajib)').setInputFiles({
        name: 'ekspor-penyedia.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('Isi;Tanggal;Nama akun;Alamat\nSurat suara kurang;2026-11-20 08:00;warga;\n'),
      }),
    height: 700,
  },
  'sumber-celah': { address: '/sumber?tab=gaps', height: 420 },
  mitra: { address: '/mitra', height: 520 },
  'mitra-organisasi': { address: made.partner, height: 520 },
  mutu: { address: '/mutu', height: 520 },
  'mutu-label': { address: '/mutu?tab=label', height: 480 },
  pengaturan: { address: '/pengaturan?tab=people', height: 560 },
  'pengaturan-penerima': {
    address: '/pengaturan?tab=recipients',
    act: (page) => page.getByRole('button', { name: 'Penerima baru' }).click(),
    whole: true,
    height: 760,
  },
  lapor: { address: '/lapor', height: 760 },
});

const ofReadme = (made: FilledDesk): Record<string, Picture> => ({
  'desk-issues': { address: '/isu', whole: true, height: 860 },
  'desk-issue': { address: made.issue, whole: true, height: 860 },
  'desk-answer': { address: made.draft, whole: true, height: 860 },
});

const desk = await openDesk({ takesReports: true });
const made = await fillDesk(desk);

async function take(
  folder: string,
  pictures: Record<string, Picture>,
  wide: number,
  isSampleSaid = false,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, { address, whole, height = usualHeight, act }] of Object.entries(pictures)) {
    const page = await desk.open('/isu', { width: wide, height });
    // An officer's own desk has no note on the sample.
    if (!isSampleSaid) await page.evaluate("localStorage.setItem('saring.sample-note', 'yes')");
    await page.goto(desk.address + address);
    await settled(page);
    await act?.(page);
    // Figures beside the rows come after the rows.
    await page.waitForTimeout(400);
    const box = whole ? null : await page.locator('main').boundingBox();
    const taken = await page.screenshot(box ? { clip: { ...box, y: 0, height } } : {});
    writeFileSync(join(folder, `${name}.png`), smallPng(taken));
    await page.context().close();
  }
}

const pictures = join(guideFolder, 'gambar');
mkdirSync(pictures, { recursive: true });
for (const old of readdirSync(pictures)) rmSync(join(pictures, old));
await take(pictures, ofGuide(made), width);
await take(resolve(guideFolder, '..', 'images'), ofReadme(made), 1_280, true);
// Last, since what one has in hand shows everywhere.
await take(
  pictures,
  {
    tugas: {
      address: '/isu',
      act: async (page) => {
        for (const key of ['j', 'a', 'j', 'a']) await page.keyboard.press(key);
        await page.getByText('sekarang Anda pegang').nth(1).waitFor();
        await page.goto(`${desk.address}/tugas`);
        await settled(page);
      },
      height: 560,
    },
  },
  width,
);
await desk.stop();
