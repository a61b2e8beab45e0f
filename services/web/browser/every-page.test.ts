import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './check-accessibility.ts';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

/** Pages that are one address; `:issue` stands for the most urgent issue of the sample. */
const addresses = [
  '/isu',
  '/isu/:issue',
  '/tugas',
  '/cari?q=surat+suara',
  '/peta',
  '/jawaban',
  '/jawaban/baru?isu=:issue',
  '/klaim',
  '/klaim/baru',
  '/fakta',
  '/narasi',
  '/mitra',
  '/mitra?bagian=groups',
  '/lapor',
  '/peringatan',
  '/laporan',
  '/laporan?tab=tiered',
  '/laporan?tab=board',
  '/sumber',
  '/sumber?tab=add',
  '/sumber?tab=import',
  '/sumber?tab=gaps',
  '/mutu',
  '/mutu?tab=label',
  '/pengaturan',
  '/pengaturan?tab=people',
  '/pengaturan?tab=recipients',
  '/pengaturan?tab=units',
  '/pengaturan?tab=keys',
  '/pengaturan?tab=calendar',
  '/pengaturan?tab=privacy',
  '/pengaturan?tab=audit',
];
const themes = ['light', 'dark', 'contrast'] as const;
const widths = [1_280, 360];
/** With it, a picture of each page is kept there, to be looked at. */
const pictures = process.env['SARING_SCREENSHOTS'];

type Theme = (typeof themes)[number];

/** Light and dark are asked of the computer, high contrast is chosen in the desk; either way nothing is loaded anew. */
async function wear(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
  await page.evaluate(
    theme === 'contrast'
      ? "document.documentElement.dataset.theme = 'contrast'"
      : 'delete document.documentElement.dataset.theme',
  );
}

describe.skipIf(skipped)(`every page${skipped}`, () => {
  let desk: Desk;
  let page: Page;
  let issue = '';
  beforeAll(async () => {
    desk = await openDesk();
    page = await desk.open('/isu');
    if (pictures) mkdirSync(pictures, { recursive: true });
    const { issues } = await desk.installation.records.issues.list({
      scope: { unit: 'RI' },
      topmost: true,
      states: ['new', 'triaged'],
      sort: 'priority',
      limit: 1,
    });
    issue = issues[0]!.number;
  }, 120_000);
  afterAll(() => desk?.stop());

  it.each(addresses)(
    '%s: in no theme a fault of its own or of axe-core, and nothing wider than a phone',
    async (address) => {
      const before = faultsOf(page).length;
      for (const width of widths) {
        await page.setViewportSize({ width, height: 860 });
        await page.goto(desk.address + address.replace(':issue', issue));
        await settled(page);
        for (const theme of themes) {
          await wear(page, theme);
          const name = `${address.replace(/\W+/g, '_').slice(1)}-${theme}-${width}`;
          if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
          const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
          expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
          expect([...faultsOf(page).slice(before), ...(await accessibilityFaults(page))], name).toEqual([]);
        }
      }
    },
  );
});
