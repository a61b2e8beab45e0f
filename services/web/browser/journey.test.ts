import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, faultsOf, openDesk, skipped } from './open-desk.ts';

const password = 'kuda hijau makan rumput laut';

/** Signs in as a person does. */
async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Alamat surel').fill(email);
  await page.getByLabel('Kata sandi').fill(password);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.waitForURL('**/isu');
}

describe.skipIf(skipped)(`from first run to a published clarification${skipped}`, () => {
  let desk: Desk;
  let administrator: Page;
  let drafter: Page;
  let approver: Page;
  beforeAll(async () => {
    desk = await openDesk({ withSample: false });
  }, 120_000);
  afterAll(() => desk?.stop());

  /** By the navigation, as a person goes. */
  const goTo = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();

  async function invite(name: string, email: string, role: string): Promise<Page> {
    await administrator.getByRole('button', { name: 'Undang orang' }).click();
    const dialog = administrator.getByRole('dialog');
    await dialog.getByLabel('Nama').fill(name);
    await dialog.getByLabel('Alamat surel').fill(email);
    await dialog.getByLabel('Peran').selectOption(role);
    await dialog.getByRole('button', { name: 'Buat tautan' }).click();
    const shown = administrator.getByRole('textbox', { name: `Tautan undangan untuk ${name}` });
    const link = await shown.inputValue();
    await administrator.getByRole('button', { name: 'Sudah saya simpan' }).click();
    const guest = await desk.openSignedOut(link.slice(desk.address.length));
    await guest.getByLabel('Kata sandi baru').fill(password);
    await guest.locator('form button[type=submit]').click();
    await guest.waitForURL('**/masuk');
    await signIn(guest, email);
    return guest;
  }

  it('begins with the one-time link, which makes the administrator, who invites two colleagues', async () => {
    administrator = await desk.openSignedOut(`/mulai#${desk.service.firstLink}`);
    await administrator.getByLabel('Nama').fill('Ketua Humas');
    await administrator.getByLabel('Alamat surel').fill('ketua@contoh.example');
    await administrator.getByLabel('Kata sandi baru').fill(password);
    await administrator.getByRole('button', { name: 'Buat akun' }).click();
    await administrator.waitForURL('**/isu');
    // An empty desk says what comes first.
    const first = administrator.getByRole('region', { name: 'Langkah pertama' });
    await first.getByRole('link', { name: 'Tambahkan sumber' }).waitFor();
    expect(await first.getByText('sudah', { exact: true }).count()).toBe(0);
    await first.getByRole('link', { name: 'Undang rekan' }).click();
    await administrator.waitForURL('**/pengaturan?tab=people');
    drafter = await invite('Staf Humas', 'staf@contoh.example', 'drafter');
    approver = await invite('Kasubbag Humas', 'kasubbag@contoh.example', 'approver');
    await goTo(administrator, 'Isu');
    await first.getByRole('listitem').filter({ hasText: 'Undang rekan' }).getByText('sudah').waitFor();
    expect(faultsOf(administrator)).toEqual([]);
  });

  it('goes on with a claim that one judges, with a source, and the other approves', async () => {
    await goTo(drafter, 'Klaim & fakta');
    await drafter.getByRole('link', { name: 'Klaim baru' }).click();
    await drafter
      .getByLabel('Bunyi klaim')
      .fill('Surat undangan memilih tidak dikirim lagi, semua warga harus mendaftar lewat internet');
    await drafter.getByRole('button', { name: 'Catat klaim' }).click();
    await drafter.getByLabel('Vonis').selectOption('salah');
    await drafter
      .getByLabel('Keterangan')
      .fill(
        'Surat pemberitahuan memilih tetap diantar ke rumah pemilih. Petugas KPPS mengantarnya paling lambat tiga hari sebelum hari pemungutan suara.',
      );
    await drafter.getByRole('button', { name: 'Tambah bukti' }).click();
    await drafter.getByLabel('Judul sumber').fill('PKPU 25/2023 tentang Pemungutan dan Penghitungan Suara');
    await drafter.getByLabel('Alamat (https').fill('https://jdih.kpu.example/25');
    await drafter.getByText('Syarat bukti terpenuhi').waitFor();
    await drafter.getByLabel('Alasan').fill('Pasalnya jelas');
    await drafter.getByRole('button', { name: 'Simpan vonis' }).click();
    await drafter.getByText('Anda yang memeriksa').waitFor();
    await goTo(approver, 'Klaim & fakta');
    await approver.getByRole('link', { name: /Surat undangan memilih/ }).click();
    await approver.getByRole('button', { name: 'Setujui vonis' }).click();
    await approver.getByText('Vonis disetujui').waitFor();
  });

  it('is drafted by one, approved and published by the other', async () => {
    await drafter.reload();
    await drafter.getByRole('link', { name: 'Susun jawaban' }).click();
    await drafter.getByLabel('Pokok soal, netral').fill('surat pemberitahuan memilih');
    await drafter.getByRole('button', { name: 'Buat draf' }).click();
    await drafter.waitForURL(/\/jawaban\/(?!baru)/);
    await drafter.getByRole('button', { name: 'Ajukan persetujuan' }).click();
    await drafter.getByText('Anda ikut menyusun').waitFor();
    await goTo(approver, 'Jawaban');
    await approver.getByRole('heading', { name: /Menunggu persetujuan saya/ }).waitFor();
    await approver.locator('.jawaban-list a').first().click();
    await approver.getByRole('button', { name: 'Setujui' }).click();
    await approver.getByText('Sekarang dapat diterbitkan').waitFor();
    await approver.getByRole('button', { name: 'Terbitkan' }).click();
    await approver.getByRole('button', { name: 'Ya, terbitkan' }).click();
    await approver.waitForURL('**/jawaban/terbit/**');
  });

  it('is read by everybody, and sent to the group of the unit', async () => {
    await goTo(drafter, 'Mitra');
    await drafter.getByRole('button', { name: 'Grup' }).click();
    await drafter.getByText('Tambah grup').click();
    await drafter.getByLabel('Nama grup').fill('Humas Kabupaten');
    await drafter.getByRole('button', { name: 'Tambah', exact: true }).click();
    await drafter.getByText('Humas Kabupaten').waitFor();
    await approver.reload();
    await approver.getByRole('button', { name: 'Mulai sebarkan' }).click();
    await approver.getByText('Penyebaran dimulai').waitFor();
    await goTo(drafter, 'Jawaban');
    await drafter.getByRole('heading', { name: /Paket untuk grup unit saya/ }).waitFor();
    await drafter.locator('a[href*="/jawaban/paket/"]').first().click();
    await drafter.getByRole('button', { name: 'Salin teks' }).click();
    await drafter.getByText('Tersalin').waitFor();
    await drafter.getByRole('button', { name: 'Sudah saya kirim ke Humas Kabupaten' }).click();
    await drafter.getByText('✓ Selesai').waitFor();
    const reader = await desk.openSignedOut('/klarifikasi/');
    await reader.locator('main a').first().click();
    await reader.getByText('diantar ke rumah pemilih').first().waitFor();
    await reader.getByText('PKPU 25/2023').first().waitFor();
    for (const page of [drafter, approver, reader]) expect(faultsOf(page)).toEqual([]);
  });
});
