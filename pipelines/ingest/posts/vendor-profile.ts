import { z } from 'zod';
import { platformSchema } from '../../../shared/domain/item.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { type ColumnMapping, mapColumns, rowFields } from './row.ts';

/** How one vendor writes its exports; remembered, so that the next file needs nothing but the vendor's name. */
export const vendorProfileSchema = z.object({
  vendor: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'huruf kecil, angka, - dan _, paling banyak 40'),
  /** Our field → the file's column. */
  columns: z.partialRecord(z.enum(rowFields), z.string().min(1).max(200)).default({}),
  /** What rows are that do not say. */
  platform: platformSchema.nullable().default(null),
  /** Minutes east of UTC of times without a zone; WIB is 420. */
  utcOffsetMinutes: z.number().int().min(-840).max(840).default(420),
});
export type VendorProfile = z.infer<typeof vendorProfileSchema>;

/** What has to be put right, in Indonesian. */
export class MappingRefused extends Error {
  override name = 'MappingRefused';
}

const nameOf = (vendor: string): string => `import.vendor ${vendor}`;
const listName = 'import.vendors';

/** Remembered vendors, by name. */
export async function vendorProfiles({ state }: Pick<Records, 'state'>): Promise<VendorProfile[]> {
  const names = z
    .array(z.string())
    .catch([])
    .parse(await state.get(listName));
  const found = await Promise.all(names.map((name) => state.get(nameOf(name))));
  return found.flatMap((value) => {
    const parsed = vendorProfileSchema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
}

export async function vendorProfile(
  { state }: Pick<Records, 'state'>,
  vendor: string,
): Promise<VendorProfile | null> {
  const parsed = vendorProfileSchema.safeParse(await state.get(nameOf(vendor)));
  return parsed.success ? parsed.data : null;
}

/** Remembers a vendor; it replaces what was known of it. */
export async function rememberVendor(records: Records, profile: VendorProfile): Promise<void> {
  await records.transaction(async ({ state }) => {
    const names = z
      .array(z.string())
      .catch([])
      .parse(await state.get(listName));
    await state.put(nameOf(profile.vendor), profile);
    if (!names.includes(profile.vendor)) await state.put(listName, [...names, profile.vendor].sort());
  });
}

/** `text=Isi Berita,created_at=Tanggal` → columns. @throws MappingRefused naming what is wrong */
export function readMapping(text: string): ColumnMapping {
  const mapping: ColumnMapping = {};
  for (const pair of text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const at = pair.indexOf('=');
    const [field, column] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    const known = rowFields.find((one) => one === field);
    if (at < 1 || column === '')
      throw new MappingRefused(`"${pair}" harus berbentuk bidang=Kolom, misalnya text=Isi.`);
    if (!known) throw new MappingRefused(`"${field}" bukan bidang; pilih dari: ${rowFields.join(', ')}.`);
    mapping[known] = column;
  }
  return mapping;
}

/** Column names as a terminal may show them: a picture that is called .csv has none. */
const shownColumns = (columns: readonly string[]): string =>
  columns
    .slice(0, 40)
    .map((name) => name.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '·').slice(0, 60))
    .join(', ');

/** A file without a column of texts has nothing to take in. @throws MappingRefused listing the columns there are */
export function needText(columns: readonly string[], given: ColumnMapping = {}): void {
  const { text, title } = mapColumns(columns, given);
  if (text === undefined && title === undefined)
    throw new MappingRefused(
      `Tidak ada kolom teks yang dikenali; sebutkan dengan text=NamaKolom. Kolom berkas ini: ${shownColumns(columns)}.`,
    );
}

/** Checks that a file has the columns a person named. @throws MappingRefused listing the columns there are */
export function checkColumns(columns: readonly string[], mapping: ColumnMapping): void {
  for (const [field, column] of Object.entries(mapping))
    if (!columns.includes(column))
      throw new MappingRefused(
        `Kolom "${column}" untuk ${field} tidak ada. Kolom berkas ini: ${shownColumns(columns)}.`,
      );
}
