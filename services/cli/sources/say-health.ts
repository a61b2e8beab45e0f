import type { Spent } from '../../../shared/api/sources.ts';
import type { SourceState } from '../../../shared/domain/source.ts';

const states: Record<SourceState, string> = {
  well: 'baik',
  silent: 'diam',
  flooding: 'membanjir',
  failing: 'gagal',
  blocked: 'ditolak situs',
  off: 'mati',
};

export const sayState = (state: SourceState): string => states[state];

/** e.g. `5 mnt`, `3 jam`, `12 hr`. */
export function sayAge(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 90) return `${minutes} mnt`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} jam` : `${Math.round(hours / 24)} hr`;
}

/** e.g. ` (terpakai $0,35 dari $5,00 pada 2024-02)`; nothing where nothing is counted. */
export function saySpent(spent: Spent | null): string {
  if (spent === null) return '';
  const { used, limit, unit, period } = spent;
  const digits = unit === 'USD' ? 2 : 0;
  const number = new Intl.NumberFormat('id-ID', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const say = (amount: number): string =>
    unit === 'USD' ? `$${number.format(amount)}` : `${number.format(amount)} unit`;
  return ` (terpakai ${say(used)} dari ${say(limit)} pada ${period})`;
}

/** Text in a column of this width. */
export const cell = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
