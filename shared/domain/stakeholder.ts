import { z } from 'zod';
import { areaCodeSchema } from './area.ts';
import { type Instant, instantSchema } from './instant.ts';
import { contactSchema, isOpen, type Recipient, recipientSchema } from './recipient.ts';
import { nationalUnit } from './unit.ts';

/** Whom Bakohumas works with, as its terms of reference list them. */
export const stakeholderKindSchema = z.enum([
  'ministry',
  'bawaslu',
  'dkpp',
  'military_police',
  'ngo',
  'observer',
  'party',
  'media',
  'university',
  'platform',
  'local_government',
  'influencer',
]);
export type StakeholderKind = z.infer<typeof stakeholderKindSchema>;

export const stakeholderNames: Readonly<Record<StakeholderKind, string>> = {
  ministry: 'Kementerian dan lembaga',
  bawaslu: 'Bawaslu',
  dkpp: 'DKPP',
  military_police: 'TNI dan Polri',
  ngo: 'Organisasi masyarakat sipil',
  observer: 'Pemantau pemilu',
  party: 'Partai politik',
  media: 'Media massa',
  university: 'Perguruan tinggi',
  platform: 'Platform digital',
  local_government: 'Pemerintah daerah',
  influencer: 'Pemengaruh',
};

const unitCodeSchema = z.union([z.literal(nationalUnit), areaCodeSchema]);

/** How somebody agreed to be written to; the proof is kept outside, the note says where. */
export const consentSchema = z.object({
  at: instantSchema,
  how: z.enum(['form', 'letter', 'agreement', 'event', 'spoken']),
  note: z.string().max(300).default(''),
});
export type Consent = z.infer<typeof consentSchema>;

/** Ways an answer may take to a person; the others are for officers. */
export const personChannels = ['email', 'telegram', 'whatsapp'] as const;

export const stakeholderPersonSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(120),
  position: z.string().max(120),
  contacts: z
    .array(
      contactSchema.refine(({ channel }) => (personChannels as readonly string[]).includes(channel), {
        path: ['channel'],
        message: 'a person is written to by e-mail, Telegram or WhatsApp',
      }),
    )
    .max(6),
  /** null: may be in the book, but nothing is sent. */
  consent: consentSchema.nullable(),
  /** Said stop, on every channel; a consent after it opens them again. */
  optedOutAt: instantSchema.nullable(),
  /** Random; whoever holds it may opt this person out and nothing else. */
  optOutKey: z.string().min(20).max(64),
});
export type StakeholderPerson = z.infer<typeof stakeholderPersonSchema>;

/** A memorandum or another agreement to work together. */
export const agreementSchema = z.object({
  id: z.string().min(1).max(64),
  title: z.string().trim().min(3).max(200),
  number: z.string().max(100),
  signedAt: instantSchema,
  expiresAt: instantSchema,
  link: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable(),
});
export type Agreement = z.infer<typeof agreementSchema>;

/** An organisation that a unit works with, and the people there. `version` grows with every write. */
export const stakeholderSchema = z.object({
  id: z.string(),
  version: z.number().int().positive(),
  unit: unitCodeSchema,
  kind: stakeholderKindSchema,
  name: z.string().trim().min(2).max(200),
  /** What people there read: `id`, `jv`, `su` and so on (BCP 47). */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(10),
  note: z.string().max(2_000),
  persons: z.array(stakeholderPersonSchema).max(50),
  agreements: z.array(agreementSchema).max(20),
  active: z.boolean(),
  createdBy: z.string(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Stakeholder = z.infer<typeof stakeholderSchema>;

/** Whether anything may be sent to a person at all. */
export const mayBeWrittenTo = ({ consent, optedOutAt }: StakeholderPerson): boolean =>
  consent !== null && (optedOutAt === null || consent.at > optedOutAt);

/** Before the key with which a person stops messages; what follows is no business of a log. */
export const optOutPath = '/v1/public/opt-out/';

/** Recipients of this beginning are persons of the book of stakeholders, never officers. */
const personPrefix = 'mitra-';
export const recipientIdOf = (personId: string): string => `${personPrefix}${personId}`;
/** The person of a recipient's id; null for an officer's. */
export const personIdOf = (recipientId: string): string | null =>
  recipientId.startsWith(personPrefix) ? recipientId.slice(personPrefix.length) : null;

/**
 * A person as the outbox knows people. Without consent or after an opt-out they are not active; an own yes or no to one
 * channel stands, else the consent counts for all.
 */
export function recipientOfPerson(
  { unit, active, persons }: Pick<Stakeholder, 'unit' | 'active' | 'persons'>,
  personId: string,
): Recipient | null {
  const person = persons.find(({ id }) => id === personId);
  if (!person) return null;
  const consentedAt = person.consent?.at ?? null;
  return recipientSchema.parse({
    id: recipientIdOf(person.id),
    name: person.name,
    unit,
    units: [unit],
    contacts: person.contacts
      .map((contact) => ({ ...contact, optedInAt: later(contact.optedInAt, consentedAt) }))
      .filter(isOpen),
    digest: false,
    active: active && mayBeWrittenTo(person),
  });
}

const later = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

/** What units and stakeholders did together. */
export const engagementKindSchema = z.enum([
  'press_tour',
  'gathering',
  'webinar',
  'focus_group',
  'meeting',
  'training',
]);

export const engagementSchema = z.object({
  id: z.string(),
  version: z.number().int().positive(),
  unit: unitCodeSchema,
  kind: engagementKindSchema,
  title: z.string().trim().min(3).max(200),
  at: instantSchema,
  place: z.string().max(200),
  stakeholderIds: z.array(z.string().max(64)).max(200),
  /** People who came; null until it took place or where nobody counted. */
  attended: z.number().int().nonnegative().nullable(),
  /** What came of it; null until somebody wrote it. */
  outcome: z.string().trim().min(3).max(5_000).nullable(),
  /** The entry of the activity log that shows it. */
  activityId: z.string().max(64).nullable(),
  by: z.string(),
  createdAt: instantSchema,
});
export type Engagement = z.infer<typeof engagementSchema>;
