import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

describe.skipIf(skipped)(`triage by the keyboard${skipped}`, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.stop());

  const inState = async (state: 'new' | 'triaged') => {
    const { issues } = await desk.installation.records.issues.list({
      scope: { unit: 'RI' },
      states: [state],
      topmost: true,
      sort: 'priority',
      limit: 100,
    });
    return issues;
  };

  it('triages ten issues without a hand on the mouse, three presses each', async () => {
    const before = await inState('new');
    const page = await desk.open('/isu?state=new');
    await settled(page);
    let presses = 0;
    const press = async (key: string): Promise<void> => {
      await page.keyboard.press(key);
      presses += 1;
    };
    for (let n = 0; n < 10; n += 1) {
      const row = page.locator('.issue-row').first();
      const title = await row.locator('h2').textContent();
      await press('j');
      await press('p');
      const dialog = page.getByRole('dialog', { name: 'Pilah' });
      await dialog.waitFor();
      // A complaint needs no claim to be looked for: the arrow chooses the kind of matter.
      if (n % 2 === 1) await page.keyboard.press('ArrowDown');
      await press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await page.locator('.issue-row h2', { hasText: title!.trim() }).waitFor({ state: 'detached' });
    }
    expect(presses).toBe(30);
    expect(await inState('triaged')).toHaveLength(10);
    expect(await inState('new')).toHaveLength(before.length - 10);
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('says so where an issue was triaged already, and opens the search with a slash', async () => {
    const [triaged] = await inState('triaged');
    const page = await desk.open('/isu?state=triaged');
    await settled(page);
    await page.keyboard.press('j');
    await page.keyboard.press('p');
    await page.getByText(`Isu ${triaged!.number} sudah dipilah`).waitFor();
    await page.goto(`${desk.address}/isu`);
    await settled(page);
    await page.keyboard.press('/');
    await page.keyboard.type('surat suara');
    await page.waitForURL('**/isu?text=surat**');
    await page.context().close();
  });
});
