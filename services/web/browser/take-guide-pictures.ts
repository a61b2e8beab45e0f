import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { guideFolder } from '../build/write-guide.ts';
import { keepKnownClaim } from './known-claim.ts';
import { openDesk } from './open-desk.ts';

/** `node services/web/browser/take-guide-pictures.ts`: the pictures of docs/panduan, taken from the sample week. */
const folder = join(guideFolder, 'gambar');
mkdirSync(folder, { recursive: true });
const desk = await openDesk();
const { claim } = await keepKnownClaim(desk);
const first = await desk.open(`/jawaban/baru?klaim=${claim.id}`);
await first.getByLabel('Pokok soal, netral').fill('surat pemberitahuan memilih');
await first.getByRole('button', { name: 'Buat draf' }).click();
await first.getByRole('tab', { name: 'Laman' }).waitFor();
const answer = new URL(first.url()).pathname;
await first.context().close();
const pictures = { isu: '/isu', jawaban: answer, klaim: '/klaim', mitra: '/mitra', lapor: '/lapor' };
for (const [name, address] of Object.entries(pictures)) {
  const page = await desk.open(address, { width: 1_100, height: 760 });
  await page.waitForFunction("!document.querySelector('.skeleton')");
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.context().close();
}
await desk.stop();
