import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIndexedItem } from '../../../shared/testing/build-item.ts';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';
import { triageFromQueue } from './task-steps.ts';

const chosenTitle = (page: Page): Promise<string | null> =>
  page.locator('.issue-row.chosen h2').textContent();
const zalgo = `KPU${'\u0301\u0302\u0303\u0304'.repeat(200)} diam`;

describe.skipIf(skipped)(`work on issues${skipped}`, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.stop());

  const topIssues = async (limit: number) => {
    const { issues } = await desk.installation.records.issues.list({
      scope: { unit: 'RI' },
      states: ['new', 'triaged'],
      topmost: true,
      sort: 'priority',
      limit,
    });
    return issues;
  };

  it('says within the first screen what waits, why, and what to do next', async () => {
    const page = await desk.open('/isu');
    await settled(page);
    expect(await page.locator('h1').textContent()).toMatch(/^\d+ isu menunggu jawaban sekarang$/);
    const first = page.locator('.issue-row').first();
    const [issue] = await topIssues(1);
    expect(await first.textContent()).toContain('Kritis');
    expect(await first.textContent()).toContain(issue!.priority.nextStep);
    await first.locator('.clock-note strong').waitFor();
    expect(await first.locator('.spark rect').count()).toBe(24);
    await page.context().close();
  });

  it('is walked through by the keyboard: j, k, a to take, e to escalate, ? for help', async () => {
    const page = await desk.open('/isu');
    await settled(page);
    const [first, second] = await topIssues(2);
    await page.keyboard.press('j');
    await expect.poll(() => chosenTitle(page)).toContain(first!.title.slice(0, 20));
    await page.keyboard.press('j');
    await expect.poll(() => chosenTitle(page)).toContain(second!.title.slice(0, 20));
    await page.keyboard.press('k');
    await page.keyboard.press('a');
    await page.getByText(`Isu ${first!.number} sekarang Anda pegang.`).waitFor();
    expect((await topIssues(1))[0]!.owner).not.toBeNull();
    await page.keyboard.press('e');
    await page.getByRole('dialog', { name: 'Naikkan atau alihkan unit' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Pintasan papan tik' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    // What was taken may have moved in the queue since.
    const title = (await chosenTitle(page))?.trim() ?? '';
    await page.keyboard.press('Enter');
    await page.waitForURL('**/isu/ISU-*');
    await page.getByRole('heading', { level: 1, name: title.slice(0, 20) }).waitFor();
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('keeps filters in the address, and shows what changed only when asked', async () => {
    const page = await desk.open('/isu?level=kritis');
    await settled(page);
    expect(await page.locator('.badge.tinggi').count()).toBe(0);
    await page.getByRole('button', { name: 'Tinggi' }).click();
    await page.waitForURL('**/isu?level=kritis,tinggi');
    await page.goBack();
    await page.goto(`${desk.address}/isu`);
    await settled(page);
    const before = await page.locator('.issue-row h2').first().textContent();
    const [issue] = await topIssues(1);
    await desk.installation.records.issues.put([
      { ...issue!, title: 'Judul yang baru saja diganti', version: issue!.version + 1 },
    ]);
    desk.tellChanged(issue!);
    await page.getByRole('button', { name: /berubah – tampilkan/ }).waitFor();
    expect(await page.locator('.issue-row h2').first().textContent()).toBe(before);
    await page.getByRole('button', { name: /berubah – tampilkan/ }).click();
    await page.getByText('Judul yang baru saja diganti').waitFor();
    await page.context().close();
  });

  it('triages an issue in three clicks', async () => {
    const page = await desk.open('/isu?state=new');
    await settled(page);
    const { clicks, number } = await triageFromQueue(page);
    expect(clicks).toBeLessThanOrEqual(3);
    const issue = await desk.installation.records.issues.get(number, { unit: 'RI' });
    expect(issue!.state).toBe('triaged');
    // What people did stands on the time line, beside what was raised.
    await page.locator('.issue-events li').filter({ hasText: 'memilah isu' }).waitFor();
    await page.context().close();
  });

  it('merges an issue into another with a reason, and takes it back', async () => {
    const [into, , , from] = await topIssues(4);
    const stateOf = async () => (await desk.installation.records.issues.get(from!.id, { unit: 'RI' }))!.state;
    const before = await stateOf();
    const page = await desk.open(`/isu/${from!.number}`);
    await settled(page);
    await page.getByRole('button', { name: 'Gabungkan' }).click();
    await page.getByPlaceholder('ISU-2026-000001').fill(into!.number);
    await page.getByRole('dialog').getByLabel('Alasan').fill('perkara yang sama');
    await page.getByRole('button', { name: 'Gabungkan ke isu lain' }).click();
    await page.getByText(`${from!.number} digabung ke ${into!.number}.`).waitFor();
    await expect.poll(stateOf, { timeout: 15_000 }).toBe('merged');
    await page.locator('.toasts').getByRole('button', { name: 'Urungkan' }).click();
    await page.getByText('Diurungkan.').waitFor();
    await expect.poll(stateOf, { timeout: 15_000 }).toBe(before);
    await page.context().close();
  });

  it('loses nothing typed when the session ends in the middle', async () => {
    const [issue] = await topIssues(1);
    const page = await desk.open(`/isu/${issue!.number}`);
    await settled(page);
    const text = 'Sudah saya telepon KPU Kota Malang; berita acara menyusul.';
    await page.getByLabel('Tulis catatan').fill(text);
    const { people } = desk.installation.records;
    const [user] = await people.users.list({ limit: 1 });
    await people.sessions.removeOf(user!.id);
    await desk.givePassword(user!.id, 'kuda hijau makan rumput laut');
    await page.getByRole('button', { name: 'Simpan catatan' }).click();
    await page.getByRole('dialog', { name: 'Sesi Anda berakhir' }).waitFor();
    expect(await page.getByLabel('Tulis catatan').inputValue()).toBe(text);
    await page.getByRole('dialog').getByLabel('Kata sandi').fill('kuda hijau makan rumput laut');
    await page.getByRole('dialog').getByRole('button', { name: 'Masuk' }).click();
    await page.getByText('Catatan tersimpan.').waitFor();
    expect(await page.locator('.issue-note').textContent()).toContain(text);
    desk.keepCookies(await page.context().cookies());
    await page.context().close();
  });

  it('says that the server is away, keeps what is typed, and says that it is back', async () => {
    const [issue] = await topIssues(1);
    const page = await desk.open(`/isu/${issue!.number}`);
    await settled(page);
    await page.context().setOffline(true);
    await page.getByLabel('Tulis catatan').fill('ditulis tanpa jaringan');
    await page.getByRole('button', { name: 'Simpan catatan' }).click();
    await page.getByText('Server tidak terjangkau sejak').waitFor();
    await page.getByText('yang Anda ketik tetap ada').first().waitFor();
    await page.context().setOffline(false);
    await page.getByText('Tersambung lagi.').waitFor({ timeout: 20_000 });
    expect(await page.getByLabel('Tulis catatan').inputValue()).toBe('ditulis tanpa jaringan');
    await page.context().close();
  });

  it('shows a hostile item as text, within its box', async () => {
    const [issue] = await topIssues(1);
    const now = Date.now();
    const texts = [
      '<img src=x onerror="document.title=1"><script>document.title=2</script> hostilmarkup',
      `${'a'.repeat(10_000)} hostilpanjang`,
      '\u202e kanan ke kiri \u202e\u2067 hostilarah',
      `${zalgo} hostilzalgo`,
    ];
    await desk.installation.index.put(
      texts.map((text, n) =>
        buildIndexedItem({
          nativeId: `hostile-${n}`,
          text,
          title: text.slice(0, 300),
          url: 'javascript:alert(1)',
          outlet: text.slice(0, 200),
          publishedAt: now - n,
          issueId: issue!.id,
        }),
      ),
    );
    for (const width of [1_280, 360]) {
      const page = await desk.open(`/cari?issue=${issue!.id}`, { width });
      await settled(page);
      await page.getByText('hostilmarkup').filter({ visible: true }).first().waitFor();
      expect(await page.title()).toBe('Cari · Saring');
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
      expect(await page.locator('main img').count()).toBe(0);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      expect(faultsOf(page)).toEqual([]);
      await page.context().close();
    }
  });
});
