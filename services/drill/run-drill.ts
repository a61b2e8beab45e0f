import { setTimeout as wait } from 'node:timers/promises';
import { enqueueDeliveries } from '../../pipelines/deliver/enqueue-deliveries.ts';
import { createRandom } from '../../pipelines/train/random.ts';
import { zoneOf } from '../../shared/areas/units.ts';
import type { Alert } from '../../shared/domain/alert.ts';
import { type Delivery, possibleDoubles } from '../../shared/domain/delivery.ts';
import { recipientSchema } from '../../shared/domain/recipient.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';
import { type FaultySmtp, type SmtpFault, startFaultySmtp } from './faulty-smtp.ts';

export interface DrillOptions {
  alerts: number;
  seed: number;
  /** Kills at the worst moment: the mail is taken, the sender does not know yet. */
  killsBetween: number;
  /** Kills at any moment. */
  killsAnywhere: number;
}

/** A process that sends what the outbox holds and ends when it is empty. */
export interface Victim {
  kill(): void;
  /** True when it ended by itself with the outbox empty. */
  ended: Promise<boolean>;
}

export interface DrillDeps {
  records: Records;
  startVictim(port: number): Victim;
}

export type DrillFigures = Record<string, number | Record<string, number>>;

/** Shares of all tries. Chosen: a bad day, with one try in six going wrong. */
const faultShares: [SmtpFault, number][] = [
  ['refuse', 0.05],
  ['hang', 0.03],
  ['hang_after_data', 0.03],
  ['drop', 0.05],
];

const at = Date.now();

const alertOf = (n: number): Alert => ({
  id: `latihan-${String(n).padStart(6, '0')}`,
  rule: 'quiet_tail',
  issueId: null,
  unit: '35.73',
  at,
  push: true,
  level: n % 3 === 0 ? 'kritis' : 'tinggi',
  observed: 40,
  baseline: 2,
  factor: 20,
  statistic: null,
  sentence: `Latihan pengiriman ${n}: 40 unggahan dalam satu jam.`,
  held: null,
  storyIds: [],
  firstItemId: null,
  platforms: {},
  areas: ['35.73'],
  bucketMinutes: 60,
  counts: [],
  falseAlarm: false,
});

async function fillOutbox(records: Records, count: number): Promise<void> {
  await records.recipients.put(
    recipientSchema.parse({
      id: 'humas',
      name: 'Petugas Humas',
      unit: '35.73',
      units: ['35.73'],
      contacts: [{ channel: 'email', address: 'humas@kota.example' }],
    }),
  );
  for (let first = 0; first < count; first += 100) {
    const alerts = Array.from({ length: Math.min(100, count - first) }, (_, n) => alertOf(first + n));
    await records.transaction(async (inner) => {
      await inner.alerts.put(alerts);
      await enqueueDeliveries(inner, alerts, { now: at, zoneOf });
    });
  }
}

async function allDeliveries(records: Records, count: number): Promise<Delivery[]> {
  const lists = await Promise.all(
    Array.from({ length: count }, (_, n) =>
      records.deliveries.list({ scope: nationalScope, alertId: alertOf(n).id, limit: 10 }),
    ),
  );
  return lists.flat();
}

/**
 * Sends alerts by e-mail through a server that refuses, hangs and drops, while the sending process is killed again and
 * again, and counts at the server what arrived how often.
 */
export async function runDrill(options: DrillOptions, deps: DrillDeps): Promise<DrillFigures> {
  const { alerts, seed, killsBetween, killsAnywhere } = options;
  const random = createRandom(seed);
  const started = Date.now();
  const draw = (): SmtpFault => {
    let rest = random();
    for (const [fault, share] of faultShares) {
      rest -= share;
      if (rest < 0) return fault;
    }
    return 'none';
  };
  let victim: Victim | null = null;
  const placed = new Set(
    Array.from({ length: killsBetween }, (_, n) => Math.round(((n + 0.5) * alerts) / killsBetween)),
  );
  const kills = { between: 0, anywhere: 0 };
  const smtp = await startFaultySmtp({
    draw,
    accepted(_messageId, total) {
      if (!placed.has(total)) return;
      kills.between += 1;
      victim?.kill();
    },
  });
  await fillOutbox(deps.records, alerts);
  for (;;) {
    victim = deps.startVictim(smtp.port);
    const disturbed = kills.anywhere < killsAnywhere ? disturb(victim, smtp, random, kills) : null;
    const done = await victim.ended;
    await disturbed;
    if (done) break;
  }
  await smtp.stop();
  return {
    ...figuresOf(await allDeliveries(deps.records, alerts), smtp),
    alerts,
    ...killFigures(kills),
    seconds: Math.round((Date.now() - started) / 100) / 10,
  };
}

const killFigures = ({ between, anywhere }: { between: number; anywhere: number }) => ({
  killedBetweenSendAndRecord: between,
  killedAnywhere: anywhere,
});

/** Closes the server for a moment, then kills the sender at an arbitrary one. */
async function disturb(
  victim: Victim,
  smtp: FaultySmtp,
  random: () => number,
  kills: { anywhere: number },
): Promise<void> {
  let over = false;
  void victim.ended.then(() => {
    over = true;
  });
  await wait(1_000 + random() * 1_000);
  if (over) return;
  await smtp.shut(true);
  await wait(300);
  await smtp.shut(false);
  await wait(500 + random() * 1_500);
  if (over) return;
  kills.anywhere += 1;
  victim.kill();
}

function figuresOf(deliveries: readonly Delivery[], { arrivals, faults }: FaultySmtp): DrillFigures {
  const arrivedOf = ({ id }: Delivery): number =>
    [...arrivals].find(([messageId]) => messageId.startsWith(`<${id}@`))?.[1] ?? 0;
  const counts = deliveries.map((delivery) => ({ delivery, times: arrivedOf(delivery) }));
  const doubled = counts.filter(({ times }) => times > 1);
  return {
    arrived: counts.filter(({ times }) => times > 0).length,
    lost: counts.filter(({ times }) => times === 0).length,
    doubled: doubled.length,
    doubledShare: Math.round((doubled.length / Math.max(1, counts.length)) * 1e5) / 1e5,
    doublesOnRecord: doubled.filter(({ delivery, times }) => possibleDoubles(delivery) >= times - 1).length,
    possibleDoublesOnRecord: deliveries.filter((delivery) => possibleDoubles(delivery) > 0).length,
    receiptsSent: deliveries.filter((delivery) => delivery.state === 'sent').length,
    tries: deliveries.reduce((sum, delivery) => sum + delivery.attempts.length, 0),
    faults: { ...faults },
  };
}
