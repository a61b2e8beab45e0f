import type { estypes } from '@elastic/elasticsearch';

type Properties = Record<string, estypes.MappingProperty>;
type Parameters = Record<string, unknown>;

/** What changes how a field is found, whether or not we said it; other parameters a server may show by itself. */
const telling = [
  'type',
  'index',
  'doc_values',
  'enabled',
  'analyzer',
  'search_analyzer',
  'normalizer',
  'fields',
];

/** Fields that are missing, extra, or mapped otherwise than this program maps them. */
export function mappingDifferences(wanted: Properties, found: Properties): string[] {
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  return [...names].filter((name) => !isAlike(wanted[name], found[name])).sort();
}

function isAlike(wanted?: estypes.MappingProperty, found?: estypes.MappingProperty): boolean {
  if (!wanted || !found) return false;
  const [own, theirs] = [wanted as Parameters, found as Parameters];
  return [...new Set([...Object.keys(own), ...telling])].every((key) => {
    if (key === 'fields')
      return (
        mappingDifferences((own[key] ?? {}) as Properties, (theirs[key] ?? {}) as Properties).length === 0
      );
    return JSON.stringify(asList(key, own[key])) === JSON.stringify(asList(key, theirs[key]));
  });
}

/** The server shows a single target of a copy as a list. */
const asList = (key: string, value: unknown): unknown =>
  key === 'copy_to' && typeof value === 'string' ? [value] : value;
