import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import program from '../../package.json' with { type: 'json' };

const root = new URL('../../', import.meta.url);
const notice = readFileSync(new URL('NOTICE', root), 'utf8');
/** `MIT: a, b, c.`, over any number of lines. */
const lists = notice.split(/^(?=(?:[A-Z][A-Za-z0-9.-]*)(?: OR [A-Za-z0-9.-]+)?: [@a-z])/m).slice(1);
const named = new Map(
  lists
    .map((list) => list.split('\n\n')[0]!)
    .flatMap((list) => {
      const [licence = '', packages = ''] = list.split(/: (.*)/s);
      return packages
        .trim()
        .slice(0, -1)
        .split(/,\s+/)
        .map((name) => [name, licence] as const);
    }),
);

describe('NOTICE', () => {
  it.each(Object.keys({ ...program.dependencies, ...program.devDependencies }))(
    'names %s with the licence that its package states',
    (name) => {
      const { license } = JSON.parse(
        readFileSync(new URL(`node_modules/${name}/package.json`, root), 'utf8'),
      ) as { license: string };
      expect(named.get(name)).toBe(license);
    },
  );

  it('names nothing that is no dependency', () => {
    const all = Object.keys({ ...program.dependencies, ...program.devDependencies });
    expect([...named.keys()].filter((name) => !all.includes(name))).toEqual([]);
  });
});
