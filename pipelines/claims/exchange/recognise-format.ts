import type { ExchangeFormat } from './knowledge-file.ts';

/** Characters looked at: a ClaimReview names its kind among its first fields, an export its lists. */
const lead = 20_000;

/**
 * What a file is by its content, whatever its name says: ClaimReview (JSON-LD), an export of this program (JSON), else a
 * table (CSV). JSON that is neither counts as JSON, whose reader says what is missing.
 */
export function recogniseFormat(text: string): ExchangeFormat {
  const head = text
    .slice(0, lead)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (!/^[[{]/.test(head)) return 'csv';
  if (/"format"\s*:\s*"saring-knowledge"/.test(head)) return 'json';
  return /"@(?:type|graph|context)"\s*:/.test(head) ? 'jsonld' : 'json';
}
