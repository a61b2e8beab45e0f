import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guideFolder } from '../build/write-guide.ts';
import { type Rule, ruleSources, ruleTexts } from '../client/texts/rules.ts';
import { accessibilityFaults } from './check-accessibility.ts';
import { addColleague } from './colleague.ts';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

const client = join(import.meta.dirname, '..', 'client');
const rules = Object.keys(ruleTexts) as Rule[];

describe('the rules beside fields', () => {
  it('each have a source, a page of the guide, and a field that they govern', () => {
    const code = globSync('{pages,components}/**/*.tsx', { cwd: client })
      .map((name) => readFileSync(join(client, name), 'utf8'))
      .join('\n');
    for (const rule of rules) {
      expect(code.includes(`rule="${rule}"`), `${rule} governs no field`).toBe(true);
      expect(existsSync(join(guideFolder, `${ruleSources[rule].guide}.md`)), rule).toBe(true);
      expect(ruleSources[rule].source.every((text) => text.length > 3)).toBe(true);
    }
  });
});

describe.skipIf(skipped)(`help on a field${skipped}`, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk({ withSample: false });
  }, 120_000);
  afterAll(() => desk?.stop());

  it('opens beside it by the keyboard, names its source and the guide, and shuts by Escape within a dialog', async () => {
    const drafter = await addColleague(desk, 'Penyusun Contoh', 'drafter');
    const colleague = await drafter.open('/mitra?bagian=engagements', { width: 360 });
    await settled(colleague);
    await colleague.getByText('Catat kegiatan').click();
    const mark = colleague.getByRole('button', { name: 'Aturan: Hasil' });
    await mark.focus();
    await colleague.keyboard.press('Enter');
    await colleague.getByText('Laporan triwulan mengambil kegiatan').waitFor();
    await colleague.getByText('Sumber: Tugas Bakohumas').waitFor();
    const guide = await colleague.getByRole('link', { name: 'Baca di panduan' }).getAttribute('href');
    expect((await fetch(desk.address + guide)).status).toBe(200);
    expect([...faultsOf(colleague), ...(await accessibilityFaults(colleague))]).toEqual([]);
    expect(await colleague.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
      0,
    );
    await colleague.keyboard.press('Escape');
    await expect.poll(() => colleague.getByText('Laporan triwulan mengambil kegiatan').count()).toBe(0);
    await colleague.context().close();
    const keeper = await addColleague(desk, 'Administrator Contoh', 'administrator');
    const page = await keeper.open('/pengaturan?tab=units');
    await page.getByRole('button', { name: 'Tambah unit' }).click();
    const code = page.getByRole('button', { name: 'Aturan: Kode' });
    await code.click();
    await page.getByText('Kode wilayah mengikuti Kementerian Dalam Negeri').waitFor();
    await code.press('Escape');
    await expect.poll(() => page.getByText('Kode wilayah mengikuti').count()).toBe(0);
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.context().close();
  });
});
