import { readFileSync } from 'node:fs';
import {
  environmentName,
  type SettingName,
  type Settings,
  secretNames,
  settingNames,
  settingsSchema,
} from './settings.ts';

/** A setting that is unknown or does not fit; the message names it and says what is expected. */
export class BadSetting extends Error {
  override name = 'BadSetting';
}

/** One line, its end cut off; what is in it never goes into a message. */
function readSecret(key: string, path: string, readFile: (path: string) => string): string {
  try {
    return readFile(path).trim();
  } catch {
    throw new BadSetting(`${key} names a file that cannot be read: ${path}`);
  }
}

/** The setting of each distance that was meant, if one is near enough. */
function nearest(name: string, known: readonly string[]): string | null {
  const [best] = known
    .map((one) => ({ one, distance: editDistance(name, one) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance <= 3 ? best.one : null;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

/**
 * Settings from the environment, over them what the command line said. Unknown `SARING_…` names are refused, since
 * a misspelt setting would silently be none. A secret may lie in a file that `SARING_…_FILE` names.
 * @throws BadSetting with one clear line
 */
export function loadConfig(
  environment: Readonly<Record<string, string | undefined>>,
  overrides: Partial<Record<SettingName, unknown>> = {},
  readFile: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): Settings {
  const byName = new Map(settingNames.map((name) => [environmentName(name), name]));
  const bySecretFile = new Map(secretNames.map((name) => [`${environmentName(name)}_FILE`, name]));
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(environment)) {
    if (!key.startsWith('SARING_') || value === undefined || value === '') continue;
    const name = byName.get(key);
    const secret = bySecretFile.get(key);
    if (secret) {
      values[secret] = readSecret(key, value, readFile);
      continue;
    }
    if (!name) {
      const meant = nearest(key, [...byName.keys()]);
      throw new BadSetting(`${key} is no setting of this program${meant ? `; did you mean ${meant}?` : ''}`);
    }
    values[name] = value;
  }
  for (const [name, value] of Object.entries(overrides)) if (value !== undefined) values[name] = value;
  const parsed = settingsSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? '');
  throw new BadSetting(
    `${environmentName(name as SettingName)} does not fit: ${issue?.message ?? 'invalid value'}`,
  );
}
