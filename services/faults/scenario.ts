import type { FaultDeps, FaultOptions, ServerName } from './fault-deps.ts';
import { FaultRun, type Outcome } from './fault-run.ts';

/** One thing that goes wrong while items come in. */
export interface Scenario {
  name: string;
  /** The server that the processes reach over a proxy. */
  over?: ServerName;
  /** Parts that the API has to call degraded meanwhile; absent where it serves as ever. */
  degraded?: readonly ('index' | 'records' | 'queue' | 'work')[];
  /** Ends when the fault is over. @returns figures of its own, and `failed` with what was not as it has to be */
  run(run: FaultRun, options: FaultOptions): Promise<Record<string, unknown> & { failed?: string[] }>;
}

export interface Row extends Outcome {
  fault: string;
  /** What was not as it has to be; empty when the fault was survived. */
  failed: string[];
  seconds: number;
  [more: string]: unknown;
}

function failures(outcome: Outcome, { degraded = [] }: Scenario): string[] {
  const { acknowledged, lost, doubled, misfits, auditLost, auditWhole, quarantined, apiSaid } = outcome;
  const silent = degraded.filter((part) => apiSaid[part] === undefined);
  return [
    ...(acknowledged === 0 ? ['nothing was acknowledged'] : []),
    ...(lost > 0 ? [`${lost} items lost`] : []),
    ...(doubled > 0 ? [`${doubled} items doubled`] : []),
    ...misfits,
    ...(auditLost > 0 || !auditWhole ? ['the audit chain is not whole'] : []),
    ...(quarantined > 0 ? [`${quarantined} jobs in quarantine`] : []),
    ...silent.map((part) => `the API did not call ${part} degraded`),
  ];
}

/** Runs one scenario on a fresh database, prefix and set of processes. */
export async function runScenario(deps: FaultDeps, scenario: Scenario, options: FaultOptions): Promise<Row> {
  const startedAt = performance.now();
  // What a fault before left behind.
  const { redis, postgres, elasticsearch } = deps.stack;
  for (const server of [redis, postgres, elasticsearch]) await server.resume();
  const run = await FaultRun.open(deps, `f-${Date.now().toString(36)}`, scenario.over ?? null);
  try {
    const { failed = [], ...more } = await scenario.run(run, options);
    const outcome = await run.settle();
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    return {
      fault: scenario.name,
      ...outcome,
      ...more,
      failed: [...failures(outcome, scenario), ...failed],
      seconds,
    };
  } finally {
    await run.close();
  }
}
