import { z } from 'zod';
import { UnknownUnit, unitOfCode } from '../../shared/areas/unit-of-code.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { type Contact, contactSchema } from '../../shared/domain/recipient.ts';
import {
  type Consent,
  consentSchema,
  type Stakeholder,
  type StakeholderKind,
  type StakeholderPerson,
  stakeholderKindSchema,
  stakeholderNames,
} from '../../shared/domain/stakeholder.ts';
import { escapeFormula } from '../../shared/text/say-cell.ts';
import { phoneKey } from './find-duplicates.ts';

/** Headings of the file, as officers read them; a file that goes out can come back. */
export const stakeholderColumns = [
  'lembaga',
  'jenis',
  'unit',
  'bahasa',
  'catatan',
  'nama',
  'jabatan',
  'surel',
  'telegram',
  'whatsapp',
  'tanggal persetujuan',
  'cara persetujuan',
] as const;
type Column = (typeof stakeholderColumns)[number];
export type StakeholderRow = Readonly<Partial<Record<Column, string>>>;

const consentNames: Readonly<Record<Consent['how'], string>> = {
  form: 'formulir',
  letter: 'surat',
  agreement: 'perjanjian',
  event: 'kegiatan',
  spoken: 'lisan',
};

/** Why a row was not taken, in Indonesian. */
export class RowRefused extends Error {
  override name = 'RowRefused';
}

const kindOf = (text: string): StakeholderKind => {
  const wanted = text.trim().toLowerCase();
  const found = stakeholderKindSchema.options.find(
    (kind) => kind === wanted || stakeholderNames[kind].toLowerCase() === wanted,
  );
  if (found) return found;
  throw new RowRefused(
    `Jenis "${text}" tidak dikenal; pakai salah satu: ${Object.values(stakeholderNames).join(', ')}.`,
  );
};

function unitOf(text: string, fallback: string): string {
  if (text.trim() === '') return fallback;
  try {
    return unitOfCode(text).code;
  } catch (error) {
    if (!(error instanceof UnknownUnit)) throw error;
    throw new RowRefused(`Unit "${text}" tidak dikenal; tulis RI, 35 atau 35.73.`);
  }
}

/** A day `2026-11-22` or `22/11/2026` as the moment it begins in WIB. */
function dayOf(text: string): Instant {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : local
      ? [local[3], local[2]!.padStart(2, '0'), local[1]!.padStart(2, '0')]
      : [];
  const at = Date.parse(`${year}-${month}-${day}T00:00:00+07:00`);
  const real = new Date(at + 7 * 3_600_000);
  if (Number.isNaN(at) || real.getUTCDate() !== Number(day))
    throw new RowRefused(`Tanggal persetujuan "${text}" tidak terbaca; tulis 2026-11-22 atau 22/11/2026.`);
  return at;
}

function consentOf(row: StakeholderRow, now: Instant): Consent | null {
  const [day, how] = [row['tanggal persetujuan']?.trim() ?? '', row['cara persetujuan']?.trim() ?? ''];
  if (day === '' && how === '') return null;
  if (day === '' || how === '')
    throw new RowRefused('Persetujuan perlu tanggal dan cara; kosongkan keduanya bila belum ada.');
  const key = consentSchema.shape.how.options.find(
    (one) => one === how.toLowerCase() || consentNames[one] === how.toLowerCase(),
  );
  if (!key)
    throw new RowRefused(
      `Cara persetujuan "${how}" tidak dikenal; pakai ${Object.values(consentNames).join(', ')}.`,
    );
  const at = dayOf(day);
  if (at > now) throw new RowRefused('Tanggal persetujuan ada di masa depan.');
  return { at, how: key, note: '' };
}

const channelNames = { email: 'Surel', telegram: 'Telegram', whatsapp: 'WhatsApp' } as const;

function contactOf(channel: keyof typeof channelNames, typed: string | undefined): Contact[] {
  const text = (typed ?? '').trim();
  if (text === '') return [];
  const parsed = contactSchema.safeParse({
    channel,
    address: channel === 'whatsapp' ? phoneKey(text) : text,
  });
  if (parsed.success) return [parsed.data];
  throw new RowRefused(`${channelNames[channel]} "${text.slice(0, 60)}" bukan alamat yang benar.`);
}

/** One row as an organisation and, where a name is given, a person of it. */
export interface ReadRow {
  organisation: Pick<Stakeholder, 'unit' | 'kind' | 'name' | 'languages' | 'note'>;
  person: Omit<StakeholderPerson, 'id' | 'optOutKey' | 'optedOutAt'> | null;
}

const textSchemas = {
  lembaga: z.string().trim().min(2).max(200),
  catatan: z.string().max(2_000),
  nama: z.string().trim().min(1).max(120),
  jabatan: z.string().max(120),
};

function textOf(row: StakeholderRow, column: keyof typeof textSchemas): string {
  const parsed = textSchemas[column].safeParse(row[column] ?? '');
  if (parsed.success) return parsed.data;
  throw new RowRefused(`Kolom "${column}" kosong, terlalu pendek atau terlalu panjang.`);
}

/** @throws RowRefused in words an officer can act on */
export function readRow(row: StakeholderRow, unit: string, now: Instant): ReadRow {
  const languages = (row.bahasa ?? '').split(/[\s,]+/).filter(Boolean);
  if (languages.length > 10 || languages.some((one) => !/^[a-z]{2,3}$/.test(one)))
    throw new RowRefused(`Bahasa "${row.bahasa}" tidak terbaca; tulis kode seperti id atau id, jv.`);
  const organisation = {
    name: textOf(row, 'lembaga'),
    kind: kindOf(row.jenis ?? ''),
    unit: unitOf(row.unit ?? '', unit),
    languages,
    note: textOf(row, 'catatan'),
  };
  const contacts = [
    ...contactOf('email', row.surel),
    ...contactOf('telegram', row.telegram),
    ...contactOf('whatsapp', row.whatsapp),
  ];
  if ((row.nama ?? '').trim() === '') {
    if (contacts.length > 0) throw new RowRefused('Ada alamat tanpa nama orangnya.');
    return { organisation, person: null };
  }
  const person = { name: textOf(row, 'nama'), position: textOf(row, 'jabatan'), contacts };
  return { organisation, person: { ...person, consent: consentOf(row, now) } };
}

const sayDay = (at: Instant): string => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);

/** Organisations as rows, one for each person, or one without. Whatever looks like a formula is escaped. */
export function toRows(stakeholders: readonly Stakeholder[]): string[][] {
  return stakeholders.flatMap(({ name, kind, unit, languages, note, persons }) =>
    (persons.length > 0 ? persons : [null]).map((person) => {
      const address = (channel: string): string =>
        person?.contacts.find((one) => one.channel === channel)?.address ?? '';
      return [
        name,
        stakeholderNames[kind],
        unit,
        languages.join(', '),
        note,
        person?.name ?? '',
        person?.position ?? '',
        address('email'),
        address('telegram'),
        address('whatsapp'),
        person?.consent ? sayDay(person.consent.at) : '',
        person?.consent ? consentNames[person.consent.how] : '',
      ].map(escapeFormula);
    }),
  );
}
