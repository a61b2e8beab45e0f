import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

describe.skipIf(skipped)(`somebody new to the sample${skipped}`, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.stop());

  it('is told that it is made up and where to begin, until they close it', async () => {
    const page = await desk.open('/isu');
    await settled(page);
    const note = page.getByRole('complementary', { name: 'Pekan contoh' });
    const top = await page.locator('.issue-row h2 a').first().getAttribute('href');
    expect(await note.getByRole('link', { name: 'pilah isu teratas' }).getAttribute('href')).toBe(top);
    await note.getByRole('button').click();
    await page.reload();
    await settled(page);
    expect(await note.count()).toBe(0);
    await page.context().close();
  });

  it('is led from step to step by the one main button, to a claim that is tied to its issue', async () => {
    const page = await desk.open('/isu');
    await settled(page);
    const [main] = [page.locator('.issue-next .button.main')];
    await page.locator('.issue-row-next').first().click();
    await settled(page);
    const number = page.url().split('/').at(-1)!;
    expect(await main.allTextContents()).toEqual(['Pilah']);
    await main.click();
    const dialog = page.getByRole('dialog', { name: 'Pilah' });
    // Six of ten of its posts pass a claim on.
    await dialog.getByText('dugaan menurut isinya').waitFor();
    expect(await dialog.getByRole('radio', { name: /^Klaim/ }).isChecked()).toBe(true);
    await dialog.getByRole('button', { name: 'Pilah' }).click();
    await page.getByText('Pilah: tercatat.').waitFor();
    for (const step of ['Ambil isu ini', 'Mulai verifikasi']) {
      await main.filter({ hasText: step }).click();
      await main.filter({ hasText: step }).waitFor({ state: 'detached' });
    }
    await main.filter({ hasText: 'Catat klaimnya' }).click();
    await page.getByText('Langsung ditautkan ke isu').waitFor();
    await page
      .getByLabel('Bunyi klaim')
      .fill('Surat suara di gudang Kedungkandang sudah tercoblos sebelum pemungutan');
    await page.getByRole('button', { name: 'Catat klaim' }).click();
    await page.waitForURL(/klaim\/(?!baru)/);
    const claim = page.url().split('/').at(-1)!;
    await page.goto(`${desk.address}/isu/${number}`);
    await settled(page);
    await main.filter({ hasText: 'Tetapkan vonis klaimnya' }).waitFor();
    expect(await main.getAttribute('href')).toBe(`/klaim/${claim}`);
    const history = page.getByRole('region', { name: 'Riwayat' });
    for (const what of ['menautkan klaim', 'memulai verifikasi', 'memilah isu'])
      await history.getByText(what).first().waitFor();
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('records a claim once, though tying it to its issue failed at first', async () => {
    const page = await desk.open('/isu');
    await settled(page);
    const number = (await page.locator('.issue-row h2 a').first().getAttribute('href'))!.split('/').at(-1)!;
    await page.goto(`${desk.address}/klaim/baru?isu=${number}`);
    let recorded = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/v1/claims')) recorded += 1;
    });
    let ties = 0;
    await page.route(`**/v1/issues/${number}/claims`, (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      ties += 1;
      return ties === 1 ? route.abort() : route.continue();
    });
    const text = 'Formulir C hasil di Kedungkandang diganti pada malam hari sebelum rekapitulasi';
    await page.getByLabel('Bunyi klaim').fill(text);
    await page.getByRole('button', { name: 'Catat klaim' }).click();
    await page.getByText('yang Anda ketik tetap ada').first().waitFor();
    expect(await page.getByLabel('Bunyi klaim').inputValue()).toBe(text);
    await page.getByRole('button', { name: 'Catat klaim' }).click();
    await page.waitForURL(/klaim\/(?!baru)/);
    expect([recorded, ties]).toEqual([1, 2]);
    await page.context().close();
  });

  it('sees at once what they did in a batch, and what is given back is nobody’s', async () => {
    const page = await desk.open('/isu');
    await settled(page);
    await page.getByRole('button', { name: /^Ambil sepuluh/ }).click();
    await page.getByRole('button', { name: 'Kembalikan sisanya' }).waitFor();
    await page.locator('.issue-row').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog', { name: 'Pilah' });
    await dialog.getByRole('button', { name: 'Pilah' }).click();
    await page.locator('.issue-row').first().getByText('Dipilah').waitFor();
    const { leases } = desk.installation.records.workflow;
    expect((await leases.active(Date.now())).length).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Kembalikan sisanya' }).click();
    await page.getByText('Dikembalikan ke antrean.').waitFor();
    await page.getByRole('button', { name: /^Ambil sepuluh/ }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await leases.active(Date.now())).toEqual([]);
    await page.context().close();
  });
});
