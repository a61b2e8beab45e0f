import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { type EvidenceRecord, evidenceRecordSchema } from '../../shared/domain/evidence.ts';
import { toRfc3339 } from '../../shared/domain/instant.ts';
import { AlteredEvidence, type EvidenceStore } from '../../shared/ports/evidence-store.ts';
import type { Records } from '../../shared/ports/records.ts';

export interface EvidenceFinding {
  kind: 'altered' | 'missing';
  hash: string;
  /** The item it belongs to and its name there; null for stored bytes that no record names. */
  itemId: string | null;
  name: string | null;
}

export interface EvidenceCheck {
  /** Records and stored files that were looked at. */
  records: number;
  files: number;
  findings: EvidenceFinding[];
}

/** Records read at once; each names four files. */
const pageSize = 500;

/** Finds every stored file that no longer fits its hash, and every one that a record names and that is gone. */
export async function verifyEvidence(
  store: EvidenceStore,
  { evidence }: Pick<Records, 'evidence'>,
): Promise<EvidenceCheck> {
  const { checked, altered } = await store.verify();
  const bad = new Set(altered);
  const named = new Set<string>();
  const findings: EvidenceFinding[] = [];
  let records = 0;
  let after: string | undefined;
  for (;;) {
    const page = await evidence.list({ limit: pageSize, ...(after === undefined ? {} : { after }) });
    for (const { itemId, parts } of page)
      for (const { hash, name } of parts) {
        const seen = named.has(hash);
        named.add(hash);
        if (bad.has(hash)) findings.push({ kind: 'altered', hash, itemId, name });
        else if (!seen && (await isMissing(store, hash)))
          findings.push({ kind: 'missing', hash, itemId, name });
      }
    records += page.length;
    if (page.length < pageSize) break;
    after = page.at(-1)!.id;
  }
  for (const hash of altered)
    if (!named.has(hash)) findings.push({ kind: 'altered', hash, itemId: null, name: null });
  return { records, files: checked, findings };
}

async function isMissing(store: EvidenceStore, hash: string): Promise<boolean> {
  try {
    return (await store.get(hash)) === null;
  } catch (error) {
    if (error instanceof AlteredEvidence) return false;
    throw error;
  }
}

const folderOf = ({ version, at, fetchedAt }: EvidenceRecord): string =>
  `v${version}-${toRfc3339(at).replace(/[:.]/g, '')}${fetchedAt === null ? '' : '-page'}`;

/**
 * Everything kept of one item as a ZIP: one folder a keeping, `manifest.json` with times and reasons, and `SHA256SUMS`
 * that `sha256sum -c` checks. The same evidence gives the same bytes. A file that is altered or gone is left out and
 * named in the manifest.
 */
export async function bundleEvidence(
  itemId: string,
  records: readonly EvidenceRecord[],
  store: EvidenceStore,
): Promise<{ zip: Uint8Array; missing: string[] }> {
  const files: Record<string, Uint8Array> = {};
  const sums: string[] = [];
  const missing: string[] = [];
  for (const record of records)
    for (const { name, hash } of record.parts) {
      const path = `${folderOf(record)}/${name}`;
      const bytes = await store.get(hash).catch((error: unknown) => {
        if (error instanceof AlteredEvidence) return null;
        throw error;
      });
      if (bytes === null) missing.push(path);
      else {
        files[path] = bytes;
        sums.push(`${hash}  ${path}`);
      }
    }
  const manifest = {
    item: itemId,
    kept: records.map((record) => {
      const { at, fetchedAt, ...rest } = evidenceRecordSchema.parse(record);
      return {
        ...rest,
        folder: folderOf(record),
        at: toRfc3339(at),
        fetchedAt: fetchedAt === null ? null : toRfc3339(fetchedAt),
      };
    }),
    missing,
  };
  const manifestBytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  files['manifest.json'] = manifestBytes;
  sums.push(`${createHash('sha256').update(manifestBytes).digest('hex')}  manifest.json`);
  files['SHA256SUMS'] = new TextEncoder().encode(`${sums.join('\n')}\n`);
  // The time of a ZIP entry is when it was kept, not when somebody asked; ZIP knows no year before 1980.
  const mtime = new Date(Math.max(Date.UTC(1980, 0, 2), ...records.map(({ at }) => at)));
  return { zip: zipSync(files, { level: 6, mtime }), missing };
}
