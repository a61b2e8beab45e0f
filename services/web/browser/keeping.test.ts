import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addColleague, type Colleague } from './colleague.ts';
import { keepKnownClaim } from './known-claim.ts';
import { type Desk, faultsOf, openDesk, skipped } from './open-desk.ts';

const now = Date.now();

describe.skipIf(skipped)(`what is kept is changed and erased on its page${skipped}`, () => {
  let desk: Desk;
  let writer: Colleague;
  let keeper: Colleague;
  beforeAll(async () => {
    desk = await openDesk({ withSample: false });
    writer = await addColleague(desk, 'Penyusun Contoh', 'drafter');
    keeper = await addColleague(desk, 'Administrator Contoh', 'administrator');
    await keepKnownClaim(desk);
    await desk.installation.records.dissemination.groups.put({
      id: 'grup-contoh',
      version: 1,
      unit: 'RI',
      name: 'Humas se-Indonesia',
      platform: 'whatsapp',
      kind: null,
      members: 120,
      active: true,
    });
    await desk.installation.records.recipients.put({
      id: 'humas',
      name: 'Petugas Humas',
      unit: 'RI',
      units: ['RI'],
      below: false,
      levels: ['kritis'],
      contacts: [{ channel: 'in_app', address: '-', secrets: [], optedInAt: now, optedOutAt: null }],
      quiet: null,
      sensitivity: 'sedang',
      digest: true,
      active: true,
    });
  }, 120_000);
  afterAll(() => desk?.stop());

  it('a group gets another name and goes', async () => {
    const page = await writer.open('/mitra?bagian=groups', { width: 360 });
    await page.getByRole('button', { name: 'Ubah Humas se-Indonesia' }).click();
    await page.getByRole('dialog').getByLabel('Nama grup').fill('Humas provinsi');
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('button', { name: 'Hapus Humas provinsi' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hapus' }).click();
    await page.getByText('Humas provinsi dihapus.').waitFor();
    expect(
      await desk.installation.records.dissemination.groups.get('grup-contoh', { unit: 'RI' }),
    ).toBeNull();
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('a fact is changed with a reason, loses its approval, and shows what it said before', async () => {
    const page = await writer.open('/fakta');
    await page.getByText('Fakta baru').click();
    await page.getByLabel('Pernyataan').fill('Undangan memilih diantar petugas ke rumah pemilih.');
    await page.getByLabel('Judul sumber').fill('Peraturan tentang pemungutan suara');
    await page.getByLabel('Alamat (https').fill('https://kpu.example/peraturan');
    await page.getByRole('button', { name: 'Tambah fakta' }).click();
    await page.getByRole('button', { name: 'Ubah fakta' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByLabel('Pernyataan')
      .fill('Undangan diantar petugas, paling lambat tiga hari sebelumnya.');
    await dialog.getByLabel('Alasan').fill('batas waktunya belum disebut');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Fakta diubah.').waitFor();
    await page.getByText('Versi', { exact: false }).last().click();
    await page.getByText('Undangan memilih diantar petugas ke rumah pemilih.').waitFor();
    await page.context().close();
  });

  it('a recipient is sent a test, and the dialog says what became of it', async () => {
    const page = await keeper.open('/pengaturan?tab=recipients');
    await page.getByRole('button', { name: 'Kirim pesan uji ke Petugas Humas?' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Kirim pesan uji', exact: true }).click();
    await dialog.getByRole('status').getByText('Dalam aplikasi').waitFor();
    const [made] = await desk.installation.records.deliveries.list({
      scope: { unit: 'RI' },
      recipientId: 'humas',
      limit: 5,
    });
    expect(made).toMatchObject({ kind: 'test', channel: 'in_app' });
    await page.context().close();
  });

  it('a unit is renamed by KPU RI with the law that says so', async () => {
    const page = await keeper.open('/pengaturan?tab=units');
    await page.getByLabel('Cari nama atau kode').fill('35.79');
    await page.getByRole('button', { name: /^Ubah .*Batu/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nama wilayah').fill('Kota Wisata Batu');
    await dialog.getByLabel('Alasan').fill('undang-undang contoh');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Kota Wisata Batu tersimpan').waitFor();
    await page.getByRole('cell', { name: 'Kota Wisata Batu', exact: true }).waitFor();
    await page.context().close();
  });
});
