import { dayMs, hourMs, type Instant } from '../../shared/domain/instant.ts';
import type { Unit } from '../../shared/domain/unit.ts';

export type Zone = Unit['zone'];

/** Indonesia's zones have kept these offsets since 1988 and know no summer time. */
const offsetHours: Record<Zone, number> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 };
const zoneNames: Record<Zone, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};
const dayNames = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];

export const offsetMs = (zone: Zone): number => offsetHours[zone] * hourMs;

/** Midnight of a local calendar day `YYYY-MM-DD`. */
export const startOfDay = (day: string, zone: Zone): Instant =>
  Date.parse(`${day}T00:00:00Z`) - offsetMs(zone);

export interface LocalMoment {
  /** `YYYY-MM-DD` */
  day: string;
  /** 0 is Sunday. */
  weekday: number;
  hour: number;
  minute: number;
  /** Local midnight as an instant. */
  midnight: Instant;
}

export function localMoment(at: Instant, zone: Zone): LocalMoment {
  const date = new Date(at + offsetMs(zone));
  const midnight = Math.floor((at + offsetMs(zone)) / dayMs) * dayMs - offsetMs(zone);
  const day = date.toISOString().slice(0, 10);
  return { day, weekday: date.getUTCDay(), hour: date.getUTCHours(), minute: date.getUTCMinutes(), midnight };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `Rabu, 14 Feb 2024 09.05 WIT` */
export function sayMoment(at: Instant, zone: Zone): string {
  const { day, weekday, hour, minute } = localMoment(at, zone);
  const [year, month, date] = day.split('-').map(Number);
  const name = `${dayNames[weekday]}, ${date} ${monthNames[month! - 1]} ${year}`;
  return `${name} ${two(hour)}.${two(minute)} ${zoneNames[zone]}`;
}
