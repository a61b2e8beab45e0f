import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIssue } from '../../../shared/testing/build-issue.ts';
import { measuredSoFar, measureLoad, type PageFigures, watchPage } from './measure-page.ts';
import { type Desk, openDesk, skipped } from './open-desk.ts';

describe.skipIf(skipped)(`what a page costs${skipped}`, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.stop());

  const visit = async (address: string): Promise<{ page: Page; figures: PageFigures }> => {
    const page = await desk.open('/pengaturan');
    await watchPage(page);
    return { page, figures: await measureLoad(page, desk.address + address) };
  };

  it.each(['/isu', '/cari?q=surat+suara'])('%s shifts less than 0.02 while it loads', async (address) => {
    const { page, figures } = await visit(address);
    console.log(`${address} ${JSON.stringify(figures)}`);
    expect(figures.shift).toBeLessThan(0.02);
    await page.context().close();
  });

  it('has no more rows than a few screens, however long the queue is', async () => {
    const count = 10_000;
    const issues = Array.from({ length: count }, (_, n) =>
      buildIssue(n + 1, { number: `ISU-2023-${String(n + 1).padStart(6, '0')}` }),
    );
    await desk.installation.records.transaction((records) => records.issues.put(issues));
    const { page } = await visit('/isu');
    for (let n = 0; n < 60; n += 1) {
      await page.mouse.wheel(0, 4_000);
      await page.waitForTimeout(30);
    }
    const rows = await page.locator('.issue-row').count();
    const { longestTaskMs } = await measuredSoFar(page);
    console.log(`rows drawn ${rows}, longest task ${longestTaskMs} ms`);
    expect(rows).toBeLessThan(30);
    expect(
      await page.locator('.virtual').evaluate((list) => list.getBoundingClientRect().height),
    ).toBeGreaterThan(8_000);
    await page.context().close();
  });
});
