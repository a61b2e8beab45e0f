import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../../shared/domain/issue.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import { addColleague, type Colleague } from './colleague.ts';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

/** The writer comes round, and what it changed is weighed and told, on a machine that does more beside. */
const patience = { timeout: 20_000 };

describe.skipIf(skipped)(`what people rearrange, and take back${skipped}`, () => {
  let desk: Desk;
  let colleague: Colleague;
  /** Whole matters, those of the most stories first. */
  let wide: Issue[];
  let local: Issue;
  beforeAll(async () => {
    desk = await openDesk();
    colleague = await addColleague(desk, 'Rekan Contoh', 'drafter');
    const { issues, stories } = desk.installation.records;
    const found = await issues.list({
      scope: nationalScope,
      states: ['new'],
      sort: 'priority',
      limit: 100,
    });
    const sizes = new Map<string, number>();
    for (const { id } of found.issues) sizes.set(id, (await stories.ofIssue(id, 100)).length);
    const whole = found.issues.filter(({ parentId }) => parentId === null);
    wide = whole.toSorted((a, b) => sizes.get(b.id)! - sizes.get(a.id)!);
    local = found.issues.find(({ parentId }) => parentId !== null)!;
  }, 120_000);
  afterAll(() => desk?.stop());

  const kept = async ({ id }: Pick<Issue, 'id'>): Promise<Issue> =>
    (await desk.installation.records.issues.get(id, nationalScope))!;
  const storiesOf = async ({ id }: Pick<Issue, 'id'>): Promise<string[]> =>
    (await desk.installation.records.stories.ofIssue(id, 100)).map((story) => story.id).sort();
  const read = async (issue: Issue, by: Pick<Desk, 'open'> = desk): Promise<Page> => {
    const page = await by.open(`/isu/${issue.number}`);
    await settled(page);
    return page;
  };
  const because = (page: Page, reason: string) => page.getByRole('dialog').getByLabel('Alasan').fill(reason);
  const press = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click();
  const takeBackAtOnce = async (page: Page): Promise<void> => {
    await page.locator('.toasts').getByRole('button', { name: 'Urungkan' }).click();
    await page.getByText('Diurungkan.').waitFor();
  };
  /** Moves the first item that is shown. */
  const pinFirst = async (page: Page, { number }: Issue): Promise<void> => {
    await page.getByRole('button', { name: 'Sematkan ke isu lain' }).first().click();
    await page.getByPlaceholder('ISU-2026-000001').fill(number);
    await because(page, 'salah tempat');
    await press(page, 'Sematkan ke isu lain');
  };
  const decisions = (page: Page) => page.locator('[aria-labelledby=issue-decisions]');
  const shut = async (...pages: Page[]): Promise<void> => {
    for (const page of pages) {
      expect(faultsOf(page)).toEqual([]);
      await page.context().close();
    }
  };

  it('splits two stories off into one issue, and takes it back from there', async () => {
    const issue = wide[0]!;
    const before = await storiesOf(issue);
    const page = await read(issue);
    await page.getByRole('button', { name: 'Pisahkan' }).click();
    for (const n of [0, 1]) await page.locator('.split-story input').nth(n).check();
    const chosen = await page.locator('.split-story:has(:checked) > span').allTextContents();
    await because(page, 'perkara lain');
    await press(page, 'Pisahkan cerita');
    await page.getByText('2 cerita dipisahkan menjadi satu isu baru.').waitFor();
    const link = decisions(page).getByRole('link', { name: /^ISU-/ });
    const number = (await link.textContent(patience))!;
    expect(await storiesOf(issue)).toHaveLength(before.length - 2);
    // What came of one's own act is shown, and not told as if a stranger had done it.
    await page
      .locator('.issue-head')
      .getByText(`${(await kept(issue)).counts.items} semua`)
      .waitFor(patience);
    expect(await page.getByText('Isu ini berubah sejak').count()).toBe(0);

    const made = (await desk.installation.records.issues.get(number, nationalScope))!;
    const there = await read(made, colleague);
    const named = there.locator('[aria-labelledby=issue-said] .issue-stories li');
    expect(await named.count()).toBe(2);
    for (const title of await named.locator('a').allTextContents())
      expect(chosen.some((one) => one.includes(title.slice(0, 30)))).toBe(true);
    await decisions(there).getByRole('link', { name: issue.number }).waitFor();
    await decisions(there).getByRole('button', { name: 'Cabut keputusan' }).click();
    await there.getByRole('dialog').getByLabel('Mengapa dicabut?').fill('ternyata satu perkara');
    await press(there, 'Cabut keputusan');
    await there.getByText('Keputusan dicabut.').waitFor();
    // The page of the issue that is no more leads to where its stories went, under a number that can be passed on.
    await there.waitForURL(`**/isu/${issue.number}`, patience);
    await there.getByText(`${number} sudah digabung ke isu ini.`).waitFor();
    expect(await storiesOf(issue)).toEqual(before);
    await shut(page, there);
  });

  it('pins an item to another issue, and takes it back', async () => {
    const [, issue, into] = wide as [Issue, Issue, Issue];
    const sizes = async () => [(await kept(issue)).counts.items, (await kept(into)).counts.items];
    const [here, there] = (await sizes()) as [number, number];
    const page = await read(issue);
    await pinFirst(page, into);
    await page.getByText(`Unggahan disematkan ke ${into.number}.`).waitFor();
    await expect.poll(sizes, patience).toEqual([here - 1, there + 1]);
    await takeBackAtOnce(page);
    await expect.poll(sizes, patience).toEqual([here, there]);
    await shut(page);
  });

  it('shows a moved item at both issues, and takes it back from the one it was taken from', async () => {
    // Two that nobody touched: those of the test before may still be weighed, and have another version then.
    const [issue, into] = wide.slice(4) as [Issue, Issue];
    const before = (await kept(issue)).counts.items;
    const page = await read(issue);
    await pinFirst(page, into);
    await page.getByText(`Unggahan disematkan ke ${into.number}.`).waitFor();
    const history = (of: Page) => of.locator('[aria-labelledby=issue-history]');
    const there = await read(into, colleague);
    await decisions(there).getByRole('link', { name: issue.number }).waitFor(patience);
    await history(there).getByText(`memindahkan unggahan dari ${issue.number} ke isu ini`).first().waitFor();
    await decisions(page).getByText('Dipindahkan:').waitFor(patience);
    await decisions(page).getByRole('link', { name: into.number }).waitFor();
    await history(page).getByText(`memindahkan unggahan ke ${into.number}`).first().waitFor();
    await history(page).getByText('salah tempat').first().waitFor();
    await decisions(page).getByRole('button', { name: 'Cabut keputusan' }).click();
    await page.getByRole('dialog').getByLabel('Mengapa dicabut?').fill('ternyata benar di sini');
    await press(page, 'Cabut keputusan');
    await page.getByText('Keputusan dicabut.').waitFor();
    await expect.poll(async () => (await kept(issue)).counts.items, patience).toBe(before);
    await history(page).getByText('mencabut keputusan: memindahkan unggahan').first().waitFor(patience);
    await decisions(page).waitFor({ state: 'detached', ...patience });
    await shut(page, there);
  });

  it('renames an issue, and takes it back; the next name begins with the one that stands', async () => {
    const issue = wide[3]!;
    const page = await read(issue);
    const onlooker = await read(issue, colleague);
    await page.getByRole('button', { name: 'Ganti judul' }).click();
    const title = page.getByRole('dialog').getByLabel('Judul baru');
    await title.fill('Judul yang diberi petugas');
    await because(page, 'lebih jelas');
    await press(page, 'Ganti judul isu');
    await page.getByRole('heading', { level: 1, name: 'Judul yang diberi petugas' }).waitFor();
    await decisions(page).getByText('Judul yang diberi petugas').waitFor(patience);
    await onlooker.getByText('Isu ini berubah sejak Anda membukanya').waitFor(patience);
    await takeBackAtOnce(page);
    const machine = (await kept(issue)).title;
    expect(machine).toBe(issue.title);
    await page.getByRole('heading', { level: 1, name: machine.slice(0, 20) }).waitFor(patience);
    await page.getByRole('button', { name: 'Ganti judul' }).click();
    expect(await title.inputValue()).toBe(machine);
    await shut(page, onlooker);
  });

  it('is told when a colleague was first, and keeps what was chosen and typed', async () => {
    const issue = wide[1]!;
    const [first, second] = [await read(issue, colleague), await read(issue)];
    await second.getByRole('button', { name: 'Pisahkan' }).click();
    const box = second.locator('.split-story input').first();
    await box.check();
    await because(second, 'bukan perkara ini');
    await first.getByRole('button', { name: 'Ganti judul' }).click();
    await first.getByRole('dialog').getByLabel('Judul baru').fill('Judul dari seorang rekan');
    await because(first, 'lebih jelas');
    await press(first, 'Ganti judul isu');
    await first.getByText('Judul diganti.').waitFor();
    await press(second, 'Pisahkan cerita');
    await second.getByRole('dialog').getByText('Isu ini berubah sejak Anda membukanya').waitFor();
    await second.getByRole('heading', { level: 1, name: 'Judul dari seorang rekan' }).waitFor();
    expect(await box.isChecked()).toBe(true);
    expect(await second.getByRole('dialog').getByLabel('Alasan').inputValue()).toBe('bukan perkara ini');
    await press(second, 'Pisahkan cerita');
    await second.getByText('1 cerita dipisahkan menjadi satu isu baru.').waitFor();
    await takeBackAtOnce(second);
    await shut(first, second);
  });

  it('offers on a local issue what can be done there, and says why nothing is pinned to one', async () => {
    const page = await read(local);
    await page.getByText('Bagian dari isu yang lebih besar.').waitFor();
    for (const name of ['Gabungkan', 'Pisahkan'])
      expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
    await page.getByRole('link', { name: 'Buka induknya' }).click();
    const whole = (await desk.installation.records.issues.many([local.parentId!]))[0]!;
    await page.waitForURL(`**/isu/${whole.number}`);
    await settled(page);
    await pinFirst(page, local);
    await page.getByText('Isu itu bagian lokal dari isu yang lebih besar').waitFor();
    expect(await page.getByRole('dialog').getByLabel('Alasan').inputValue()).toBe('salah tempat');
    await shut(page);
  });
});
