import type { Locator, Page } from 'playwright-core';

/** Counts what a person clicks. */
function countClicks() {
  let clicks = 0;
  return {
    async click(target: Locator): Promise<void> {
      await target.click();
      clicks += 1;
    },
    clicks: () => clicks,
  };
}

/** From the queue (a page of it) until an issue is triaged → its number, and the clicks it took. */
export async function triageFromQueue(page: Page): Promise<{ clicks: number; number: string }> {
  const { click, clicks } = countClicks();
  await click(page.locator('.issue-row h2 a').nth(1));
  const triage = page.getByRole('button', { name: 'Pilah', exact: true });
  await triage.first().waitFor();
  const number = page.url().split('/').at(-1)!;
  await click(triage.last());
  await page.getByRole('dialog', { name: 'Pilah' }).waitFor();
  await click(triage.last());
  await page.getByText('Pilah: tercatat.').waitFor();
  return { clicks: clicks(), number };
}

/** From the list of answers until the approved draft that stands first is on the public page → the clicks it took. */
export async function publishApproved(page: Page): Promise<number> {
  const { click, clicks } = countClicks();
  await click(page.locator('.jawaban-list a').first());
  await click(page.getByRole('button', { name: 'Terbitkan' }));
  await click(page.getByRole('button', { name: 'Ya, terbitkan' }));
  await page.waitForURL('**/jawaban/terbit/**');
  return clicks();
}

/** From any page until the file of last week's opinion map is there → its name, and the clicks it took. */
export async function buildWeeklyMap(page: Page): Promise<{ clicks: number; file: string }> {
  const { click, clicks } = countClicks();
  await click(page.getByRole('link', { name: 'Laporan', exact: true }));
  await click(page.getByRole('button', { name: 'Buat peta pekan lalu' }));
  const file = page.getByRole('link', { name: 'Unduh XLSX' }).first();
  await file.waitFor({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), click(file)]);
  const failure = await download.failure();
  if (failure !== null) throw new Error(`the file did not come: ${failure}`);
  return { clicks: clicks(), file: download.suggestedFilename() };
}

/** Drafts an answer to a claim as one person and approves it as another. */
export async function draftAndApprove(
  claim: string,
  openAs: { writer(path: string): Promise<Page>; approver(path: string): Promise<Page> },
): Promise<void> {
  const page = await openAs.writer(`/jawaban/baru?klaim=${claim}`);
  await page.getByLabel('Pokok soal, netral').fill('surat pemberitahuan memilih');
  await page.getByRole('button', { name: 'Buat draf' }).click();
  await page.getByRole('button', { name: 'Ajukan persetujuan' }).click();
  await page.getByText('Anda ikut menyusun').waitFor();
  const other = await openAs.approver(new URL(page.url()).pathname);
  await other.getByRole('button', { name: 'Setujui' }).click();
  await other.getByText('Sekarang dapat diterbitkan').waitFor();
  await other.context().close();
  await page.context().close();
}
