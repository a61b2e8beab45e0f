import type { Telemetry } from '../ports/telemetry.ts';

/** Keeps nothing: for commands and tests that nobody watches. */
export const silentTelemetry: Telemetry = {
  count() {},
  observe() {},
  set() {},
  log() {},
  step: (_name, _fields, work) => work(),
  carried: () => ({}),
  resume: (_carried, work) => work(),
};
