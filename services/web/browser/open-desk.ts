import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { hashPassword } from '../../api/people/passwords.ts';
import { sampleCalendar } from '../../cli/start/start-sample.ts';
import { findDesk } from '../../installation/main.ts';
import { openEmbedded, type RunningService, startAll } from '../../standalone/main.ts';
import { fillSample, settingsIn, weekOfSample } from './fill-sample.ts';

/** Debian's, or the one that SARING_CHROMIUM names. */
const executable = process.env['SARING_CHROMIUM'] ?? '/usr/bin/chromium';
const isThere = existsSync(executable) && findDesk() !== null;

/** Why the browser tests are skipped, for the title; empty where they run. With CI=true they run, and fail, in any case. */
export const skipped =
  isThere || process.env['CI'] === 'true' ? '' : ' (skipped: no chromium, or npm run build was not run)';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

export interface Desk {
  /** `http://127.0.0.1:…` */
  address: string;
  service: RunningService;
  installation: Installation;
  /** Signs in and opens a page of the desk in a fresh browser profile. */
  open(path: string, options?: OpenOptions): Promise<Page>;
  /** What the program tells every open page when an issue changed. */
  tellChanged(issue: Pick<Issue, 'id' | 'unit'>): void;
  /** Somebody who came by a link gets a password. */
  givePassword(userId: string, password: string): Promise<void>;
  /** Later profiles are signed in by these. */
  keepCookies(cookies: Cookies): void;
  /** A page of a stranger. */
  openSignedOut(path: string, options?: OpenOptions): Promise<Page>;
  stop(): Promise<void>;
}

const faults = new WeakMap<Page, string[]>();

/** What the page threw or the browser refused (a script, a style, a file) since it was opened. */
export const faultsOf = (page: Page): readonly string[] => faults.get(page) ?? [];

async function watchedPage(profile: BrowserContext): Promise<Page> {
  const page = await profile.newPage();
  const found: string[] = [];
  faults.set(page, found);
  page.on('pageerror', ({ message }) => found.push(message));
  page.on('console', (message) => {
    // An answer that is no success is a line there too; the page says it to the reader.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      found.push(message.text());
  });
  return page;
}

/** The page is there, with everything that it waits for. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.locator('main:not(:has(.skeleton))').waitFor();
}

export interface OpenOptions {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  /** With the service worker, which fetches the whole desk once more for each profile. */
  worksOffline?: boolean;
  /** A screen for fingers. */
  touch?: boolean;
}

/**
 * The real program on this machine's loopback with the sample week in a folder of its own, and a browser. Give
 * `beforeAll` its time: outside of the tests the week is collected and replayed first.
 */
export async function openDesk({
  withSample = true,
  takesReports = false,
  secondFactor = 'off',
} = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'saring-desk-'));
  const settings = settingsIn(folder);
  const calendar = sampleCalendar(weekOfSample());
  if (withSample) await fillSample(folder);
  const installation = await openEmbedded(settings);
  const service = await startAll(installation, {
    host: '127.0.0.1',
    port: 0,
    token: 'a-token-for-tests-only',
    logLevel: 'silent',
    deskFolder: findDesk() ?? undefined,
    sampleOfficer: withSample,
    ...(takesReports || secondFactor !== 'off'
      ? { delivery: { ...settings, publicReports: takesReports, secondFactor } }
      : {}),
    calendar,
    told: () => {},
  });
  const browser = await chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--lang=id-ID'],
    // Fields of dates and times in Indonesian, where the browser has the language (Debian: chromium-l10n).
    env: { ...process.env, LANGUAGE: 'id', LANG: 'id_ID.UTF-8' } as Record<string, string>,
  });
  const profile = ({
    width = 1280,
    height = 860,
    theme = 'light',
    worksOffline = false,
    touch = false,
  }: OpenOptions = {}) =>
    browser.newContext({
      hasTouch: touch,
      serviceWorkers: worksOffline ? 'allow' : 'block',
      viewport: { width, height },
      colorScheme: theme,
      locale: 'id-ID',
      timezoneId: 'Asia/Jakarta',
      reducedMotion: 'reduce',
    });
  /** Of the first sign-in: the one-time link opens once, every later profile gets its cookie. */
  let cookies: Cookies | null = null;
  const openSignedOut: Desk['openSignedOut'] = async (path, options) => {
    const page = await watchedPage(await profile(options));
    await page.goto(service.address + path);
    return page;
  };
  return {
    address: service.address,
    service,
    installation,
    openSignedOut,
    tellChanged: ({ id, unit }) => service.changes.tell({ kind: 'issue.changed', at: Date.now(), id, unit }),
    async givePassword(userId, password) {
      const { credentials } = installation.records.people;
      const credential = (await credentials.get(userId))!;
      await credentials.put({ ...credential, passwordHash: await hashPassword(password) });
    },
    keepCookies(kept) {
      cookies = kept;
    },
    async open(path, options) {
      const opened = await profile(options);
      if (cookies) await opened.addCookies(cookies);
      const page = await watchedPage(opened);
      if (!cookies) {
        await page.goto(`${service.address}/masuk#${service.sampleLink}`);
        await page.waitForURL('**/isu');
        cookies = await opened.cookies();
      }
      await page.goto(service.address + path);
      await page.locator('main h1').waitFor();
      return page;
    },
    async stop() {
      await browser.close();
      await service.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
