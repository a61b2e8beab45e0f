import {
  environmentName,
  type SettingName,
  type Settings,
  settingNames,
  settingsSchema,
} from './settings.ts';

/** A setting that is unknown or does not fit; the message names it and says what is expected. */
export class BadSetting extends Error {
  override name = 'BadSetting';
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
 * a misspelt setting would silently be none.
 * @throws BadSetting with one clear line
 */
export function loadConfig(
  environment: Readonly<Record<string, string | undefined>>,
  overrides: Partial<Record<SettingName, unknown>> = {},
): Settings {
  const byName = new Map(settingNames.map((name) => [environmentName(name), name]));
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(environment)) {
    if (!key.startsWith('SARING_') || value === undefined || value === '') continue;
    const name = byName.get(key);
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
