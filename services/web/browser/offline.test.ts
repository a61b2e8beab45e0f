import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk, settled, skipped } from './open-desk.ts';

describe.skipIf(skipped)(`the desk without a server${skipped}`, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.stop());

  it('opens the last feed, says how old it is, and forgets it on sign-out', async () => {
    const page = await desk.open('/isu', { worksOffline: true });
    await settled(page);
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    // Under the worker's care from here on: what this visit fetches is kept.
    await page.reload();
    await settled(page);
    const title = await page.locator('.issue-row h2').first().textContent();
    await page.locator('.issue-row .spark').first().waitFor();
    // An issue that was opened is kept whole; another one is not.
    const [opened, other] = await page.locator('.issue-row h2 a').all();
    const otherAddress = await other!.getAttribute('href');
    await opened!.click();
    await page.waitForURL('**/isu/ISU-*');
    await settled(page);
    await page.locator('.item-card').first().waitFor();
    await page.waitForLoadState('networkidle');
    const address = page.url();
    await page.goto(`${desk.address}/isu`);
    await settled(page);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText('Yang tampak diambil').waitFor();
    expect(await page.locator('.issue-row h2').first().textContent()).toBe(title);
    await page.goto(address);
    await page.getByText('Yang tampak diambil').waitFor();
    await page.locator('.item-card').first().waitFor();
    expect(await page.getByText('Ini tidak tersimpan di peramban ini').count()).toBe(0);
    await page.goto(desk.address + otherAddress);
    await page.getByText('Ini tidak tersimpan di peramban ini').first().waitFor();
    // Nothing of this page was kept: the banner does not speak of an age.
    expect(await page.getByText('Yang tampak diambil').count()).toBe(0);
    await page.context().setOffline(false);
    await page.goto(`${desk.address}/isu`);
    await settled(page);
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.waitForURL('**/masuk');
    await expect.poll(() => page.evaluate("caches.has('saring-data')")).toBe(false);
    await page.context().close();
  });
});
