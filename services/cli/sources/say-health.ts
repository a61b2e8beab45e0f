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

/** Text in a column of this width. */
export const cell = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
