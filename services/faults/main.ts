import { Command } from 'commander';
import { startProxy } from '../../infra/stack/start-proxy.ts';
import { startStack } from '../../infra/stack/start-stack.ts';
import { openDistributed } from '../distributed/main.ts';
import type { FaultDeps, FaultOptions } from './fault-deps.ts';
import { type Row, runScenario, type Scenario } from './scenario.ts';
import { scenarios } from './scenarios/scenarios.ts';

const seconds = (text: string): number => Number(text) * 1_000;

const tell = ({ failed, ...row }: Row): void => {
  const said = Object.entries(row.apiSaid).map(([part, words]) => `${part}: ${words}`);
  const { fault, acknowledged, lost, doubled, caughtUpMs } = row;
  console.log(
    `${failed.length === 0 ? 'ok  ' : 'FAIL'} ${fault} (${row.seconds} s): ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, caught up in ${(caughtUpMs / 1_000).toFixed(1)} s`,
  );
  for (const line of said) console.log(`       API: ${line}`);
  for (const line of failed) console.log(`       ${line}`);
};

/** A fault that ends in an error of its own is one that was not survived. */
async function runOne(deps: FaultDeps, scenario: Scenario, options: FaultOptions): Promise<object> {
  try {
    const row = await runScenario(deps, scenario, options);
    tell(row);
    return row;
  } catch (error) {
    const failed = [error instanceof Error ? error.message : String(error)];
    console.log(`FAIL ${scenario.name}: ${failed[0]}`);
    return { fault: scenario.name, failed };
  }
}

const program = new Command('faults')
  .description(
    'Makes everything fail that can, on real servers, and counts what came of it; the last line is JSON.',
  )
  .option('--kills <n>', 'SIGKILLs of workers, in all stages in turn', '50')
  .option('--away <seconds>', 'how long a server is away', '5')
  .option('--dead <seconds>', 'how long a network is dead', '60')
  .option('--only <words>', 'faults whose name has these words')
  .action(async (given: { kills: string; away: string; dead: string; only?: string }) => {
    const options = { kills: Number(given.kills), awayMs: seconds(given.away), deadMs: seconds(given.dead) };
    const chosen = scenarios.filter(({ name }) => name.includes(given.only ?? ''));
    const stack = await startStack();
    const rows: object[] = [];
    try {
      const deps: FaultDeps = { stack, open: openDistributed, startProxy };
      for (const scenario of chosen) rows.push(await runOne(deps, scenario, options));
    } finally {
      await stack.stop();
    }
    const failed = rows.filter((row) => (row as Row).failed.length > 0).length;
    console.log(JSON.stringify({ faults: rows.length, failed, ...options, rows }));
    process.exitCode = failed > 0 ? 1 : 0;
  });
await program.parseAsync();
