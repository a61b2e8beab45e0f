import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk, settled, skipped } from './open-desk.ts';

describe.skipIf(skipped)(`paper${skipped}`, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.stop());

  it('takes the whole list, without buttons, in black on white whatever the screen wears', async () => {
    const page = await desk.open('/isu', { height: 500, theme: 'dark' });
    await settled(page);
    const rows = () => page.locator('.issue-row').count();
    const before = await rows();
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    // Paper takes no later draw: all of them are there at once.
    const drawn = await page.evaluate("document.querySelectorAll('.issue-row').length");
    expect(drawn).toBeGreaterThan(before);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await expect.poll(rows).toBe(before);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const looks = (await page.evaluate(`(() => {
      const of = (selector) => getComputedStyle(document.querySelector(selector));
      return [of('.badge.kritis').color, of('.skip').display, of('html').backgroundColor, of('.side').display,
        [...document.querySelectorAll('.button')].every((one) => getComputedStyle(one).display === 'none')];
    })()`)) as unknown[];
    expect(looks).toEqual(['rgb(0, 0, 0)', 'none', 'rgb(255, 255, 255)', 'none', true]);
    await page.context().close();
  });
});
