import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildClaimLink } from '../../../shared/testing/build-claim.ts';
import { addColleague, type Colleague, colleaguePassword } from './colleague.ts';
import { keepKnownClaim } from './known-claim.ts';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

/** More presses of Tab than anybody has patience for: then it counts as out of reach. */
const patience = 60;
const phone = { width: 360, height: 740, touch: true };

/** Goes on with Tab from where the focus is until it is on `target`. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const way: string[] = [];
  for (let n = 0; n <= patience; n += 1) {
    if (await target.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
    way.push(await page.evaluate("document.activeElement?.textContent?.trim().slice(0, 20) ?? ''"));
  }
  throw new Error(`${target} was not reached in ${patience} presses: ${way.join(' | ')}`);
}

/** The next key must not land on the page as a whole, from where one begins at the top again. */
async function keepsFocus(page: Page, where: string): Promise<void> {
  await expect
    .poll(() => page.evaluate('document.activeElement?.tagName'), { message: where })
    .not.toBe('BODY');
}

/** Tapped where it is: nothing lies over it, and a thumb hits it (WCAG 2.5.8: at least 24 pixels). */
async function tap(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = (await target.boundingBox())!;
  expect(Math.min(box.width, box.height), `${target} is too small for a thumb`).toBeGreaterThanOrEqual(24);
  await target.tap();
}

describe.skipIf(skipped)(`a crisis, from the sign-in to the answer${skipped}`, () => {
  let desk: Desk;
  let writer: Colleague;
  let approver: Colleague;
  beforeAll(async () => {
    desk = await openDesk();
    writer = await addColleague(desk, 'Penyusun Contoh', 'drafter');
    approver = await addColleague(desk, 'Penyetuju Contoh', 'approver');
  }, 120_000);
  afterAll(() => desk?.stop());

  const topIssue = async () => {
    const { issues } = await desk.installation.records.issues.list({
      scope: { unit: 'RI' },
      states: ['new'],
      topmost: true,
      sort: 'priority',
      limit: 1,
    });
    return issues[0]!;
  };
  const stateOf = async (number: string) =>
    (await desk.installation.records.issues.get(number, { unit: 'RI' }))!.state;
  const button = (page: Page, name: string): Locator =>
    page.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
  const draftLink = (page: Page): Locator =>
    page
      .locator('.work')
      .getByRole('button', { name: 'Susun jawaban' })
      .or(page.locator('.work').getByRole('link', { name: 'Susun jawaban' }))
      .first();

  it('is handed in by the keyboard alone, and the focus is never lost', async () => {
    const issue = await topIssue();
    const page = await desk.openSignedOut('/masuk');
    await tabTo(page, page.getByLabel('Alamat surel'));
    await page.keyboard.type(writer.user.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(colleaguePassword);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/isu');
    await settled(page);

    await page.keyboard.press('j');
    expect(await page.locator('.issue-row.chosen h2').textContent()).toContain(issue.title.slice(0, 20));
    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog', { name: 'Pilah' });
    await dialog.waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Pilah: tercatat.').waitFor();
    await keepsFocus(page, 'after triage');
    await page.keyboard.press('a');
    await page.getByText(`Isu ${issue.number} sekarang Anda pegang.`).waitFor();
    await keepsFocus(page, 'after taking it');
    // The queue orders itself anew; what was chosen stays chosen.
    expect(await page.locator('.issue-row.chosen').textContent()).toContain(issue.number);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/isu/${issue.number}`);
    await settled(page);
    await keepsFocus(page, 'on the page of the issue');
    expect(await stateOf(issue.number)).toBe('triaged');

    await tabTo(page, draftLink(page));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/jawaban/baru?isu=*');
    // Nobody knows yet whether it is so.
    await page.getByText('Pernyataan awal sambil memeriksa').waitFor();
    await keepsFocus(page, 'where the answer begins');
    await tabTo(page, page.getByLabel('Pokok soal, netral'));
    await page.keyboard.type('surat suara di gudang logistik');
    await tabTo(page, page.getByLabel('Kabar berikutnya kapan'));
    await page.keyboard.type('hari ini pukul 16.00 WIB');
    await tabTo(page, button(page, 'Buat draf'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/jawaban\/(?!baru)/);
    await settled(page);
    await keepsFocus(page, 'on the draft');
    await tabTo(page, button(page, 'Ajukan persetujuan'));
    await page.keyboard.press('Enter');
    await page.getByText('Anda ikut menyusun').waitFor();
    await keepsFocus(page, 'after handing in');
    const [answer] = await desk.installation.records.answers.list({ scope: { unit: 'RI' }, limit: 1 });
    expect(answer).toMatchObject({ state: 'submitted', kind: 'holding', issueId: issue.id });
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  async function signInByTaps(email: string): Promise<Page> {
    const page = await desk.openSignedOut('/masuk', phone);
    await tap(page.getByLabel('Alamat surel'));
    await page.keyboard.type(email);
    await tap(page.getByLabel('Kata sandi'));
    await page.keyboard.type(colleaguePassword);
    await tap(button(page, 'Masuk'));
    await page.waitForURL('**/isu');
    await settled(page);
    return page;
  }

  it('is published from two phones by taps: found known, drafted, approved, out', async () => {
    const issue = await topIssue();
    const { claim } = await keepKnownClaim(desk);
    await desk.installation.records.claimLinks.put(
      buildClaimLink(1, { subjectKind: 'issue', subjectId: issue.id, entryId: claim.id, at: Date.now() }),
    );
    const page = await signInByTaps(writer.user.email);
    await tap(page.locator('.issue-row').filter({ hasText: issue.number }).locator('h2 a'));
    await page.waitForURL(`**/isu/${issue.number}`);
    await settled(page);
    await tap(page.locator('.work').getByRole('button', { name: 'Pilah', exact: true }));
    const dialog = page.getByRole('dialog', { name: 'Pilah' });
    // Whatever most of its posts suggest.
    await tap(dialog.locator('label', { hasText: 'Klaim yang perlu diperiksa' }));
    await tap(dialog.getByRole('button', { name: 'Pilah' }));
    await dialog.waitFor({ state: 'detached' });
    await tap(button(page, 'Ambil isu ini'));
    await page.locator('.work').getByText('Penyusun Contoh').waitFor();
    const match = page.locator('.claim-match').filter({ hasText: 'Undangan memilih' });
    await tap(match.getByRole('button').first());
    await match.getByText('ditautkan', { exact: true }).waitFor();
    await tap(match.getByRole('button', { name: 'Pakai vonis ini untuk isu' }));
    const why = page.getByRole('dialog', { name: 'Pakai vonis ini untuk isu' });
    await tap(why.getByRole('textbox'));
    await page.keyboard.type('klaimnya sama');
    await tap(why.locator('button[type=submit]'));
    await why.waitFor({ state: 'detached' });
    await page.locator('.issue-head').getByText('Salah', { exact: true }).waitFor();
    await tap(draftLink(page));
    await page.waitForURL('**/jawaban/baru?isu=*');
    await page.getByText('Sangkal dengan bukti').first().waitFor();
    await tap(page.getByLabel('Pokok soal, netral'));
    await page.keyboard.type('surat pemberitahuan memilih');
    await tap(button(page, 'Buat draf'));
    await page.waitForURL(/\/jawaban\/(?!baru)/);
    await tap(button(page, 'Ajukan persetujuan'));
    await page.getByText('Anda ikut menyusun').or(page.locator('.notice.problem')).first().waitFor();
    expect(await page.locator('.notice.problem').allTextContents()).toEqual([]);

    const other = await signInByTaps(approver.user.email);
    await tap(button(other, 'Menu'));
    await tap(other.getByRole('link', { name: 'Jawaban', exact: true }));
    await other.getByRole('heading', { name: /Menunggu persetujuan saya/ }).waitFor();
    await tap(other.locator('.jawaban-list a', { hasText: /pemberitahuan|Undangan|undangan/ }).first());
    await tap(button(other, 'Setujui'));
    await other.getByText('Sekarang dapat diterbitkan').waitFor();
    await tap(button(other, 'Terbitkan'));
    await tap(button(other, 'Ya, terbitkan'));
    await other.waitForURL('**/jawaban/terbit/**');
    const reader = await desk.openSignedOut('/klarifikasi/', phone);
    await tap(reader.locator('main a').first());
    await reader.getByText('diantar ke rumah pemilih').first().waitFor();
    for (const one of [page, other, reader]) {
      expect(await one.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      expect(faultsOf(one)).toEqual([]);
      await one.context().close();
    }
  });
});
