import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './check-accessibility.ts';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

/** Pages that are one address; `:issue` stands for the most urgent issue of the sample. */
const addresses = [
  '/isu',
  '/isu/:issue',
  '/cari?q=surat+suara',
  '/peta',
  '/jawaban',
  '/jawaban/baru?isu=:issue',
  '/klaim',
  '/klaim/baru',
  '/fakta',
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
  '/pengaturan?tab=keys',
  '/pengaturan?tab=calendar',
  '/pengaturan?tab=privacy',
  '/pengaturan?tab=audit',
];
const themes = ['light', 'dark'] as const;
const widths = [1_280, 360];
/** With it, a picture of each page is kept there, to be looked at. */
const pictures = process.env['SARING_SCREENSHOTS'];

describe.skipIf(skipped)(`every page${skipped}`, () => {
  let desk: Desk;
  let issue = '';
  beforeAll(async () => {
    desk = await openDesk();
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

  const cases = addresses.flatMap((address) => themes.map((theme) => [address, theme] as const));
  it.each(cases)(
    '%s, %s: nothing that axe-core finds, nothing wider than a phone',
    async (address, theme) => {
      for (const width of widths) {
        const page = await desk.open(address.replace(':issue', issue), { theme, width });
        await settled(page);
        const name = `${address.replace(/\W+/g, '_').slice(1)}-${theme}-${width}.png`;
        if (pictures) await page.screenshot({ path: join(pictures, name), fullPage: true });
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
        expect([...faultsOf(page), ...(await accessibilityFaults(page))], name).toEqual([]);
        await page.context().close();
      }
    },
  );
});
