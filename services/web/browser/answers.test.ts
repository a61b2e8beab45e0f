import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addColleague, type Colleague, colleaguePassword } from './colleague.ts';
import { keepKnownClaim } from './known-claim.ts';
import { type Desk, faultsOf, openDesk, skipped } from './open-desk.ts';
import { publishApproved } from './task-steps.ts';

describe.skipIf(skipped)(`an answer, from the claim to the public${skipped}`, () => {
  let desk: Desk;
  let writer: Colleague;
  let approver: Colleague;
  let claimId = '';
  let address = '';
  beforeAll(async () => {
    desk = await openDesk();
    writer = await addColleague(desk, 'Penyusun Contoh', 'drafter');
    approver = await addColleague(desk, 'Penyetuju Contoh', 'approver');
    claimId = (await keepKnownClaim(desk)).claim.id;
  }, 120_000);
  afterAll(() => desk?.stop());

  const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });

  it('is drafted in every form from the claim and its evidence', async () => {
    const page = await writer.open(`/jawaban/baru?klaim=${claimId}`);
    await page.getByText('Sangkal dengan bukti', { exact: false }).first().waitFor();
    await page.getByLabel('Pokok soal, netral').fill('surat pemberitahuan memilih');
    await page.getByRole('button', { name: 'Buat draf' }).click();
    await page.waitForURL(/\/jawaban\/(?!baru)/);
    address = new URL(page.url()).pathname;
    await tab(page, 'Laman').waitFor();
    for (const form of ['WhatsApp', 'X', 'Siaran pers', 'Tanya jawab', 'Pokok bicara'])
      await tab(page, form).waitFor();
    await page.getByLabel('1. Fakta').waitFor();
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('is linted while one types, and says what a sentence rests on', async () => {
    const page = await writer.open(address);
    await tab(page, 'WhatsApp').click();
    const field = page.getByLabel('Teks WhatsApp');
    await field.waitFor();
    const before = await field.inputValue();
    await field.fill(`${before} Mereka yang percaya kabar ini goblok.`);
    await page.getByText('harus diperbaiki').first().waitFor();
    await page.getByText('Belum disimpan ke server').waitFor();
    await field.fill(before);
    await page.getByRole('button', { name: 'Pratinjau' }).click();
    await page.locator('.jawaban-sentence').first().focus();
    await page.locator('.jawaban-ground li').first().waitFor();
    // Whoever looks through the forms as they will be seen goes on doing so.
    await tab(page, 'Siaran pers').click();
    await page.locator('.jawaban-sheet').waitFor();
    await page.context().close();
  });

  it('loses nothing that was typed when the session ends in the middle', async () => {
    const page = await writer.open(address);
    const box = page.getByLabel('4. Fakta, sekali lagi');
    const typed = `${await box.inputValue()} Petugas mengantarnya ke rumah.`;
    await box.fill(typed);
    await writer.endSession();
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    const door = page.getByRole('dialog');
    await door.getByLabel('Kata sandi').fill(colleaguePassword);
    await door.getByRole('button', { name: 'Masuk' }).click();
    await page.getByText('Tersimpan', { exact: true }).waitFor();
    expect(await box.inputValue()).toBe(typed);
    await page.reload();
    expect(await page.getByLabel('4. Fakta, sekali lagi').inputValue()).toBe(typed);
    expect(await page.getByText('Belum disimpan ke server').count()).toBe(0);
    await page.context().close();
  });

  it('is handed in by one person and approved by another; the drafter is told why not', async () => {
    const page = await writer.open(address);
    await page.getByRole('button', { name: 'Ajukan persetujuan' }).click();
    await page.getByText('Anda ikut menyusun').waitFor();
    expect(await page.getByRole('button', { name: 'Setujui' }).count()).toBe(0);
    await page.context().close();
    const other = await approver.open('/jawaban');
    await other.getByRole('heading', { name: /Menunggu persetujuan saya/ }).waitFor();
    await other.locator('.jawaban-list a').first().click();
    await other.getByRole('button', { name: 'Setujui' }).click();
    await other.getByText('Sekarang dapat diterbitkan').waitFor();
    await other.context().close();
  });

  it('is published in at most four clicks, spread to the groups, and ticked off', async () => {
    const { dissemination } = desk.installation.records;
    await dissemination.groups.put({
      id: 'grup-contoh',
      version: 1,
      unit: 'RI',
      name: 'Humas se-Indonesia',
      platform: 'whatsapp',
      kind: null,
      members: 120,
      active: true,
    });
    const page = await writer.open('/jawaban');
    expect(await publishApproved(page)).toBeLessThanOrEqual(4);
    await page.getByRole('button', { name: 'Mulai sebarkan' }).click();
    await page.getByRole('link', { name: 'Paket untuk grup' }).click();
    await page.getByRole('button', { name: 'Salin teks' }).click();
    await page.getByText('Tersalin').waitFor();
    await page.getByRole('button', { name: 'Sudah saya kirim ke Humas se-Indonesia' }).click();
    await page.getByText('✓ Selesai').waitFor();
    await page.goBack();
    await page.getByText('1 dari 1 grup').waitFor();
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('shows what was seen before and after, with the count, and that it is no cause', async () => {
    const { publications, dissemination } = desk.installation.records;
    const { id, publishedAt } = (await publications.list({ limit: 1 }))[0]!;
    const span = { from: publishedAt, to: publishedAt, query: '/v1/items?unique=true' };
    await dissemination.effects.add({
      publicationId: id,
      hours: 24,
      unit: 'RI',
      issueIds: [],
      publishedAt,
      measuredAt: publishedAt,
      before: {
        ...span,
        items: 240,
        carrying: 0,
        carryingShare: 0,
        n: 180,
        netTone: -42,
        negativeShare: 0.55,
      },
      after: {
        ...span,
        items: 90,
        carrying: 36,
        carryingShare: 0.4,
        n: 12,
        netTone: null,
        negativeShare: null,
      },
    });
    const page = await writer.open('/jawaban?daftar=publications');
    await page.locator('.jawaban-list a').first().click();
    const effect = page.getByRole('table', { name: 'Sesudah 24 jam' });
    await effect.getByRole('row', { name: 'Unggahan 240 90' }).waitFor();
    await effect.getByRole('row', { name: 'Nada bersih −42 kurang dari 30' }).waitFor();
    await page.getByText('bukan sebab-akibat').waitFor();
    await page.context().close();
  });

  it('is corrected on the same page, with a note that the public reads; the old version stays in the history', async () => {
    const page = await writer.open('/jawaban?daftar=publications');
    await page.locator('.jawaban-list a').first().click();
    const publication = page.url();
    await page.getByRole('button', { name: 'Koreksi' }).click();
    await page.getByLabel('Apa yang berubah').fill('Waktu pengantaran surat diperjelas.');
    await page.getByRole('button', { name: 'Susun koreksi' }).click();
    await page.getByText('Koreksi atas terbitan').waitFor();
    const box = page.getByLabel('4. Fakta, sekali lagi');
    await box.fill(`${await box.inputValue()} Surat itu diantar sebelum hari pemungutan suara.`);
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText('Versi dan perubahan').click();
    await page.getByRole('button', { name: 'Bandingkan 1 → 2' }).click();
    await page.locator('.jawaban-diff ins').getByText('Surat itu diantar').first().waitFor();
    await page.getByRole('button', { name: 'Ajukan persetujuan' }).click();
    await page.getByText('Anda ikut menyusun').waitFor();
    const other = await approver.open(new URL(page.url()).pathname);
    await other.getByRole('button', { name: 'Setujui' }).click();
    await other.getByRole('button', { name: 'Terbitkan' }).click();
    await other.getByRole('button', { name: 'Ya, terbitkan' }).click();
    await other.waitForURL(publication);
    const reader = await desk.openSignedOut('/klarifikasi/');
    await reader.locator('main a').first().click();
    await reader.getByText('Waktu pengantaran surat diperjelas.').waitFor();
    await reader.getByText('Surat itu diantar sebelum hari pemungutan suara').first().waitFor();
    for (const one of [page, other, reader]) {
      expect(faultsOf(one)).toEqual([]);
      await one.context().close();
    }
  });

  it('is taken back with a notice that the public reads', async () => {
    const page = await approver.open('/jawaban?daftar=publications');
    await page.locator('.jawaban-list a').first().click();
    await page.getByRole('button', { name: 'Cabut' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Yang dibaca masyarakat').fill('Keterangan ini sedang diperiksa kembali.');
    await dialog.getByLabel('Alasan').fill('Salah kutip nomor peraturan');
    await dialog.getByRole('button', { name: 'Cabut' }).click();
    await page.getByText('Terbitan ini sudah dicabut').waitFor();
    await page.context().close();
  });
});
