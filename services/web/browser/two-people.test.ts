import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addColleague, type Colleague } from './colleague.ts';
import { keepKnownClaim } from './known-claim.ts';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

describe.skipIf(skipped)(`two people at once${skipped}`, () => {
  let desk: Desk;
  let one: Colleague;
  let other: Colleague;
  beforeAll(async () => {
    desk = await openDesk();
    one = await addColleague(desk, 'Penyusun Contoh', 'drafter');
    other = await addColleague(desk, 'Rekan Contoh', 'drafter');
  }, 120_000);
  afterAll(() => desk?.stop());

  const newIssues = async () => {
    const { issues } = await desk.installation.records.issues.list({
      scope: { unit: 'RI' },
      states: ['new'],
      topmost: true,
      sort: 'priority',
      limit: 100,
    });
    // Only who approves may set aside what is high or critical.
    return issues.filter(({ risk }) => risk.level === 'sedang' || risk.level === 'rendah');
  };
  const both = (path: string): Promise<[Page, Page]> => Promise.all([one.open(path), other.open(path)]);

  it('act on one issue: the second is told so, loses nothing typed, and decides on how it stands now', async () => {
    const [issue] = await newIssues();
    const [first, second] = await both(`/isu/${issue!.number}`);
    await second.getByRole('button', { name: 'Tidak ditindaklanjuti' }).click();
    const dialog = second.getByRole('dialog');
    const why = 'Sudah saya periksa: unggahan ini satire yang jelas.';
    await dialog.getByLabel('Alasan').fill(why);
    await first.getByRole('button', { name: 'Pilah', exact: true }).click();
    await first.getByRole('dialog').getByRole('button', { name: 'Pilah' }).click();
    await first.getByText('Pilah: tercatat.').waitFor();
    const readAnew = second.waitForResponse((response) => response.url().endsWith('/workflow'));
    await dialog.getByRole('button', { name: 'Tidak ditindaklanjuti' }).click();
    await dialog.getByText('Baru saja diubah orang lain').waitFor();
    expect(await dialog.getByLabel('Alasan').inputValue()).toBe(why);
    // What the colleague did stands behind the dialog already: the same button now decides on that.
    await second.locator('.issue-head').getByText('Dipilah').waitFor();
    await (await readAnew).finished();
    await dialog.getByRole('button', { name: 'Tidak ditindaklanjuti' }).click();
    await second.getByText('Tidak ditindaklanjuti: tercatat.').waitFor();
    const kept = await desk.installation.records.issues.get(issue!.number, { unit: 'RI' });
    expect(kept!.state).toBe('dismissed');
    for (const page of [first, second]) {
      expect(faultsOf(page)).toEqual([]);
      await page.context().close();
    }
  });

  it('take one issue: it is the first one’s, and the second is told', async () => {
    const [issue] = await newIssues();
    const [first, second] = await both(`/isu/${issue!.number}`);
    await first.getByRole('button', { name: 'Ambil isu ini' }).click();
    await first.getByText(`Isu ${issue!.number} sekarang Anda pegang.`).waitFor();
    await second.getByText('Isu ini berubah sejak Anda membukanya').waitFor();
    await second.getByRole('button', { name: 'Tampilkan' }).click();
    await second.locator('.work').getByText('Penyusun Contoh').waitFor();
    for (const page of [first, second]) await page.context().close();
  });

  it('write notes on one issue: both are kept', async () => {
    const [issue] = await newIssues();
    const pages = await both(`/isu/${issue!.number}`);
    const notes = ['Sudah saya telepon KPU Kota.', 'Berita acaranya menyusul sore ini.'];
    for (const [n, page] of pages.entries()) await page.getByLabel('Tulis catatan').fill(notes[n]!);
    await Promise.all(pages.map((page) => page.getByRole('button', { name: 'Simpan catatan' }).click()));
    for (const page of pages) {
      await page.getByText('Catatan tersimpan.').waitFor();
      await page.reload();
      await settled(page);
      for (const note of notes) await page.locator('.issue-note').getByText(note).waitFor();
      await page.context().close();
    }
  });

  it('write one answer: who saves second is told, keeps the text, and sees what changed', async () => {
    const { claim } = await keepKnownClaim(desk);
    const maker = await one.open(`/jawaban/baru?klaim=${claim.id}`);
    await maker.getByLabel('Pokok soal, netral').fill('surat pemberitahuan memilih');
    await maker.getByRole('button', { name: 'Buat draf' }).click();
    await maker.waitForURL(/\/jawaban\/(?!baru)/);
    const address = new URL(maker.url()).pathname;
    await maker.context().close();
    const [first, second] = await both(address);
    const box = (page: Page) => page.getByLabel('4. Fakta, sekali lagi');
    const before = await box(first).inputValue();
    await box(first).fill(`${before} Petugas mengantarnya ke rumah.`);
    const mine = `${before} Tidak perlu mendaftar lagi.`;
    await box(second).fill(mine);
    await first.getByRole('button', { name: 'Simpan', exact: true }).click();
    await first.getByText('Tersimpan', { exact: true }).waitFor();
    await second.getByRole('button', { name: 'Simpan', exact: true }).click();
    await second.getByText('Rekan mengubah jawaban ini').waitFor();
    expect(await box(second).inputValue()).toBe(mine);
    await second.getByRole('button', { name: 'Muat keadaan terakhir' }).click();
    await second.getByText('versi 2', { exact: true }).first().waitFor();
    expect(await box(second).inputValue()).toBe(mine);
    await second.getByText('Versi dan perubahan').click();
    await second.getByRole('button', { name: 'Bandingkan 1 → 2' }).click();
    await second.locator('.jawaban-diff ins').getByText('Petugas mengantarnya ke rumah').first().waitFor();
    await second.getByRole('button', { name: 'Simpan', exact: true }).click();
    await second.getByText('versi 3', { exact: true }).first().waitFor();
    expect(await box(second).inputValue()).toBe(mine);
    for (const page of [first, second]) {
      expect(faultsOf(page)).toEqual([]);
      await page.context().close();
    }
  });
});
