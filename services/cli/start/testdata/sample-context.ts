import { createReplayClock } from '../../../../infra/clock/replay-clock.ts';
import { readModel } from '../../../../infra/models/read-model.ts';
import { findDesk, openDeliveryChannels, openReaders } from '../../../installation/main.ts';
import { sampleStartEndingAt } from '../../../sample/sample-week.ts';
import { startSampleServer } from '../../../sample/server.ts';
import { openEmbedded, startAll } from '../../../standalone/main.ts';
import type { CliContext } from '../../cli-context.ts';

/** The program as a test starts it: real parts, nothing printed, no documents drawn. */
export const sampleContext = (): CliContext => ({
  environment: {},
  open: openEmbedded,
  createReplayClock,
  readModel,
  services: async () => ({
    startAll,
    findDesk,
    openReaders,
    sampleStartEndingAt,
    startSample: startSampleServer,
    reports: { renderers: async () => [], rowWriters: async () => [], writeFile: async () => {} },
    openChannels: openDeliveryChannels,
  }),
  out: () => {},
  err: () => {},
});
