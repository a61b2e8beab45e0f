import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../../shared/domain/issue.ts';
import { buildIndexedItem } from '../../../shared/testing/build-item.ts';
import { buildPerson, buildStakeholder } from '../../../shared/testing/build-stakeholder.ts';
import { keepKnownClaim } from './known-claim.ts';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

/** Markup that would run, a word without an end, text that turns round, marks that climb. */
const texts = [
  '<img src=x onerror="document.title=1"><script>document.title=2</script> hostil',
  `${'a'.repeat(10_000)} hostil`,
  '\u202ekanan ke kiri\u2067 hostil',
  `KPU${'\u0301\u0302\u0303\u0304'.repeat(200)} hostil`,
];
const everything = texts.map((text) => text.slice(0, 2_600)).join(' ');
/** What has a shorter limit than a text. */
const short = (n: number): string => texts[n % texts.length]!.slice(0, 290);

describe.skipIf(skipped)(`what comes from outside breaks no page${skipped}`, () => {
  let desk: Desk;
  let issue: Issue;
  let claimId = '';
  let partnerId = '';
  let addresses: string[] = [];
  beforeAll(async () => {
    desk = await openDesk();
    const { records, index } = desk.installation;
    const { issues } = await records.issues.list({
      scope: { unit: 'RI' },
      topmost: true,
      sort: 'priority',
      limit: 1,
    });
    issue = issues[0]!;
    const now = Date.now();
    await records.issues.put([{ ...issue, title: everything, version: issue.version + 1 }]);
    await index.put(
      texts.map((text, n) =>
        buildIndexedItem({
          nativeId: `hostile-${n}`,
          platform: 'news',
          text,
          title: text.slice(0, 300),
          url: 'javascript:alert(1)',
          outlet: text.slice(0, 200),
          author: text.slice(0, 100),
          authorKind: 'outlet',
          publishedAt: now - n,
          issueId: issue.id,
        }),
      ),
    );
    claimId = (await keepKnownClaim(desk, { text: everything.slice(0, 5_000), explanation: everything }))
      .claim.id;
    const partner = buildStakeholder(1, { unit: 'RI', name: short(0).slice(0, 200), note: short(1) });
    partnerId = partner.id;
    await records.dissemination.stakeholders.put({
      ...partner,
      persons: [buildPerson(1, { name: short(2).slice(0, 120), position: short(3) })],
    });
    const [source] = await records.sources.list();
    if (source) await records.sources.put({ ...source, name: short(0).slice(0, 120) });
    addresses = [
      '/isu',
      `/isu/${issue.number}`,
      '/peringatan',
      '/cari?q=hostil',
      `/cari?issue=${issue.id}`,
      '/klaim',
      `/klaim/${claimId}`,
      `/jawaban/baru?isu=${issue.number}`,
      `/jawaban/baru?klaim=${claimId}`,
      '/sumber',
      '/mitra',
      `/mitra/${partner.id}`,
      '/peta',
      '/mutu?tab=label',
    ];
  }, 120_000);
  afterAll(() => desk?.stop());

  it.each([1_280, 360])('at a width of %d', async (width) => {
    const page = await desk.open('/isu', { width });
    for (const address of addresses) {
      await page.goto(desk.address + address);
      await settled(page);
      expect(await page.title(), address).toMatch(/Saring$/);
      expect(await page.locator('a[href^="javascript"]').count(), address).toBe(0);
      expect(await page.locator('main img').count(), address).toBe(0);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow, `${address} scrolls sideways`).toBeLessThanOrEqual(0);
      expect(faultsOf(page), address).toEqual([]);
    }
    await page.context().close();
  });

  it('in every dialog that shows it, on a phone', async () => {
    const page = await desk.open('/isu', { width: 360 });
    const dialogs: [address: string, button: string | RegExp][] = [
      [`/isu/${issue.number}`, 'Ganti judul'],
      [`/isu/${issue.number}`, 'Gabungkan'],
      [`/isu/${issue.number}`, 'Tautkan ke narasi'],
      [`/klaim/${claimId}`, 'Ubah bunyi klaim'],
      [`/mitra/${partnerId}`, /^Ubah/],
      [`/mitra/${partnerId}`, /^Hapus/],
      ['/sumber', 'Hapus'],
    ];
    for (const [address, button] of dialogs) {
      const where = `${address} ${button}`;
      await page.goto(desk.address + address);
      await settled(page);
      await page.getByRole('button', { name: button }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth), where).toBeLessThanOrEqual(0);
      expect(await page.title(), where).toMatch(/Saring$/);
      expect(faultsOf(page), where).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    await page.context().close();
  });

  it('on paper', async () => {
    const page = await desk.open('/isu', { width: 794 });
    await page.emulateMedia({ media: 'print' });
    for (const address of [`/isu/${issue.number}`, '/isu', `/klaim/${claimId}`, '/cari?q=hostil', '/peta']) {
      await page.goto(desk.address + address);
      await settled(page);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow, `${address} is wider than the paper`).toBeLessThanOrEqual(0);
      expect(faultsOf(page), address).toEqual([]);
    }
    await page.context().close();
  });
});
