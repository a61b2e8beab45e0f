import { cpSync } from 'node:fs';
import { loadConfig } from '../../../shared/config/load-config.ts';
import { sampleCalendar, takeInSample } from '../../cli/start/start-sample.ts';
import { sampleContext } from '../../cli/start/testdata/sample-context.ts';
import { sampleStartEndingAt } from '../../sample/sample-week.ts';
import { startSampleServer } from '../../sample/server.ts';

/** Names the folder that `share-sample.ts` filled, and the week that it holds, to the test files of the same run; no settings of the program. */
export const shared = { folder: 'TEST_SAMPLE_FOLDER', weekStart: 'TEST_SAMPLE_WEEK' } as const;

/** Settings of a program of the tests, with its data in `folder`. */
export const settingsIn = (folder: string) =>
  loadConfig({}, { dataDir: folder, logLevel: 'silent', allowAddresses: '127.0.0.1' });

/** When the sample week begins that ends now, or the one that was filled once for this run. */
export const weekOfSample = (): number =>
  Number(process.env[shared.weekStart] ?? sampleStartEndingAt(Date.now()));

/** Collects the sample week into an empty folder and replays it, in about six seconds; or copies what was filled once. */
export async function fillSample(folder: string): Promise<void> {
  const filled = process.env[shared.folder];
  if (filled) return cpSync(filled, folder, { recursive: true });
  const weekStart = weekOfSample();
  const sample = await startSampleServer({ baseTime: weekStart, port: 0 });
  await takeInSample(sampleContext(), settingsIn(folder), {
    sample,
    weekStart,
    calendar: sampleCalendar(weekStart),
  });
  await sample.stop();
}
