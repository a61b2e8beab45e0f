import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';
import { buildWeeklyMap } from './task-steps.ts';

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Warta Contoh</title>
<item><title>KPU Kota Malang menyiapkan logistik</title><link>https://warta.example/1</link>
<description>Petugas menghitung surat suara.</description><pubDate>${new Date().toUTCString()}</pubDate></item>
<item><title>Simulasi pemungutan suara</title><link>https://warta.example/2</link>
<description>Warga mencoba alur di TPS.</description><pubDate>${new Date().toUTCString()}</pubDate></item>
</channel></rss>`;
const dayMs = 86_400_000;
const yesterday = new Date(Date.now() - dayMs).toISOString().slice(0, 10);
const vendorFile = [
  'Qa;Qb;Qc',
  `${yesterday} 08:00;Surat suara di TPS kami kurang sepuluh lembar, kata petugas KPU;warga`,
  `${yesterday} 09:30;Petugas KPU datang membawa tambahannya sebelum siang;warga`,
  `${yesterday} 10:00;;warga`,
  `entah kapan;Antrean di TPS kami sudah selesai, terima kasih petugas KPU;warga`,
].join('\n');

describe.skipIf(skipped)(`tasks of an officer${skipped}`, () => {
  let desk: Desk;
  let outlet: Server;
  beforeAll(async () => {
    desk = await openDesk();
    outlet = createServer((_request, response) => {
      response.setHeader('content-type', 'application/rss+xml').end(feed);
    });
    await new Promise<void>((ready) => outlet.listen(0, '127.0.0.1', ready));
  }, 120_000);
  afterAll(async () => {
    outlet?.close();
    await desk?.stop();
  });

  it('adds a source after seeing what it brings', async () => {
    const page = await desk.open('/sumber?tab=add');
    const { port } = outlet.address() as AddressInfo;
    await page.getByLabel('Alamat').fill(`http://127.0.0.1:${port}/rss`);
    await page.getByLabel('Nama').fill('Warta Contoh');
    expect(await page.getByRole('button', { name: 'Tambahkan' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Coba lihat' }).click();
    await page.getByText('2 entri terbaca').waitFor();
    await page.getByText('KPU Kota Malang menyiapkan logistik').waitFor();
    await page.getByRole('button', { name: 'Tambahkan' }).click();
    await page.getByText('Warta Contoh ditambahkan').waitFor();
    await page.waitForURL('**/sumber');
    await page
      .getByRole('cell', { name: /^Warta Contoh/ })
      .first()
      .waitFor();
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('is told which columns a vendor’s file has, and imports it once the right one is chosen', async () => {
    const page = await desk.open('/sumber?tab=import');
    const buffer = Buffer.from(vendorFile);
    await page
      .getByLabel('Berkas (wajib)')
      .setInputFiles({ name: 'ekspor.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Impor', exact: true }).click();
    // In the open, not among the technical details, and at the fields that are to be filled in.
    const problem = page.locator('.notice.problem > strong');
    await problem.waitFor();
    expect(await problem.textContent()).toMatch(/Qa.*Qb.*Qc/s);
    expect(await page.getByText('Pilih kolomnya.').count()).toBe(2);
    await page.getByLabel('Isi unggahan').selectOption('Qb');
    await page.getByLabel('Waktu').selectOption('Qa');
    let go = (): void => {};
    const held = new Promise<void>((done) => {
      go = done;
    });
    await page.route('**/v1/imports/posts', (route) => held.then(() => route.continue()));
    await page.getByRole('button', { name: 'Impor', exact: true }).click();
    await page.getByText('Mengunggah dan membaca').waitFor();
    go();
    await page.getByText('3 unggahan diterima dari 4 baris, 1 ditolak').waitFor();
    await page.getByText('Semua sudah dilabeli dan dikelompokkan.').waitFor();
    const refused = page.getByRole('table', { name: 'Contoh' });
    expect(await refused.getByRole('row').count()).toBe(2);
    await page.getByRole('table', { name: 'Ditolak' }).getByText('Tidak ada teksnya').waitFor();
    // No code of the program's own.
    expect(await page.locator('.source-import').textContent()).not.toMatch(/[a-z]+_[a-z]+/);
    await page.context().close();
  });

  it('builds the weekly map in three clicks, its file among them', async () => {
    const page = await desk.open('/isu');
    const { clicks, file } = await buildWeeklyMap(page);
    expect(clicks).toBeLessThanOrEqual(3);
    expect(file).toMatch(/\.xlsx$/);
    await page.context().close();
  }, 90_000);

  it('invites a person by a link shown once, who sets a password and comes in', async () => {
    const page = await desk.open('/pengaturan?tab=people');
    await page.getByRole('button', { name: 'Undang orang' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nama').fill('Analis baru');
    await dialog.getByLabel('Alamat surel').fill('analis@contoh.example');
    await dialog.getByText('memilah isu').waitFor();
    await dialog.getByLabel('Peran').selectOption('administrator');
    await dialog.getByText('Tidak menyetujui apa pun').waitFor();
    await dialog.getByLabel('Peran').selectOption('analyst');
    await dialog.getByRole('button', { name: 'Buat tautan' }).click();
    const link = await page.getByRole('textbox', { name: 'Tautan undangan untuk Analis baru' }).inputValue();
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
    expect(await page.getByText(link).count()).toBe(0);
    const guest = await desk.openSignedOut(link.slice(desk.address.length));
    const password = 'kuda hijau makan rumput laut';
    await guest.getByLabel('Kata sandi baru').fill(password);
    await guest.locator('form button[type=submit]').click();
    await guest.waitForURL('**/masuk');
    await guest.getByLabel('Alamat surel').fill('analis@contoh.example');
    await guest.getByLabel('Kata sandi').fill(password);
    await guest.getByRole('button', { name: 'Masuk' }).click();
    await guest.waitForURL('**/isu');
    await guest.goto(`${desk.address}/pengaturan`);
    await guest.getByText('diatur oleh administrator unit Anda').waitFor();
    expect(await guest.getByRole('tab', { name: 'Orang' }).count()).toBe(0);
    await page.reload();
    await page.getByRole('cell', { name: /^Analis baru/ }).waitFor();
    await guest.context().close();
    await page.context().close();
  });

  it('sets up codes of a phone, from the key that the picture holds', async () => {
    const page = await desk.open('/pengaturan');
    await page.getByRole('button', { name: 'Pasang di ponsel' }).click();
    await page.getByRole('img', { name: /Kode QR/ }).waitFor();
    await page.getByLabel('Kode enam angka').fill('000000');
    await page.getByRole('button', { name: 'Pasang', exact: true }).click();
    await page.getByText('Kode tidak cocok').waitFor();
    const { Secret, TOTP } = await import('otpauth');
    const secret = Secret.fromBase32((await page.locator('code').textContent())!);
    await page.getByLabel('Kode enam angka').fill(new TOTP({ secret }).generate());
    await page.getByRole('button', { name: 'Pasang', exact: true }).click();
    const codes = await page.getByRole('textbox', { name: 'Kode pemulihan' }).inputValue();
    expect(codes.split('\n')).toHaveLength(10);
    await page.getByText('Sisa kode pemulihan: 10 dari 10').waitFor();
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('labels a post by the keyboard alone', async () => {
    const page = await desk.open('/mutu?tab=label');
    await settled(page);
    const text = await page.locator('.quality-task article').textContent();
    await page.keyboard.press('3');
    await page.keyboard.press('r');
    await page.keyboard.type('menyalahkan petugas');
    await page.keyboard.press('Enter');
    await page.getByText('Nada menurut mesin').waitFor();
    expect(await page.locator('.quality-task article').textContent()).not.toBe(text);
    const [label] = await desk.installation.records.labels.list({ limit: 1 });
    expect(label).toMatchObject({ values: { tone: 'negative' }, reason: 'menyalahkan petugas' });
    await page.context().close();
  });

  it('marks a false alarm, and takes it back', async () => {
    const page = await desk.open('/peringatan');
    await settled(page);
    await page.getByRole('button', { name: 'Alarm palsu', exact: true }).first().click();
    await page.getByText('Ditandai alarm palsu').waitFor();
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await expect.poll(() => page.locator('.alert-card.is-false').count()).toBe(0);
    await page.context().close();
  });
});
