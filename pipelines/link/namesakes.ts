import areas from '../../shared/areas/areas.json' with { type: 'json' };

/** Bare name of each regency and city that shares it with another one, by code: `malang` of Kota and Kabupaten Malang. */
const sharedNames = new Map<string, string>();
const codesByName = Map.groupBy(
  areas.filter(({ code }) => code.length > 2),
  ({ name }) => name.replace(/^(?:Kabupaten|Kota)(?: Administrasi)? /, '').toLowerCase(),
);
for (const [name, same] of codesByName)
  if (same.length > 1) for (const { code } of same) sharedNames.set(code, name);

/** Does one of these regencies share its bare name with one of those? A text that says "Malang" may mean either. */
export function haveNamesakes(a: Iterable<string>, b: Iterable<string>): boolean {
  const names = new Set<string>();
  for (const code of a) {
    const name = sharedNames.get(code);
    if (name !== undefined) names.add(name);
  }
  if (names.size === 0) return false;
  for (const code of b) if (names.has(sharedNames.get(code) ?? '')) return true;
  return false;
}
