import { BadSetting } from '../../shared/config/load-config.ts';
import { CliError } from './cli-context.ts';

const fileFaults: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of this path is a file, not a folder',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'this may not be read or written by you',
  ENOSPC: 'the disk is full',
};

/** SQLite's primary result codes that the user can mend. */
const storeFaults: Readonly<Record<number, string>> = {
  8: 'the data folder may not be written by you, or its disk is mounted read-only; see to its rights (saring doctor names it) and run this again',
  10: 'the disk of the data folder failed to read or write; run saring doctor',
  13: 'the disk of the data folder is full; make room and run this again, what was written so far stays',
};

/** One line for what the user can mend; the stack only when it is asked for. */
export function explain(error: unknown, hasTrace: boolean): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '', path } = error as NodeJS.ErrnoException;
  const fault = hasTrace ? undefined : fileFaults[code];
  if (fault !== undefined && (path !== undefined || code === 'ENOSPC'))
    return path === undefined ? fault : `${path}: ${fault}`;
  const stored = storeFaults[primaryCode(error)];
  if (stored !== undefined && !hasTrace) return stored;
  const isPlain = error instanceof CliError || error instanceof BadSetting;
  return isPlain || !hasTrace ? error.message : (error.stack ?? error.message);
}

/** Extended codes hold the primary one in their lowest byte. */
const primaryCode = (error: Error): number =>
  'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 255 : 0;
