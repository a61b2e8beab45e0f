import { useEffect, useState } from 'preact/hooks';
import { sessionNow } from '../api/session.ts';
import { languageStore } from '../stores/preferences.ts';
import { unitOf } from '../stores/units.ts';
import { say as sayNow, useTexts } from '../texts/catalogue.ts';
import { common } from '../texts/common.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The present, told anew each `everyMs`; pages that count down are drawn with it. */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** The time zone of the unit in which the reader works. */
export const zoneNow = (): string => unitOf(sessionNow()?.unit ?? 'RI')?.zone ?? 'Asia/Jakarta';

const zoneWords: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept: making one costs more than using it a thousand times, and a queue shows two in each row. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

const locale = (): string => (languageStore.get() === 'id' ? 'id-ID' : 'en-GB');
const dayParts = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** Day and time as the unit's clock shows them, e.g. `22 Nov 2026 14.05 WIB`. */
export function sayMoment(at: string | number, zone = zoneNow()): string {
  const options = { ...dayParts, hour: '2-digit', minute: '2-digit', timeZone: zone } as const;
  const text = dateFormat(locale(), options).format(new Date(at));
  return `${text} ${zoneWords[zone] ?? ''}`.trim();
}

/** A day of the calendar, e.g. `14 Feb 2024`. */
export const sayDay = (day: string): string =>
  dateFormat(locale(), { ...dayParts, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));

export function saySpan(ms: number): string {
  const minutes = Math.round(ms / minute);
  if (minutes < 60) return sayNow(common, 'minutes', { n: minutes });
  if (minutes < 48 * 60)
    return sayNow(common, 'hoursMinutes', { h: Math.floor(minutes / 60), m: minutes % 60 });
  return sayNow(common, 'days', { n: Math.round(ms / day) });
}

function sayAgo(ms: number): string {
  if (ms < minute) return sayNow(common, 'now');
  if (ms < hour) return sayNow(common, 'minutesAgo', { n: Math.floor(ms / minute) });
  if (ms < 2 * day) return sayNow(common, 'hoursAgo', { n: Math.floor(ms / hour) });
  return sayNow(common, 'daysAgo', { n: Math.floor(ms / day) });
}

/** "3 jam lalu", with the exact moment for who asks. */
export function Ago({ at }: { at: string | number }) {
  useTexts(common);
  const now = useNow(60_000);
  return (
    <time dateTime={new Date(at).toISOString()} title={sayMoment(at)}>
      {sayAgo(now - new Date(at).getTime())}
    </time>
  );
}

export function Moment({ at }: { at: string | number }) {
  useTexts(common);
  return <time dateTime={new Date(at).toISOString()}>{sayMoment(at)}</time>;
}
