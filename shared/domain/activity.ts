import { z } from 'zod';
import { instantSchema } from './instant.ts';

export const activityKindSchema = z.enum([
  'coverage',
  'release',
  'conference',
  'publication',
  'livestream',
  'event',
  'stakeholder',
  'survey',
  'aspiration',
]);
export type ActivityKind = z.infer<typeof activityKindSchema>;

export const activityNames: Readonly<Record<ActivityKind, string>> = {
  coverage: 'Peliputan',
  release: 'Siaran pers',
  conference: 'Konferensi pers',
  publication: 'Publikasi',
  livestream: 'Siaran langsung',
  event: 'Kegiatan tatap muka',
  stakeholder: 'Kerja sama pemangku kepentingan',
  survey: 'Survei',
  aspiration: 'Aspirasi',
};

/** One rule of the output standards, shown beside the field it governs. */
export interface OutputRule {
  key: string;
  rule: string;
}

/** Photos are taken at all of these, so the same rules hold. */
const photoRules: readonly OutputRule[] = [
  { key: 'sharp', rule: 'Foto tajam dan pencahayaannya seimbang.' },
  {
    key: 'rundown',
    rule: 'Foto menceritakan kegiatan menurut urutan acaranya dan direncanakan lebih dahulu.',
  },
  { key: 'nothing_sensitive', rule: 'Foto tidak memperlihatkan hal yang peka.' },
];

/** Bakohumas' output standards by kind of activity; those without rules have none. */
export const outputRules: Partial<Record<ActivityKind, readonly OutputRule[]>> = {
  coverage: photoRules,
  conference: photoRules,
  event: photoRules,
  publication: [
    { key: 'one_line', rule: 'Ucapan oleh pegawai ditampilkan dalam satu baris.' },
    { key: 'organiser_first', rule: 'Pada kegiatan pihak lain, akun penyelenggara mengunggah lebih dahulu.' },
    { key: 'source', rule: 'Keterangan menyebut sumber dan tautan resmi.' },
  ],
  livestream: [
    { key: 'cover', rule: 'Sampul siaran baik dan terbaca.' },
    { key: 'back_sound', rule: 'Musik latar sesuai dengan suasana acara.' },
    { key: 'cover_lifted', rule: 'Sampul dibuka saat mulai dan dipasang kembali saat selesai.' },
  ],
};

/** One entry of a unit's activity log: what it did, when, and the proof. */
export const activitySchema = z.object({
  id: z.string(),
  unit: z.string(),
  kind: activityKindSchema,
  title: z.string().min(3).max(300),
  at: instantSchema,
  place: z.string().max(200).nullable(),
  /** People reached on the spot; null where it is not counted. */
  audience: z.number().int().nonnegative().nullable(),
  note: z.string().max(5_000).nullable(),
  links: z.array(z.url({ protocol: /^https?$/ })).max(20),
  /** By rule key; a rule that is not there was not looked at. */
  checklist: z.record(z.string(), z.boolean()),
  /** By rule key: where it can be seen, and what the person who looked wrote. */
  proofs: z
    .record(
      z.string(),
      z.object({
        links: z.array(z.url({ protocol: /^https?$/ }).max(2_000)).max(10),
        note: z.string().max(500),
        by: z.string(),
        at: instantSchema,
      }),
    )
    .optional(),
  by: z.string(),
  createdAt: instantSchema,
});
export type Activity = z.infer<typeof activitySchema>;
