import type { PostsContext } from '../../../pipelines/ingest/posts/parse-posts.ts';
import {
  checkColumns,
  MappingRefused,
  readMapping,
  type VendorProfile,
  vendorProfile,
  vendorProfileSchema,
  vendorProfiles,
} from '../../../pipelines/ingest/posts/vendor-profile.ts';
import { platformSchema } from '../../../shared/domain/item.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { CliError } from '../cli-context.ts';

/** What the command line says of a vendor. */
export interface VendorFlags {
  vendor?: string | undefined;
  map?: string | undefined;
  platform?: string | undefined;
  utcOffset?: string | undefined;
}

/** `+07:00`, `WIB`, `WITA`, `WIT` → minutes. */
function readOffset(text: string): number {
  const named: Readonly<Record<string, number>> = { WIB: 420, WITA: 480, WIT: 540 };
  const known = named[text.toUpperCase()];
  if (known !== undefined) return known;
  const found = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
  if (!found) throw new CliError(`--utc-offset "${text}": tulis +07:00, WIB, WITA atau WIT.`, 2);
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0));
}

/**
 * What is known of the vendor, with what the command line adds to it. Null without any of the flags.
 * @throws CliError saying what to put right
 */
export async function profileOf(
  { records }: Installation,
  { vendor, map, platform, utcOffset }: VendorFlags,
): Promise<VendorProfile | null> {
  if (vendor === undefined && map === undefined && platform === undefined && utcOffset === undefined)
    return null;
  const known = vendor === undefined ? null : await vendorProfile(records, vendor);
  if (vendor !== undefined && !known && map === undefined) await sayUnknown(records, vendor);
  if (platform !== undefined && !platformSchema.safeParse(platform).success)
    throw new CliError(`--platform "${platform}": pilih ${platformSchema.options.join(', ')}.`, 2);
  try {
    const parsed = vendorProfileSchema.safeParse({
      ...known,
      vendor: vendor ?? 'sekali',
      ...(map === undefined ? {} : { columns: { ...known?.columns, ...readMapping(map) } }),
      ...(platform === undefined ? {} : { platform }),
      ...(utcOffset === undefined ? {} : { utcOffsetMinutes: readOffset(utcOffset) }),
    });
    if (parsed.success) return parsed.data;
    throw new CliError(`--vendor: ${parsed.error.issues[0]?.message}`, 2);
  } catch (error) {
    if (error instanceof MappingRefused) throw new CliError(error.message, 2);
    throw error;
  }
}

async function sayUnknown(records: Installation['records'], vendor: string): Promise<never> {
  const names = (await vendorProfiles(records)).map((one) => one.vendor);
  const there = names.length > 0 ? ` Yang dikenal: ${names.join(', ')}.` : '';
  throw new CliError(
    `Vendor "${vendor}" belum dikenal.${there} Sebutkan kolomnya sekali: --map text=Isi,created_at=Tanggal`,
    2,
  );
}

/** What reading the file needs of the vendor. @throws CliError when the file lacks a column that was named */
export const contextOf = (profile: VendorProfile): Partial<PostsContext> => ({
  mapping: profile.columns,
  defaultPlatform: profile.platform ?? undefined,
  defaultOffset: profile.utcOffsetMinutes,
  columnsFound(columns) {
    checkColumns(columns, profile.columns);
  },
});

/** Remembered vendors and their columns, for people. */
export async function listVendors({ records }: Installation): Promise<string> {
  const profiles = await vendorProfiles(records);
  if (profiles.length === 0)
    return 'Belum ada vendor yang diingat. Contoh: saring import posts ekspor.xlsx --vendor pantau --map text=Isi,created_at=Tanggal\n';
  return profiles
    .map(({ vendor, platform, utcOffsetMinutes, columns }) => {
      const pairs = Object.entries(columns).map(([field, column]) => `${field}=${column}`);
      return `${vendor}  ${platform ?? 'platform menurut baris'}  UTC${utcOffsetMinutes >= 0 ? '+' : ''}${utcOffsetMinutes / 60}  ${pairs.join(', ') || 'kolom ditebak'}\n`;
    })
    .join('');
}
