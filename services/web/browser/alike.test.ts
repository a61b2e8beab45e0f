import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../../shared/domain/issue.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import { accessibilityFaults } from './check-accessibility.ts';
import { addColleague, type Colleague } from './colleague.ts';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

const patience = { timeout: 20_000 };
const suggested = 'Isu ini tampaknya membahas hal yang sama dengan';

describe.skipIf(skipped)(`two issues that seem to be one${skipped}`, () => {
  let desk: Desk;
  let colleague: Colleague;
  let one: Issue;
  let other: Issue;
  beforeAll(async () => {
    desk = await openDesk();
    colleague = await addColleague(desk, 'Rekan Contoh', 'drafter');
    const { issues, alike } = desk.installation.records;
    const { issues: found } = await issues.list({
      scope: nationalScope,
      states: ['new'],
      topmost: true,
      sort: 'priority',
      limit: 10,
    });
    [one, other] = found.filter(({ parentId }) => parentId === null) as [Issue, Issue];
    // As the writer of links says it when people have both in hand.
    await alike.put([[one.id, other.id]], Date.now());
  }, 120_000);
  afterAll(() => desk?.stop());

  const box = (page: Page) => page.getByRole('region', { name: 'Mungkin satu perkara' });
  const decisions = (page: Page) => page.locator('[aria-labelledby=issue-decisions]');
  const read = async (issue: Issue, by: Pick<Desk, 'open'> = desk): Promise<Page> => {
    const page = await by.open(`/isu/${issue.number}`);
    await settled(page);
    return page;
  };

  it('is readable by everybody, on a phone and in the dark', async () => {
    for (const [width, theme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      const page = await desk.open(`/isu/${one.number}`, { width, theme });
      await settled(page);
      await box(page).getByText(suggested).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });

  it('is said at both; told to be two it is gone from both, and comes back when that is taken back', async () => {
    const [page, there] = [await read(one), await read(other, colleague)];
    for (const [at, number] of [
      [page, other.number],
      [there, one.number],
    ] as const)
      await box(at).getByRole('link', { name: number }).waitFor();
    await box(page).getByRole('button', { name: 'Tidak sama' }).click();
    await page.getByRole('dialog').getByLabel('Alasan').fill('tempat dan pokoknya lain');
    await page.getByRole('dialog').getByRole('button', { name: 'Bukan perkara yang sama' }).click();
    await page.getByText(`Dicatat: bukan perkara yang sama dengan ${other.number}.`).waitFor();
    await box(page).waitFor({ state: 'detached', ...patience });
    await there.reload();
    await settled(there);
    expect(await box(there).count()).toBe(0);
    await decisions(there).getByText('Bukan perkara yang sama:').waitFor();
    await decisions(there).getByRole('button', { name: 'Cabut keputusan' }).click();
    await there.getByRole('dialog').getByLabel('Mengapa dicabut?').fill('ternyata satu perkara');
    await there.getByRole('dialog').getByRole('button', { name: 'Cabut keputusan' }).click();
    await there.getByText('Keputusan dicabut.').waitFor();
    await box(there).getByText(suggested).waitFor(patience);
    for (const at of [page, there]) {
      expect(faultsOf(at)).toEqual([]);
      await at.context().close();
    }
  });

  it('is merged from there: the dialog has the other issue filled in', async () => {
    const page = await read(one);
    await box(page)
      .getByRole('button', { name: `Gabungkan ke ${other.number}` })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Gabungkan ke isu lain' });
    expect(await dialog.getByPlaceholder('ISU-2026-000001').inputValue()).toBe(other.number);
    await dialog.locator('p.outside').getByText(other.title.slice(0, 20)).waitFor();
    await dialog.getByLabel('Alasan').fill('perkara yang sama');
    await dialog.getByRole('button', { name: 'Gabungkan ke isu lain' }).click();
    await page.getByText(`${one.number} digabung ke ${other.number}.`).waitFor(patience);
    await page.waitForURL(`**/isu/${other.number}`);
    const stateOf = async () => (await desk.installation.records.issues.get(one.id, nationalScope))!.state;
    await expect.poll(stateOf, patience).toBe('merged');
    await box(page).waitFor({ state: 'detached', ...patience });
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});
