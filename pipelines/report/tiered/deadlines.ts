import { hashId } from '../../../shared/domain/ids.ts';
import { dayMs, type Instant } from '../../../shared/domain/instant.ts';
import { type TieredPeriod, tieredKey } from '../../../shared/domain/tiered-report.ts';
import { nationalScope, type Unit } from '../../../shared/domain/unit.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Records } from '../../../shared/ports/records.ts';
import type { ElectionCalendar } from '../../watch/calendar.ts';
import { startOfDay } from '../../watch/local-time.ts';
import { readTieredSettings } from './remind-of-reports.ts';
import { dueAt } from './settings.ts';
import { endedPeriod, nextPeriodOf, sayPeriod } from './tiered-bounds.ts';

/** A moment by which something is to be done. */
export interface Deadline {
  /** The same for the same deadline, so that a calendar moves it and does not double it. */
  id: string;
  title: string;
  detail: string;
  at: Instant;
  /** A path of the API. */
  url: string;
}

const steps = [
  ['draft', 'disampaikan ke ketua'],
  ['chair_review', 'disetujui ketua'],
  ['province_review', 'diperiksa KPU provinsi'],
  ['national_review', 'diperiksa KPU RI'],
] as const;

/** Steps that a unit of this tier has. */
const stepsOf = ({ tier }: Unit) =>
  steps.filter(
    ([state]) =>
      tier === 'regency' ||
      (tier === 'province' && state !== 'province_review') ||
      state === 'draft' ||
      state === 'chair_review',
  );

/** Quarters ahead whose deadlines are shown. */
const quartersAhead = 4;

async function reportDeadlines(
  { records, clock }: { records: Pick<Records, 'state' | 'tiered'>; clock: Clock },
  unit: Unit,
): Promise<Deadline[]> {
  const settings = await readTieredSettings(records);
  const periods: TieredPeriod[] = [endedPeriod(clock.now(), unit.zone, true)];
  periods.push(nextPeriodOf(periods[0]!));
  let quarter = endedPeriod(clock.now(), unit.zone);
  for (let n = 0; n <= quartersAhead; n++) {
    periods.push(quarter);
    quarter = nextPeriodOf(quarter);
  }
  const own = await records.tiered.list({
    scope: nationalScope,
    unit: unit.code,
    periods: periods.map(tieredKey),
  });
  const accepted = new Set(
    own.filter(({ state }) => state === 'accepted').map(({ period }) => tieredKey(period)),
  );
  return periods
    .filter((period) => !accepted.has(tieredKey(period)))
    .flatMap((period) =>
      stepsOf(unit).map(([state, words]) => ({
        id: hashId(`deadline ${unit.code} ${tieredKey(period)} ${state}`),
        title: `Laporan ${sayPeriod(period)} ${words}`,
        detail: `${unit.name}: laporan ${sayPeriod(period)} paling lambat ${words}.`,
        at: dueAt(settings, period, state, unit.zone)!,
        url: `/v1/tiered-reports?period=${tieredKey(period)}&unit=${unit.code}`,
      })),
    );
}

/** Voting days and plenaries that lie ahead or just behind: what all other dates turn on. */
function electionDeadlines(calendar: ElectionCalendar, now: Instant): Deadline[] {
  return calendar.elections.flatMap(({ id, name, votingDay, plenaryDay }) =>
    (
      [
        ['Hari pemungutan suara', votingDay],
        ['Batas rekapitulasi', plenaryDay],
      ] as const
    ).flatMap(([words, day]) => {
      if (day === null) return [];
      const at = startOfDay(day, 'Asia/Jakarta') + dayMs;
      if (at < now - 90 * dayMs) return [];
      return [
        {
          id: hashId(`election ${id} ${words}`),
          title: `${words}: ${name}`,
          detail: name,
          at,
          url: '/v1/status',
        },
      ];
    }),
  );
}

/** What is due for a unit, in order of time: its reports of this and the next quarters, and the election's days. */
export async function deadlinesOf(
  ports: { records: Pick<Records, 'state' | 'tiered'>; clock: Clock },
  unit: Unit,
  calendar: ElectionCalendar,
): Promise<Deadline[]> {
  return [
    ...(await reportDeadlines(ports, unit)),
    ...electionDeadlines(calendar, ports.clock.now()),
  ].toSorted((a, b) => a.at - b.at);
}
