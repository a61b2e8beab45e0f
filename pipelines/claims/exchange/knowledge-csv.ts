import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import {
  type ApiClaim,
  type ApiFactCheck,
  apiClaimSchema,
  apiFactCheckSchema,
  fromApiClaim,
  fromApiFactCheck,
  toApiClaim,
  toApiFactCheck,
} from '../../../shared/api/claims.ts';
import { kindOf, splitTitle, verdictOf } from '../../ingest/fact-check/rating.ts';
import { csvDelimiter } from '../../ingest/text/csv-delimiter.ts';
import { parseDate } from '../../ingest/text/parse-date.ts';
import { type Knowledge, nothingRead, type ReadKnowledge, UnreadableKnowledge } from './knowledge-file.ts';
import { parseRecord } from './knowledge-json.ts';

type Row = Readonly<Record<string, string>>;

/** Columns in this order; the names stay. `record` is `claim` or `fact_check`. */
const claimColumns = [
  'id',
  'version',
  'text',
  'verdict',
  'kind',
  'informationType',
  'explanation',
  'evidence',
  'firstAppearedAt',
  'firstUrl',
  'sightings',
  'areas',
  'stage',
  'unit',
  'url',
  'checker',
  'checkedAt',
  'approver',
  'approvedAt',
  'reviewAt',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'withdrawnAt',
] as const satisfies readonly (keyof ApiClaim)[];
const checkColumns = [
  'title',
  'rating',
  'sourceId',
  'importedAt',
] as const satisfies readonly (keyof ApiFactCheck)[];
const columns = ['record', ...claimColumns, ...checkColumns];
/** Values that are lists travel as JSON in one cell. */
const asJson = new Set(['evidence', 'sightings', 'areas', 'version']);
/** Texts that may be empty; any other empty cell means that there is none. */
const asText = new Set(['explanation', 'rating']);

/** A spreadsheet must not run a cell as a formula: such a cell starts with an apostrophe, one more where it has some already. */
const guarded = (text: string): string => (/^'*\s*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);
const unguarded = (text: string): string => (/^'+\s*[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text);

const cellOf = (name: string, value: unknown): string =>
  value === null || value === undefined
    ? ''
    : asJson.has(name)
      ? JSON.stringify(value)
      : // An empty rating is not the same as none.
        guarded(value === '' && name === 'rating' ? '""' : String(value));

const toRow = (record: 'claim' | 'fact_check', value: object): string[] =>
  columns.map((name) =>
    name === 'record' ? record : cellOf(name, (value as Record<string, unknown>)[name]),
  );

/** All records as one table with a byte order mark, as Excel wants it. */
export const writeKnowledgeCsv = ({ claims, factChecks }: Knowledge): string =>
  stringify(
    [
      columns,
      ...claims.map((claim) => toRow('claim', toApiClaim(claim))),
      ...factChecks.map((check) => toRow('fact_check', toApiFactCheck(check))),
    ],
    { bom: true },
  );

function fromRow(row: Row): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [name, cell] of Object.entries(row)) {
    if (asJson.has(name)) value[name] = jsonOf(cell);
    else if (cell === '' && name === 'explanation') value[name] = '';
    else if (cell === '""' && asText.has(name)) value[name] = '';
    else value[name] = cell === '' ? null : unguarded(cell);
  }
  return value;
}

function jsonOf(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

/**
 * Reads an export of this program, or anybody's list with a column `text` (also `klaim`, `claim`, `judul`, `title`):
 * rows with a rating or checker become fact-checks, the others statements to check. @throws UnreadableKnowledge
 */
export function readKnowledgeCsv(text: string): ReadKnowledge {
  if (text.trim() === '') throw new UnreadableKnowledge('Berkas kosong.');
  const read = nothingRead();
  for (const [n, row] of rowsOf(text).entries()) {
    const at = `baris ${n + 2}`;
    if (row['record'] === 'claim') {
      const claim = parseRecord(apiClaimSchema, fromRow(row), at, read.refusals);
      if (claim) read.claims.push(fromApiClaim(claim));
    } else if (row['record'] === 'fact_check') {
      const check = parseRecord(apiFactCheckSchema, fromRow(row), at, read.refusals);
      if (check) read.factChecks.push(fromApiFactCheck(check));
    } else readPlainRow(row, at, read);
  }
  return read;
}

function rowsOf(text: string): Row[] {
  try {
    return parse(text, {
      bom: true,
      columns: true,
      delimiter: csvDelimiter(text),
      relax_column_count: true,
      skip_empty_lines: true,
    }) as Row[];
  } catch (error) {
    throw new UnreadableKnowledge(
      `Berkas bukan CSV yang utuh: ${error instanceof Error ? error.message : ''}`,
    );
  }
}

/** The first of these columns that holds something, whatever its case. */
function cell(row: Row, ...names: readonly string[]): string | null {
  for (const [name, value] of Object.entries(row))
    if (names.includes(name.trim().toLowerCase()) && value.trim() !== '') return value.trim();
  return null;
}

/** As the schema of a claim has it; a claim is kept word for word or not at all. */
const longestClaim = 5_000;

function readPlainRow(row: Row, at: string, read: ReadKnowledge): void {
  const stated = cell(row, 'text', 'klaim', 'claim', 'claimreviewed', 'judul', 'title');
  if (stated === null) {
    read.refusals.push({ at, reason: 'Tidak ada kolom "text" (atau klaim, claim, judul) yang berisi.' });
    return;
  }
  const split = splitTitle(stated);
  const rating = cell(row, 'rating', 'verdict', 'vonis', 'penilaian') ?? split.rating;
  const checker = cell(row, 'checker', 'pemeriksa', 'publisher', 'sumber');
  const url = cell(row, 'url', 'link', 'tautan');
  if (rating === null && checker === null) {
    if (stated.length > longestClaim)
      read.refusals.push({
        at,
        reason: `Klaim sepanjang ${stated.length} huruf; paling banyak ${longestClaim}.`,
      });
    else read.drafts.push({ text: stated, firstUrl: url });
    return;
  }
  read.found.push({
    text: split.claim,
    title: cell(row, 'title', 'judul') ?? stated,
    checker: checker ?? '',
    rating,
    verdict: rating === null ? 'belum_diperiksa' : verdictOf(rating),
    kind: kindOf(cell(row, 'kind', 'jenis', 'kategori', 'classification') ?? ''),
    url,
    firstAppearedAt: null,
    checkedAt: parseDate(cell(row, 'date', 'tanggal', 'checkedat') ?? ''),
  });
}
