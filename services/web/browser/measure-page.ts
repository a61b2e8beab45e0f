import type { Page } from 'playwright-core';
import { settled } from './open-desk.ts';

/** What the browser itself says of a page, in ms of its clock; `shift` is the sum of layout shifts nobody asked for. */
export interface PageFigures {
  firstPaintMs: number;
  longestTaskMs: number;
  shift: number;
}

/** Watches from the first line of a page on. */
const watch = `
  globalThis.measured = { firstPaintMs: 0, longestTaskMs: 0, shift: 0, interactionMs: 0 };
  const on = (type, see, more) => new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true, ...more });
  on('layout-shift', (entry) => { if (!entry.hadRecentInput) measured.shift += entry.value; });
  on('longtask', (entry) => { measured.longestTaskMs = Math.max(measured.longestTaskMs, entry.duration); });
  on('paint', (entry) => { if (entry.name === 'first-contentful-paint') measured.firstPaintMs = entry.startTime; });
  // From the key or click until what it changed is on the screen, in steps of 8 ms as browsers tell it.
  on('event', (entry) => { if (entry.interactionId > 0) measured.interactionMs = Math.max(measured.interactionMs, entry.duration); }, { durationThreshold: 16 });
`;

/** Later documents of the page are measured. */
export const watchPage = (page: Page): Promise<unknown> => page.addInitScript(watch);

/** Late enough for what a page does after its answers came: glances beside rows, charts, live updates. */
const restMs = 300;

/** Opens an address in a watched page and gives what it cost until it came to rest. */
export async function measureLoad(page: Page, address: string): Promise<PageFigures> {
  await page.goto(address);
  await settled(page);
  await page.waitForTimeout(restMs);
  const { firstPaintMs, longestTaskMs, shift } = await measuredSoFar(page);
  return {
    firstPaintMs: Math.round(firstPaintMs),
    longestTaskMs,
    shift: Number(shift.toFixed(4)),
  };
}

/** What the page cost since it was opened, or since `forgetMeasured`. */
export const measuredSoFar = (page: Page): Promise<PageFigures & { interactionMs: number }> =>
  page.evaluate('measured');

export const forgetMeasured = (page: Page): Promise<void> =>
  page.evaluate('measured.longestTaskMs = 0; measured.interactionMs = 0; measured.shift = 0;');
