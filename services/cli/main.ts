#!/usr/bin/env node
import { tuneProcess } from '../../infra/process/tune-process.ts';

tuneProcess();
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `saring: needs Node 24 or newer, this is ${process.versions.node}; start it by npm, which brings its own.\n`,
  );
  process.exit(2);
}

const { CommanderError } = await import('commander');
const { createReplayClock } = await import('../../infra/clock/replay-clock.ts');
const { createModelVersions } = await import('../../infra/models/model-versions.ts');
const { readModel } = await import('../../infra/models/read-model.ts');
const { BadSetting } = await import('../../shared/config/load-config.ts');
const { isDistributed } = await import('../../shared/config/settings.ts');
const { CliError } = await import('./cli-context.ts');
const { explain } = await import('./explain.ts');
const { buildProgram } = await import('./program.ts');

/** 0 done, 1 failed, 2 the call itself is wrong, 130 stopped by Ctrl+C. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CliError) return error.exitCode;
  return error instanceof BadSetting ? 2 : 1;
}

const hasTrace = Boolean(process.env['SARING_TRACE']);

const program = buildProgram({
  environment: process.env,
  open: async (settings, options) =>
    isDistributed(settings)
      ? (await import('../distributed/main.ts')).openDistributed(settings, options)
      : (await import('../standalone/main.ts')).openEmbedded(settings, options),
  probe: async (settings) => (await import('../installation/main.ts')).probeInstallation(settings),
  createReplayClock,
  readModel,
  openModels: createModelVersions,
  openToneModel: async (folder) =>
    (await import('../../infra/models/onnx/open-onnx-tone-model.ts')).openOnnxToneModel(folder),
  async services() {
    const { startAll } = await import('../standalone/main.ts');
    const { findDesk, openReaders, openDeliveryChannels, readWorkbookApart } = await import(
      '../installation/main.ts'
    );
    const { startSampleServer } = await import('../sample/server.ts');
    const { sampleStartEndingAt } = await import('../sample/sample-week.ts');
    return {
      startAll,
      findDesk,
      openReaders,
      readWorkbook: readWorkbookApart,
      sampleStartEndingAt,
      startSample: startSampleServer,
      openChannels: openDeliveryChannels,
      reports: {
        renderers: async () => (await import('../../infra/render/create-renderers.ts')).createRenderers(),
        rowWriters: async () => (await import('../../infra/render/create-row-writers.ts')).createRowWriters(),
        writeFile: async (path, bytes) =>
          (await import('../../infra/render/write-file-whole.ts')).writeFileWhole(path, bytes),
      },
    };
  },
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});

// Whoever reads the first lines only (`… | head`) has what they wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`saring: ${explain(error, hasTrace)}\n`);
  process.exit(1);
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitCodeOf(error);
  if (!(error instanceof CommanderError)) process.stderr.write(`saring: ${explain(error, hasTrace)}\n`);
}
