import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIssue } from '../../../shared/testing/build-issue.ts';
import { accessibilityFaults } from './check-accessibility.ts';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

describe.skipIf(skipped)(`narratives${skipped}`, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.stop());

  it('are named, renamed with a reason, and lead to the issues that tell them', async () => {
    const { issues, narratives } = desk.installation.records;
    const page = await desk.open('/klaim');
    await page.getByRole('link', { name: 'Narasi berulang' }).click();
    await page.getByText('Belum ada narasi yang diberi nama').waitFor();
    await page.getByRole('button', { name: 'Narasi baru' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nama').fill('Surat suara sudah dicoblos sebelum hari pemungutan');
    await dialog.getByLabel('Alasan').fill('beredar sejak 2019');
    await dialog.getByRole('button', { name: 'Narasi baru' }).click();
    await page.getByText('Narasi tersimpan.').waitFor();
    const [narrative] = await narratives.all();
    // One of its own, which the engine knows nothing of and so merges with no other.
    const number = 'ISU-2026-009999';
    const issue = buildIssue(9_999, { number, unit: 'RI', narrativeId: narrative!.id });
    await issues.put([issue]);
    await page.reload();
    await settled(page);
    await page.getByText('1 isu · sejak').waitFor();
    await page.getByRole('link', { name: narrative!.name }).click();
    await page.getByRole('button', { name: 'Ganti nama' }).click();
    await dialog.getByLabel('Nama').fill('Surat suara tercoblos lebih dahulu');
    await dialog.getByLabel('Alasan').fill('lebih singkat');
    await dialog.getByRole('button', { name: 'Ganti nama' }).click();
    await page.getByRole('heading', { level: 1, name: 'Surat suara tercoblos lebih dahulu' }).waitFor();
    expect([...faultsOf(page), ...(await accessibilityFaults(page))]).toEqual([]);
    await page.locator(`a[href="/isu/${issue.number}"]`).click();
    await page.waitForURL(`**/isu/${issue.number}`);
    await page.getByRole('link', { name: 'Surat suara tercoblos lebih dahulu' }).waitFor();
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});
