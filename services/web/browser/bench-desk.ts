import { parseArgs } from 'node:util';
import { hourMs } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { levels } from '../../../shared/domain/risk.ts';
import { buildIssue } from '../../../shared/testing/build-issue.ts';
import { benchTexts } from '../../bench/bench-items.ts';
import { fillIndex } from '../../bench/fill-index.ts';
import { addColleague } from './colleague.ts';
import { keepKnownClaim } from './known-claim.ts';
import { forgetMeasured, measuredSoFar, measureLoad, type PageFigures, watchPage } from './measure-page.ts';
import { type Desk, openDesk } from './open-desk.ts';
import { buildWeeklyMap, draftAndApprove, publishApproved, triageFromQueue } from './task-steps.ts';

/**
 * `npm run -s bench -- desk [--items 100000] [--issues 10000]`: what the pages cost in a real browser by its own
 * performance API, on the sample week and on that much, and the clicks of three tasks; the last line is JSON.
 */
const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '100000' },
    issues: { type: 'string', default: '10000' },
  },
});

const addresses = [
  '/isu',
  '/isu/:issue',
  '/cari?q=surat+suara',
  '/peta',
  '/jawaban',
  '/klaim',
  '/mitra',
  '/peringatan',
  '/laporan',
  '/sumber',
  '/mutu',
  '/pengaturan',
];

async function mostUrgent({ installation: { records } }: Desk): Promise<Issue> {
  const { issues } = await records.issues.list({
    scope: { unit: 'RI' },
    topmost: true,
    sort: 'priority',
    limit: 1,
  });
  return issues[0]!;
}

/** Each page in a fresh profile, as on the first visit of a day: nothing is kept of the one before. */
async function measurePages(desk: Desk) {
  const { number } = await mostUrgent(desk);
  const pages: Record<string, PageFigures> = {};
  for (const address of addresses) {
    const page = await desk.open('/pengaturan', { height: 900 });
    await watchPage(page);
    pages[address] = await measureLoad(page, desk.address + address.replace(':issue', number));
    await page.context().close();
  }
  const worst = (of: keyof PageFigures): number => Math.max(...Object.values(pages).map((page) => page[of]));
  return {
    firstPaintMs: worst('firstPaintMs'),
    longestTaskMs: worst('longestTaskMs'),
    shift: worst('shift'),
    pages,
  };
}

const scrolls = 100;
const scrollPx = 4_000;
const frameMs = 30;
const keys = 40;

/** The queue under a hand in a hurry: a wheel that never rests, then j pressed again and again, then a filter. */
async function measureQueue(desk: Desk) {
  const page = await desk.open('/isu', { height: 900 });
  await watchPage(page);
  const load = await measureLoad(page, `${desk.address}/isu`);
  await forgetMeasured(page);
  await page.mouse.move(600, 500);
  for (let n = 0; n < scrolls; n += 1) {
    await page.mouse.wheel(0, scrollPx);
    await page.waitForTimeout(frameMs);
  }
  const scrolled = await measuredSoFar(page);
  const rowsDrawn = await page.locator('.issue-row').count();
  const rowsKnown = await page.locator('.virtual > li').last().getAttribute('aria-setsize');
  await page.evaluate('scrollTo(0, 0)');
  await forgetMeasured(page);
  for (let n = 0; n < keys; n += 1) await page.keyboard.press('j');
  const walked = await measuredSoFar(page);
  await forgetMeasured(page);
  await page.getByRole('button', { name: 'Tinggi' }).click();
  await page.waitForURL('**/isu?level=tinggi');
  await page.waitForTimeout(1_000);
  const filtered = await measuredSoFar(page);
  await page.context().close();
  const cost = ({ longestTaskMs, interactionMs }: typeof walked) => ({ longestTaskMs, interactionMs });
  return {
    load,
    rowsKnown: Number(rowsKnown),
    rowsDrawn,
    wheel: { longestTaskMs: scrolled.longestTaskMs },
    keys: cost(walked),
    filter: cost(filtered),
  };
}

const titles = [
  'Surat suara kurang di beberapa TPS, warga menunggu sampai siang',
  'Kabar undangan memilih tidak dikirim lagi beredar di grup warga',
  'Warga bertanya syarat pindah memilih menjelang batas waktu, antrean panjang di kantor KPU sejak pagi',
];
const units = ['35.73', '32.01', '73.71', '91.71', '31'];

async function fillIssues({ installation: { records } }: Desk, count: number, end: number): Promise<void> {
  const issues = Array.from({ length: count }, (_, n) => issueOf(n + 1, end));
  await records.transaction((inner) => inner.issues.put(issues));
}

function issueOf(n: number, end: number): Issue {
  const unit = units[n % units.length]!;
  const items = 3 + (n % 400);
  const negative = Math.floor(items / 2);
  const { counts } = buildIssue(n);
  return buildIssue(n, {
    number: `ISU-2026-${String(100_000 + n)}`,
    title: `${titles[n % titles.length]} (${n})`,
    unit,
    areas: [unit],
    firstAt: end - 48 * hourMs,
    lastAt: end - (n % 48) * hourMs,
    counts: { ...counts, items, unique: Math.ceil(items * 0.7), negative, neutral: items - negative },
    risk: { likelihood: 3, impact: 3, score: 9, level: levels[n % levels.length]!, parts: [] },
    priority: {
      score: (n * 7) % 1_000,
      parts: [],
      reason: 'Naik tiga kali lipat dalam enam jam, dua media nasional sudah menulis, dan belum ada jawaban.',
      nextStep: 'Minta keterangan KPU kabupaten/kota, lalu siapkan pernyataan awal.',
    },
  });
}

async function countSteps(desk: Desk) {
  const writer = await addColleague(desk, 'Penyusun Contoh', 'drafter');
  const approver = await addColleague(desk, 'Penyetuju Contoh', 'approver');
  const { claim } = await keepKnownClaim(desk);
  await draftAndApprove(claim.id, { writer: writer.open, approver: approver.open });
  const answers = await writer.open('/jawaban');
  const publish = await publishApproved(answers);
  await answers.context().close();
  const queue = await desk.open('/isu?state=new');
  const { clicks: triage } = await triageFromQueue(queue);
  const { clicks: weeklyMap } = await buildWeeklyMap(queue);
  await queue.context().close();
  return { triage, publish, weeklyMap };
}

const desk = await openDesk();
try {
  const sample = await measurePages(desk);
  const clicks = await countSteps(desk);
  const [items, issues] = [Number(values.items), Number(values.issues)];
  const end = Date.now();
  const { texts, from } = benchTexts();
  await fillIndex(desk.installation.index, { texts, count: items, end });
  await fillIssues(desk, issues, end);
  const large = await measurePages(desk);
  const queue = await measureQueue(desk);
  console.log(JSON.stringify({ texts: from, sample, items, issues, large, queue, clicks }));
} finally {
  await desk.stop();
}
