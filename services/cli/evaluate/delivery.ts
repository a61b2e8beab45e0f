import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Evaluation } from './evaluation.ts';

interface DeliveryFlags {
  alerts?: string;
  between?: string;
  anywhere?: string;
  seed?: string;
}

/** The rehearsal is a service of its own, since it kills its own processes. */
const drill = join(import.meta.dirname, '..', '..', 'drill', 'main.ts');

/** @throws Error with what the rehearsal printed, when it fails */
function runDrill(flags: DeliveryFlags): Promise<Record<string, unknown>> {
  const options = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(process.execPath, [drill, 'run', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (part: Buffer) => {
    output += part.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const last = output.trim().split('\n').at(-1) ?? '';
      if (code === 0) resolve(JSON.parse(last));
      else reject(new Error(`the rehearsal ended with code ${code}: ${last}`));
    });
  });
}

/** Alerts by e-mail through a server that refuses, hangs and drops, from a process that is killed: lost and doubled. */
export const deliveryEvaluation: Evaluation<DeliveryFlags> = {
  name: 'delivery',
  summary: 'alerts that arrive, are lost or doubled under faults of the mail server and killed processes',
  options: [
    ['--alerts <n>', 'alerts to deliver (1000)'],
    ['--between <n>', 'kills between send and record (2)'],
    ['--anywhere <n>', 'kills at any moment (6)'],
    ['--seed <n>', 'start of the random stream (1)'],
  ],
  run: runDrill,
};
