import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './check-accessibility.ts';
import { addColleague } from './colleague.ts';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

/** With it, pictures of the dialogs are kept there, to be looked at. */
const pictures = process.env['SARING_SCREENSHOTS'];

describe.skipIf(skipped)(`settings${skipped}`, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
    if (pictures) mkdirSync(pictures, { recursive: true });
  }, 120_000);
  afterAll(() => desk?.stop());

  const look = async (page: Page, name: string): Promise<void> => {
    if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    expect([...faultsOf(page), ...(await accessibilityFaults(page))], name).toEqual([]);
  };

  it('keeps a recipient with ways, quiet hours and sensitivity, and erases it', async () => {
    const page = await desk.open('/pengaturan?tab=recipients', { width: 360, theme: 'dark' });
    await page.getByRole('button', { name: 'Penerima baru' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nama').fill('Kasubbag Humas');
    await dialog.getByLabel('Alamat').fill('humas@contoh.example');
    await dialog.getByRole('button', { name: 'Tambah jalur' }).click();
    await dialog.getByLabel('Jalur').last().selectOption('whatsapp');
    await dialog.getByLabel('Alamat').last().fill('628110000000');
    await dialog.getByLabel('Orang ini meminta sendiri').check();
    await dialog.getByLabel('Hanya yang kritis yang masuk').check();
    await dialog.getByLabel('Seberapa mudah dibangunkan').selectOption('rendah');
    await look(page, 'dialog-recipient');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Kasubbag Humas tersimpan.').waitFor();
    const { recipients } = desk.installation.records;
    const [kept] = await recipients.list({ scope: { unit: 'RI' }, limit: 10 });
    expect(kept).toMatchObject({
      name: 'Kasubbag Humas',
      sensitivity: 'rendah',
      quiet: { from: '22:00', to: '05:00' },
      contacts: [
        { channel: 'email', address: 'humas@contoh.example', optedInAt: null },
        { channel: 'whatsapp', address: '628110000000', optedInAt: expect.any(Number) },
      ],
    });
    await look(page, 'recipients-filled');
    await page.getByRole('button', { name: 'Hapus Kasubbag Humas?' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hapus' }).click();
    await page.getByText('Kasubbag Humas dihapus.').waitFor();
    expect(await recipients.list({ scope: { unit: 'RI' }, limit: 10 })).toEqual([]);
    await page.context().close();
  });

  it('changes a role with a reason, shuts a person out, and shows both in the audit trail', async () => {
    const { user } = await addColleague(desk, 'Penyusun Contoh', 'drafter');
    const page = await desk.open('/pengaturan?tab=people');
    await page.getByRole('button', { name: 'Ubah Penyusun Contoh' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Peran').selectOption('approver');
    await look(page, 'dialog-rights');
    await dialog.getByLabel('Alasan').fill('menggantikan ketua yang cuti');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Penyusun Contoh: perubahan tersimpan.').waitFor();
    await page.getByRole('button', { name: 'Nonaktifkan' }).click();
    await page.getByRole('dialog').getByLabel('Alasan').fill('pindah tugas');
    await page.getByRole('dialog').getByRole('button', { name: 'Nonaktifkan' }).click();
    await page.getByText('dinonaktifkan').waitFor();
    expect(await desk.installation.records.people.users.get(user.id)).toMatchObject({
      active: false,
      grants: [{ unit: 'RI', role: 'approver' }],
    });
    await page.getByRole('tab', { name: 'Jejak audit' }).click();
    await page.getByText('Rantai utuh').waitFor();
    await page.getByText('menggantikan ketua yang cuti').waitFor();
    await page.getByText('pindah tugas').waitFor();
    await page.getByRole('button', { name: 'Periksa rantai' }).click();
    await page.getByText('Rantai utuh').waitFor();
    await page.context().close();
  });

  it('makes a key whose token is shown once, and revokes it', async () => {
    const page = await desk.open('/pengaturan?tab=keys');
    await page.getByRole('button', { name: 'Buat kunci' }).click();
    await page.getByRole('dialog').getByLabel('Untuk apa').fill('dasbor pimpinan');
    await look(page, 'dialog-key');
    await page.getByRole('dialog').getByRole('button', { name: 'Buat kunci' }).click();
    const token = await page.getByRole('textbox', { name: 'Kunci "dasbor pimpinan"' }).inputValue();
    const ask = async () =>
      (await fetch(`${desk.address}/v1/issues`, { headers: { authorization: `Bearer ${token}` } })).status;
    expect(await ask()).toBe(200);
    await look(page, 'key-shown');
    await page.getByRole('button', { name: 'Cabut' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cabut' }).click();
    await page.getByText('Kunci "dasbor pimpinan" dicabut.').waitFor();
    expect(await ask()).toBe(401);
    await page.context().close();
  });

  it('adds an election with a stage, and takes it away', async () => {
    const page = await desk.open('/pengaturan?tab=calendar', { width: 360 });
    await settled(page);
    await page.getByRole('button', { name: 'Tambah pemilu' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nama').fill('Pemungutan suara ulang contoh');
    await dialog.getByLabel('Pemungutan suara').fill('2027-05-02');
    await dialog.getByLabel('Akhir rekapitulasi').fill('2027-05-06');
    await dialog.getByRole('button', { name: 'Tambah tahapan' }).click();
    await dialog.getByLabel('Tahapan').last().fill('Masa tenang');
    await dialog.getByLabel('Mulai').fill('2027-04-29');
    await dialog.getByLabel('Sampai').fill('2027-05-01');
    await look(page, 'dialog-election');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('tersimpan di kalender').waitFor();
    await page.getByText('1 tahapan').click();
    await page.getByText('Masa tenang: 29 Apr 2027').waitFor();
    await page.getByRole('button', { name: 'Hapus Pemungutan suara ulang contoh?' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hapus' }).click();
    await expect.poll(() => page.getByRole('cell', { name: /^Pemungutan suara ulang/ }).count()).toBe(0);
    await page.context().close();
  });

  it('changes how long data is kept, never beyond what is allowed', async () => {
    const page = await desk.open('/pengaturan?tab=privacy');
    await page.getByRole('button', { name: 'Ubah masa simpan' }).click();
    const dialog = page.getByRole('dialog');
    const handles = dialog.getByLabel('Alamat dan nama akun pribadi');
    await dialog.getByLabel('Alasan').fill('diminta inspektorat');
    await handles.fill('91');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    expect(
      await handles.evaluate(
        (input) => (input as unknown as { validity: { valid: boolean } }).validity.valid,
      ),
    ).toBe(false);
    await handles.fill('30');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Masa simpan diubah').waitFor();
    await page.getByRole('cell', { name: '30 hari', exact: true }).waitFor();
    await page.context().close();
  });

  it('changes one’s own name and password; a wrong one is said at its field', async () => {
    const colleague = await addColleague(desk, 'Analis Contoh', 'analyst');
    const page = await colleague.open('/pengaturan');
    expect(await page.getByRole('tab').allTextContents()).toEqual(['Saya', 'Unit', 'Kalender', 'Privasi']);
    await page.getByLabel('Nama').fill('Analis Shift Malam');
    await page.getByRole('button', { name: 'Simpan nama' }).click();
    await page.locator('.side-person').getByText('Analis Shift Malam').waitFor();
    await page.getByLabel('Kata sandi sekarang').fill('bukan ini kata sandinya');
    await page.getByLabel('Kata sandi baru').fill('perahu kertas biru tujuh');
    await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
    await page.getByText('Kata sandi sekarang tidak tepat.').waitFor();
    await look(page, 'wrong-password');
    await page.getByLabel('Kata sandi sekarang').fill('kuda hijau makan rumput laut');
    await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
    await page.getByText('Kata sandi diganti').waitFor();
    await page.getByRole('button', { name: 'Keluar dari semua perangkat' }).click();
    await page.waitForURL('**/masuk**');
    await page.context().close();
  });
});
