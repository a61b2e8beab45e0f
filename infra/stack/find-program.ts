import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Folders below `parent`, highest version number first; none when there is no such folder. */
export function versionsIn(parent: string): string[] {
  try {
    return readdirSync(parent)
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .map((name) => join(parent, name));
  } catch {
    return [];
  }
}

/** The path of a program: on the PATH, else in one of `folders`; null when it is nowhere. */
export function findProgram(name: string, folders: readonly string[] = []): string | null {
  const path = (process.env['PATH'] ?? '').split(delimiter);
  const found = [...path, ...folders].filter(Boolean).find((folder) => isExecutable(join(folder, name)));
  return found ? join(found, name) : null;
}
