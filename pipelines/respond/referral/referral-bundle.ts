import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import { zipSync } from 'fflate';
import { unitOfCode } from '../../../shared/areas/unit-of-code.ts';
import type { Claim } from '../../../shared/domain/claim.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { LabelledItem } from '../../../shared/domain/labelled-item.ts';
import type { AnswerFiles } from '../../../shared/ports/answer-files.ts';
import type { EvidenceStore } from '../../../shared/ports/evidence-store.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { bundleEvidence } from '../../flow/evidence-bundle.ts';
import { legalNote, referralLetter } from './referral-letter.ts';
import { type BundleInput, timelineOf } from './referral-timeline.ts';

/** Formulas that a spreadsheet would run are written as text. */
const csv = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\ufeff${stringify([columns, ...rows] as string[][], { escape_formulas: true })}`;

const itemTable = (items: readonly LabelledItem[]): string =>
  csv(
    ['id', 'alamat', 'platform', 'terbit', 'dikumpulkan', 'penulis', 'awal teks', 'sha256 teks'],
    items.map((item) => [
      item.id,
      item.url ?? '',
      item.platform,
      toRfc3339(item.publishedAt),
      toRfc3339(item.collectedAt),
      item.author ?? '',
      `${item.title ?? ''} ${item.text}`.trim().slice(0, 300),
      sha256(new TextEncoder().encode(item.text)),
    ]),
  );

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Everything a receiver needs, as a ZIP: the letter, the items with the hashes of their texts, what was kept of each, the
 * time-line, the claim with its sources, the legal note, and `SHA256SUMS` over all of it.
 */
export async function bundleReferral(
  input: BundleInput,
  {
    evidence,
    store,
    files,
  }: { evidence: Records['evidence']; store: EvidenceStore | null; files: AnswerFiles },
): Promise<Uint8Array> {
  const { claim, items, referral } = input;
  const folder: Record<string, Uint8Array> = {};
  const missing: string[] = [];
  folder['surat-rujukan.docx'] = await files.docx(referralLetter(input));
  folder['daftar-konten.csv'] = bytesOf(itemTable(items));
  folder['garis-waktu.csv'] = bytesOf(
    csv(
      ['waktu (UTC)', 'peristiwa', 'alamat'],
      timelineOf(input).map(({ at, what, where }) => [toRfc3339(at), what, where]),
    ),
  );
  folder['klaim.json'] = bytesOf(`${JSON.stringify(briefOf(claim), null, 2)}\n`);
  folder['catatan-hukum.txt'] = bytesOf(`${legalNote(referral.to).join('\n\n')}\n`);
  const kept = Map.groupBy(await evidence.of(items.map(({ id }) => id)), ({ itemId }) => itemId);
  for (const { id } of items) {
    const records = kept.get(id) ?? [];
    if (records.length === 0 || store === null) {
      missing.push(`${id}: tidak ada bukti tersimpan; lihat alamatnya pada daftar-konten.csv`);
      continue;
    }
    const bundle = await bundleEvidence(id, records, store);
    folder[`bukti/${id}.zip`] = bundle.zip;
    missing.push(...bundle.missing.map((path) => `${id}/${path}: berubah atau hilang`));
  }
  if (missing.length > 0) folder['bukti/tidak-lengkap.txt'] = bytesOf(`${missing.join('\n')}\n`);
  const sums = Object.entries(folder).map(([path, bytes]) => `${sha256(bytes)}  ${path}`);
  folder['SHA256SUMS'] = bytesOf(`${sums.join('\n')}\n`);
  return zipSync(folder, { level: 6, mtime: new Date(referral.updatedAt) });
}

const briefOf = ({
  id,
  version,
  text,
  verdict,
  kind,
  explanation,
  evidence,
  checkedAt,
  approvedAt,
  unit,
}: Claim) => ({
  id,
  version,
  text,
  verdict,
  kind,
  explanation,
  evidence,
  checkedAt: checkedAt === null ? null : toRfc3339(checkedAt),
  approvedAt: approvedAt === null ? null : toRfc3339(approvedAt),
  unit: unitOfCode(unit).name,
});
