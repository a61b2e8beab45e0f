import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { exchanges } from '../../../pipelines/claims/exchange/exchange.ts';
import {
  allKnowledge,
  type ImportResult,
  importKnowledge,
} from '../../../pipelines/claims/exchange/import-knowledge.ts';
import {
  type ExchangeFormat,
  exchangeFormats,
  UnreadableKnowledge,
} from '../../../pipelines/claims/exchange/knowledge-file.ts';
import { recogniseFormat } from '../../../pipelines/claims/exchange/recognise-format.ts';
import { createKnowledgeBase } from '../../../pipelines/claims/knowledge-base.ts';
import { matchEntries } from '../../../pipelines/flow/match-entries.ts';
import { decodeText } from '../../../pipelines/ingest/text/decode-text.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { CliError } from '../cli-context.ts';

export interface ImportFlags {
  format?: string;
  keepApprovals?: boolean;
  by?: string;
}

/** The format that was asked for; null when none was. */
function formatOf(asked: string | undefined): ExchangeFormat | null {
  if (asked === undefined) return null;
  const format = exchangeFormats.find((one) => one === asked.toLowerCase());
  if (format) return format;
  throw new CliError(`Format "${asked}" tidak dikenal; pilih ${exchangeFormats.join(', ')}.`, 2);
}

/** The format that a file's name says. */
const formatOfName = (file: string | undefined): ExchangeFormat =>
  formatOf(/\.(jsonld|json|csv)$/i.exec(file ?? '')?.[1]) ?? 'json';

/** What was wrong, and what to do. */
function refusal(
  file: string,
  error: UnreadableKnowledge,
  wanted: ExchangeFormat,
  found: ExchangeFormat,
): string {
  const what = `${file} (dibaca sebagai ${wanted}): ${error.message}`;
  if (wanted !== found)
    return `${what} Isinya tampak seperti ${found}; jalankan tanpa --format, atau dengan --format ${found}.`;
  return `${what} Yang dapat dibaca: hasil "saring claims export", ClaimReview (JSON-LD), atau CSV dengan kolom "text".`;
}

async function textOf(file: string): Promise<string> {
  try {
    return decodeText(await readFile(file), { kind: 'xml' }).text;
  } catch (error) {
    throw new CliError(`Berkas ${file} tidak terbaca: ${error instanceof Error ? error.message : ''}`);
  }
}

export type Imported = Omit<ImportResult, 'ids'> & { matched: number; linked: number };

/** Takes a file in, of the format that its content has unless one is asked for, and compares what is new with the items of the last month at once. */
export async function importClaims(
  installation: Installation,
  file: string,
  { format, keepApprovals = false, by = 'administrator' }: ImportFlags,
): Promise<Imported> {
  const { records, clock, index } = installation;
  const asked = formatOf(format);
  const text = await textOf(file);
  const found = recogniseFormat(text);
  const wanted = asked ?? found;
  try {
    const read = exchanges[wanted].read(text);
    const options = { by, at: clock.now(), sourceId: `import:${basename(file)}`, keepApprovals };
    const { ids, ...result } = await importKnowledge(records, read, options);
    const knowledge = createKnowledgeBase(records);
    const { matched, linked } = await matchEntries({ index, records, clock, knowledge }, ids);
    return { ...result, matched, linked: linked.length };
  } catch (error) {
    if (error instanceof UnreadableKnowledge) throw new CliError(refusal(file, error, wanted, found));
    throw error;
  }
}

/** The whole knowledge base as text, or into a file. @returns what to print */
export async function exportClaims(
  { records }: Installation,
  { format, out }: { format?: string; out?: string },
): Promise<string> {
  const text = exchanges[formatOf(format) ?? formatOfName(out)].write(await allKnowledge(records));
  if (out === undefined) return text;
  await writeFile(out, text);
  return `${out} ditulis.\n`;
}

export function formatImported(imported: Imported): string {
  const { added, unchanged, kept, factChecks, refusals, matched, linked } = imported;
  return [
    `${added} klaim ditambahkan, ${unchanged} sudah ada, ${kept.length} berbeda dari yang ada di sini dan dibiarkan.`,
    `${factChecks.added} periksa fakta ditambahkan, ${factChecks.changed} diperbarui, ${factChecks.unchanged} sudah ada.`,
    `${matched} unggahan dan isu dicocokkan, ${linked} tertaut otomatis.`,
    ...refusals.slice(0, 20).map(({ at, reason }) => `Ditolak ${at}: ${reason}`),
    ...(refusals.length > 20 ? [`… dan ${refusals.length - 20} penolakan lain.`] : []),
    '',
  ].join('\n');
}
