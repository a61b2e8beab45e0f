import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of a second, as Linux tells times of processes on every platform Node runs on. */
const ticksPerSecond = 100;

interface ProcessTimes {
  parent: number;
  /** Of its own and of children that have ended. */
  seconds: number;
}

function timesOf(pid: number): ProcessTimes | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold spaces; numbers begin after it with field 3.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
    return { parent: fields[1] ?? 0, seconds: (user + system + childUser + childSystem) / ticksPerSecond };
  } catch {
    return null;
  }
}

/** Processor time of a process and its direct children so far; 0 where the system does not tell. */
export function cpuSecondsOf(pid: number): number {
  let sum = timesOf(pid)?.seconds ?? 0;
  try {
    for (const name of readdirSync('/proc')) {
      const times = /^\d+$/.test(name) ? timesOf(Number(name)) : null;
      if (times?.parent === pid) sum += times.seconds;
    }
  } catch {
    // no /proc here
  }
  return sum;
}
