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

type ReadFile = (path: string) => string;
type Environment = Readonly<Record<string, string | undefined>>;

const unknown = (key: string, known: readonly string[]): BadSetting => {
  const meant = nearest(key, known);
  return new BadSetting(`${key} is no setting of this program${meant ? `; did you mean ${meant}?` : ''}`);
};

/** Names the file of settings itself, so that it is no setting of that file. */
const fileVariable = 'SARING_CONFIG';

const byVariable = new Map(settingNames.map((name) => [environmentName(name), name]));
const bySecretVariable = new Map(secretNames.map((name) => [`${environmentName(name)}_FILE`, name]));
const bySecretKey = new Map(secretNames.map((name) => [`${name}File`, name]));

function fromEnvironment(environment: Environment, readFile: ReadFile): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(environment)) {
    if (!key.startsWith('SARING_') || key === fileVariable || value === undefined || value === '') continue;
    const [name, secret] = [byVariable.get(key), bySecretVariable.get(key)];
    if (!name && !secret)
      throw unknown(key, [...byVariable.keys(), ...bySecretVariable.keys(), fileVariable]);
    if (secret) values[secret] = readSecret(key, value, readFile);
    else if (name) values[name] = value;
  }
  return values;
}

/** A JSON object of settings by their names in this program (`dataDir`), secrets also as `tokenFile`. */
function fromFile(path: string, readFile: ReadFile): Record<string, unknown> {
  let content: unknown;
  try {
    content = JSON.parse(readFile(path));
  } catch (error) {
    const isJson = error instanceof SyntaxError;
    throw new BadSetting(
      `${fileVariable} names a file that ${isJson ? 'is no JSON' : 'cannot be read'}: ${path}`,
    );
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new BadSetting(`${path} has to hold one JSON object of settings`);
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(content)) {
    const secret = bySecretKey.get(key);
    if (secret) values[secret] = readSecret(`${path}: ${key}`, String(value), readFile);
    else if ((settingNames as readonly string[]).includes(key)) values[key] = value;
    else throw new BadSetting(`${path}: ${unknown(key, [...settingNames, ...bySecretKey.keys()]).message}`);
  }
  return values;
}

const authorities = ['redisCa', 'databaseCa', 'elasticsearchCa'] as const satisfies SettingName[];

/** A file of authorities that is none would be found only by whatever connects first, which cannot name the setting. */
function checkAuthorities(settings: Settings, readFile: ReadFile): void {
  for (const name of authorities) {
    const path = settings[name];
    if (path === undefined) continue;
    const content = readSecret(environmentName(name), path, readFile);
    if (!content.includes('-----BEGIN CERTIFICATE-----'))
      throw new BadSetting(`${environmentName(name)} names a file that holds no certificate (PEM): ${path}`);
  }
}

/**
 * Settings from the file that `SARING_CONFIG` names, over them the environment, over both what the command line said.
 * Unknown names are refused in all three, since a misspelt setting would silently be none. A secret may lie in a file
 * of its own that `SARING_…_FILE` names.
 * @throws BadSetting with one clear line
 */
export function loadConfig(
  environment: Environment,
  overrides: Partial<Record<SettingName, unknown>> = {},
  readFile: ReadFile = (path) => readFileSync(path, 'utf8'),
): Settings {
  const path = environment[fileVariable];
  const said = Object.entries(overrides).filter(([, value]) => value !== undefined);
  const parsed = settingsSchema.safeParse({
    ...(path ? fromFile(path, readFile) : {}),
    ...fromEnvironment(environment, readFile),
    ...Object.fromEntries(said),
  });
  if (parsed.success) {
    checkAuthorities(parsed.data, readFile);
    return parsed.data;
  }
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? '');
  throw new BadSetting(
    `${environmentName(name as SettingName)} does not fit: ${issue?.message ?? 'invalid value'}`,
  );
}
