#!/usr/bin/env node
import { CommanderError } from 'commander';
import { createReplayClock } from '../../infra/clock/replay-clock.ts';
import { readModel } from '../../infra/models/read-model.ts';
import { BadSetting } from '../../shared/config/load-config.ts';
import { openEmbedded } from '../standalone/main.ts';
import { CliError } from './cli-context.ts';
import { buildProgram } from './program.ts';

/** 0 done, 1 failed, 2 the call itself is wrong, 130 stopped by Ctrl+C. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CliError) return error.exitCode;
  return error instanceof BadSetting ? 2 : 1;
}

const program = buildProgram({
  environment: process.env,
  open: openEmbedded,
  createReplayClock,
  readModel,
  async services() {
    const { startAll, readPage } = await import('../standalone/main.ts');
    const { startSampleServer } = await import('../sample/server.ts');
    const { sampleStartEndingAt } = await import('../sample/sample-week.ts');
    return { startAll, readPage, sampleStartEndingAt, startSample: startSampleServer };
  },
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitCodeOf(error);
  if (!(error instanceof CommanderError)) {
    const isPlain = error instanceof CliError || error instanceof BadSetting;
    const text =
      error instanceof Error
        ? isPlain || !process.env['SARING_TRACE']
          ? error.message
          : error.stack
        : String(error);
    process.stderr.write(`saring: ${text}\n`);
  }
}
