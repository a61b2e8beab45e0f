import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './check-accessibility.ts';
import { addColleague, colleaguePassword } from './colleague.ts';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

describe.skipIf(skipped)(`a second factor that the installation demands${skipped}`, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk({ secondFactor: 'all' });
  }, 120_000);
  afterAll(() => desk?.stop());

  it('is set up on the way in; the page one came for opens behind it', async () => {
    const { user } = await addColleague(desk, 'Kasubbag Humas', 'approver');
    const page = await desk.openSignedOut('/peta', { width: 360 });
    await page.getByLabel('Alamat surel').fill(user.email);
    await page.getByLabel('Kata sandi').fill(colleaguePassword);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByRole('heading', { name: 'Pasang kode dari ponsel dahulu' }).waitFor();
    expect(await page.locator('nav').count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Pasang di ponsel' }).click();
    const secret = await page.locator('code.outside').textContent();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.getByLabel('Kode enam angka').fill('000000');
    await page.getByRole('button', { name: 'Pasang', exact: true }).click();
    await page.getByText(/Kode .*(salah|tidak cocok)/).waitFor();
    await page
      .getByLabel('Kode enam angka')
      .fill(new TOTP({ secret: Secret.fromBase32(secret!) }).generate());
    await page.getByRole('button', { name: 'Pasang', exact: true }).click();
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
    await page.getByRole('heading', { name: 'Peta opini' }).waitFor();
    await settled(page);
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('holds a desk that was open when it was demanded', async () => {
    const colleague = await addColleague(desk, 'Staf Humas', 'drafter');
    const { credentials } = desk.installation.records.people;
    const credential = (await credentials.get(colleague.user.id))!;
    await credentials.put({ ...credential, totpSecret: 'A', totpConfirmed: true });
    const page = await colleague.open('/isu');
    await settled(page);
    await credentials.put(credential);
    // The desk may notice by a request of its own before the click: then the link is gone already.
    await page.evaluate(`document.querySelector('a[href="/sumber"]')?.click()`);
    await page.getByRole('heading', { name: 'Pasang kode dari ponsel dahulu' }).waitFor();
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.waitForURL('**/masuk**');
    await page.context().close();
  });
});
