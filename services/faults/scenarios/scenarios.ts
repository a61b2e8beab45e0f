import type { Scenario } from '../scenario.ts';
import { killWorkers } from './kill-workers.ts';
import { noRoom } from './no-room.ts';
import { serversAway } from './servers-away.ts';
import { twoOfEach } from './two-of-each.ts';
import { wrongClock } from './wrong-clock.ts';

/** Every fault there is, the longest last. */
export const scenarios: readonly Scenario[] = [
  ...noRoom,
  ...twoOfEach,
  ...wrongClock,
  ...serversAway,
  killWorkers,
];
