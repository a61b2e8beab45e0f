import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './check-accessibility.ts';
import { addColleague, type Colleague } from './colleague.ts';
import { keepKnownClaim } from './known-claim.ts';
import { type Desk, faultsOf, openDesk, skipped } from './open-desk.ts';

/** A script, a word without an end, text that turns round, and marks that climb. */
const hostile = `<script>document.title='x'</script> ${'w'.repeat(4_900)} \u202eterbalik z\u0351\u0352\u0353\u0354`;

describe.skipIf(skipped)(`claims, facts, partners and reports of citizens${skipped}`, () => {
  let desk: Desk;
  let writer: Colleague;
  let approver: Colleague;
  beforeAll(async () => {
    desk = await openDesk({ withSample: false, takesReports: true });
    writer = await addColleague(desk, 'Penyusun Contoh', 'drafter');
    approver = await addColleague(desk, 'Penyetuju Contoh', 'approver');
    const { claim } = await keepKnownClaim(desk);
    await desk.installation.records.claims.put({ ...claim, id: 'claim-jahat', text: hostile });
  }, 120_000);
  afterAll(() => desk?.stop());

  it('finds what was debunked before from a pasted message', async () => {
    const page = await writer.open('/klaim');
    await page
      .getByLabel('Sudah pernah dibantah?')
      .fill('Awas undangan memilih tidak dikirim lagi, warga harus mendaftar sendiri lewat internet ya');
    await page.getByRole('button', { name: 'Periksa', exact: true }).click();
    const match = page.locator('.klaim-match').first();
    await match.getByText('Salah', { exact: true }).waitFor();
    expect(await match.textContent()).toContain('Undangan memilih tidak akan dikirim lagi');
    expect([...faultsOf(page), ...(await accessibilityFaults(page))]).toEqual([]);
    await page.context().close();
  });

  it('tells the rule beside the field, takes a verdict with a primary source, and lets another person approve', async () => {
    const page = await writer.open('/klaim/baru');
    await page.getByLabel('Bunyi klaim').fill('Kotak suara dibuka sebelum hari pemungutan suara');
    await page.getByRole('button', { name: 'Catat klaim' }).click();
    await page.getByLabel('Vonis').selectOption('salah');
    await page.getByText('Syarat bukti belum terpenuhi').waitFor();
    await page.getByRole('button', { name: 'Tambah bukti' }).click();
    await page.getByLabel('Judul sumber').fill('Berita acara pemeriksaan segel');
    await page.getByLabel('Alamat (https').fill('https://kpu.example/berita-acara');
    await page.getByText('Syarat bukti terpenuhi').waitFor();
    await page.getByLabel('Alasan').fill('Segel utuh menurut berita acara');
    await page.getByRole('button', { name: 'Simpan vonis' }).click();
    await page.getByText('Anda yang memeriksa').waitFor();
    const other = await approver.open(new URL(page.url()).pathname);
    await other.getByRole('button', { name: 'Setujui vonis' }).click();
    await other.getByText('Vonis disetujui').waitFor();
    await other.context().close();
    await page.context().close();
  });

  it('shows a hostile claim as text, within the page', async () => {
    const page = await writer.open('/klaim/claim-jahat', { width: 360 });
    expect(await page.title()).not.toBe('x');
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect([...faultsOf(page), ...(await accessibilityFaults(page))]).toEqual([]);
    await page.context().close();
  });

  it('keeps a partner with a person who agreed, and one who said stop', async () => {
    const page = await writer.open('/mitra');
    await page.getByText('Mitra baru').click();
    await page.getByLabel('Nama', { exact: false }).last().fill('Kantor berita contoh');
    await page.getByRole('button', { name: 'Tambah', exact: true }).click();
    await page.getByText('Tambah orang').click();
    await page.getByLabel('Nama').fill('Redaktur pelaksana');
    await page.getByLabel('Surel').fill('redaksi@contoh.example');
    await page.getByLabel('Bagaimana ia setuju').selectOption('form');
    await page.getByRole('button', { name: 'Tambah', exact: true }).first().click();
    await page.getByText('boleh dikirimi', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Catat minta berhenti' }).click();
    await page.getByRole('button', { name: 'Ya, berhenti' }).click();
    await page.getByText('Minta berhenti', { exact: true }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  it('takes no empty report, and one of a stranger without an account', async () => {
    const page = await desk.openSignedOut('/lapor');
    await page.getByRole('button', { name: 'Kirim laporan' }).click();
    await page.getByText('Isi salah satu').waitFor();
    expect([...faultsOf(page), ...(await accessibilityFaults(page))]).toEqual([]);
    await page.getByLabel('Isi pesan').fill('Ada pesan bahwa undangan memilih tidak dikirim lagi.');
    await page.getByRole('button', { name: 'Kirim laporan' }).click();
    await page.getByText('laporan diterima').waitFor();
    await page.context().close();
  });

  it('has the guide one click away from each page', async () => {
    const page = await writer.open('/klaim');
    const link = page.getByRole('link', { name: 'Panduan halaman ini' });
    const response = await fetch(desk.address + (await link.getAttribute('href')));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Sudah pernah dibantah?');
    await page.context().close();
  });
});
