import type { Installation } from '../../shared/ports/installation.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { Telemetry } from '../../shared/ports/telemetry.ts';
import { observeQueue } from './observe-queue.ts';

/** The same installation, with every call to its stores timed and every job's steps joined. */
export const observeInstallation = (installation: Installation, telemetry: Telemetry): Installation => ({
  ...installation,
  queue: observeQueue(installation.queue, telemetry),
  index: observeIndex(installation.index, telemetry),
  records: observeRecords(installation.records, telemetry),
});

type Seconds = 'indexSeconds' | 'databaseSeconds';

/** Times what returns a promise. */
async function timed<T>(
  telemetry: Telemetry,
  metric: Seconds,
  operation: string,
  work: () => Promise<T>,
): Promise<T> {
  const startedAt = performance.now();
  const end = (outcome: string): void =>
    telemetry.observe(metric, { operation, outcome }, (performance.now() - startedAt) / 1_000);
  const span = `${metric === 'indexSeconds' ? 'index' : 'records'} ${operation}`;
  try {
    const result = await telemetry.step(span, {}, work);
    end('ok');
    return result;
  } catch (error) {
    end('error');
    throw error;
  }
}

type Method = (...parameters: never[]) => Promise<unknown>;

/** The same methods, each timed under its name; parts of parts (`people.users`) too. */
function timeMethods<T extends object>(
  of: T,
  telemetry: Telemetry,
  metric: Seconds,
  nameOf: (method: string) => string,
): T {
  const entries = Object.entries(of).map(([name, member]) => [
    name,
    typeof member === 'object' && member !== null
      ? timeMethods(member as object, telemetry, metric, (method) => nameOf(`${name}.${method}`))
      : (...parameters: never[]) => {
          const result = (member as Method)(...parameters);
          // What is read bit by bit takes as long as its reader.
          return Symbol.asyncIterator in result
            ? result
            : timed(telemetry, metric, nameOf(name), () => result);
        },
  ]);
  return Object.fromEntries(entries) as T;
}

function observeIndex(index: ItemIndex, telemetry: Telemetry): ItemIndex {
  const { close, ...calls } = index;
  return { ...timeMethods(calls, telemetry, 'indexSeconds', (name) => name), close };
}

function observeRecords(records: Records, telemetry: Telemetry): Records {
  const { transaction, ...parts } = records;
  const observed = Object.entries(parts).map(([part, calls]) => [
    part,
    timeMethods(calls, telemetry, 'databaseSeconds', (name) => `${part}.${name}`),
  ]);
  const all = Object.fromEntries(observed) as Omit<Records, 'transaction'>;
  return {
    ...all,
    sources: {
      ...all.sources,
      async countDrops(at, drops) {
        await all.sources.countDrops(at, drops);
        for (const { stage, code } of drops) telemetry.count('drops', { stage, reason: code });
      },
    },
    alerts: {
      ...all.alerts,
      async raise(alerts) {
        await all.alerts.raise(alerts);
        for (const { rule, push } of alerts) telemetry.count('alerts', { rule, push: String(push) });
      },
    },
    transaction: (work) =>
      timed(telemetry, 'databaseSeconds', 'transaction', () =>
        transaction((inner) => work(observeRecords(inner, telemetry))),
      ),
  };
}
