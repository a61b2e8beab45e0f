import { z } from 'zod';
import { type BroadcastGroup, broadcastGroupSchema } from '../domain/campaign.ts';
import { toRfc3339 } from '../domain/instant.ts';
import {
  agreementSchema,
  consentSchema,
  type Engagement,
  engagementSchema,
  mayBeWrittenTo,
  personChannels,
  type Stakeholder,
  type StakeholderPerson,
  stakeholderKindSchema,
  stakeholderPersonSchema,
  stakeholderSchema,
} from '../domain/stakeholder.ts';
import { cursorSchema, listOf, momentSchema, timestampSchema } from './common.ts';

const unitCode = z.string().max(5).describe('RI, a province 35 or a regency 35.73');
const stamp = (at: number | null): string | null => (at === null ? null : toRfc3339(at));
const versionSchema = z.number().int().positive().describe('as it was read');

export const stakeholderQuerySchema = z.object({
  unit: unitCode.optional(),
  kind: listOf(stakeholderKindSchema).optional(),
  text: z.string().max(100).optional(),
  after: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const agreementBody = agreementSchema
  .extend({ signedAt: momentSchema, expiresAt: momentSchema, link: agreementSchema.shape.link.default(null) })
  .omit({ id: true })
  .extend({ id: agreementSchema.shape.id.optional().describe('of one that is there already') })
  .strict()
  .refine(({ signedAt, expiresAt }) => signedAt < expiresAt, {
    path: ['expiresAt'],
    message: 'an agreement ends after it began',
  });

/** An organisation as a person writes it; its people have routes of their own. */
export const stakeholderBodySchema = stakeholderSchema
  .pick({ kind: true, name: true })
  .extend({
    unit: unitCode,
    languages: stakeholderSchema.shape.languages.default(['id']),
    note: stakeholderSchema.shape.note.default(''),
    agreements: z.array(agreementBody).max(20).default([]),
    active: z.boolean().default(true),
  })
  .strict();
export const stakeholderChangeSchema = stakeholderBodySchema.extend({ version: versionSchema }).strict();

export const personBodySchema = stakeholderPersonSchema
  .pick({ name: true })
  .extend({
    version: versionSchema.describe('of the organisation'),
    position: stakeholderPersonSchema.shape.position.default(''),
    contacts: z
      .array(
        z.object({ channel: z.enum(personChannels), address: z.string().trim().min(1).max(254) }).strict(),
      )
      .max(6),
    consent: consentSchema.extend({ at: momentSchema }).strict().nullable().default(null),
  })
  .strict();
export const versionBodySchema = z.object({ version: versionSchema }).strict();

const apiAgreementSchema = agreementSchema.extend({ signedAt: timestampSchema, expiresAt: timestampSchema });
export const apiPersonSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    position: z.string(),
    contacts: z.array(
      z.object({ channel: z.string(), address: z.string(), optedOutAt: timestampSchema.nullable() }),
    ),
    consent: consentSchema.extend({ at: timestampSchema }).nullable(),
    optedOutAt: timestampSchema.nullable(),
    mayBeWrittenTo: z.boolean(),
  })
  .meta({ id: 'StakeholderPerson' });

const briefSchema = stakeholderSchema.omit({ persons: true, agreements: true }).extend({
  agreements: z.array(apiAgreementSchema),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  /** How many people are in it, and to how many of them an answer may be sent. */
  persons: z.number().int(),
  reachable: z.number().int(),
});
export const apiStakeholderSchema = briefSchema.meta({ id: 'Stakeholder' });
export const stakeholderListSchema = z.object({
  stakeholders: z.array(apiStakeholderSchema),
  nextCursor: z.string().nullable(),
});
export const stakeholderDetailSchema = z.object({
  stakeholder: apiStakeholderSchema,
  persons: z.array(apiPersonSchema),
});

export const toApiPerson = (person: StakeholderPerson): z.infer<typeof apiPersonSchema> => ({
  id: person.id,
  name: person.name,
  position: person.position,
  contacts: person.contacts.map(({ channel, address, optedOutAt }) => ({
    channel,
    address,
    optedOutAt: stamp(optedOutAt),
  })),
  consent: person.consent && { ...person.consent, at: toRfc3339(person.consent.at) },
  optedOutAt: stamp(person.optedOutAt),
  mayBeWrittenTo: mayBeWrittenTo(person),
});

export const toApiStakeholder = ({
  persons,
  agreements,
  createdAt,
  updatedAt,
  ...rest
}: Stakeholder): z.infer<typeof apiStakeholderSchema> => ({
  ...rest,
  agreements: agreements.map(({ signedAt, expiresAt, ...agreement }) => ({
    ...agreement,
    signedAt: toRfc3339(signedAt),
    expiresAt: toRfc3339(expiresAt),
  })),
  createdAt: toRfc3339(createdAt),
  updatedAt: toRfc3339(updatedAt),
  persons: persons.length,
  reachable: rest.active ? persons.filter(mayBeWrittenTo).length : 0,
});

const sideSchema = z.object({
  stakeholderId: z.string(),
  personId: z.string().nullable(),
  name: z.string(),
  unit: z.string(),
});
export const duplicateListSchema = z.object({
  duplicates: z.array(
    z.object({
      kind: z.enum(['organisation', 'person']),
      a: sideSchema,
      b: sideSchema,
      score: z.number(),
      reasons: z.array(z.enum(['same_email', 'same_phone', 'same_telegram', 'similar_name'])),
    }),
  ),
});

export const bookImportedSchema = z.object({
  organisations: z.object({ added: z.number().int(), changed: z.number().int() }),
  persons: z.object({ added: z.number().int(), changed: z.number().int(), known: z.number().int() }),
  optedOut: z
    .number()
    .int()
    .describe('persons of the file who said stop before and are still not written to'),
  refused: z.array(z.object({ line: z.number().int(), reason: z.string() })),
});

export const engagementQuerySchema = z.object({
  unit: unitCode.optional(),
  from: momentSchema.optional(),
  to: momentSchema.optional(),
  stakeholder: z.string().max(64).optional(),
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const engagementBodySchema = engagementSchema
  .pick({ kind: true, title: true })
  .extend({
    unit: unitCode,
    at: momentSchema,
    place: engagementSchema.shape.place.default(''),
    stakeholderIds: engagementSchema.shape.stakeholderIds.default([]),
    attended: engagementSchema.shape.attended.default(null),
    outcome: engagementSchema.shape.outcome.default(null),
    activityId: engagementSchema.shape.activityId.default(null),
  })
  .strict();
export const engagementChangeSchema = engagementBodySchema.extend({ version: versionSchema }).strict();
export const apiEngagementSchema = engagementSchema
  .extend({ at: timestampSchema, createdAt: timestampSchema })
  .meta({ id: 'Engagement' });
export const engagementListSchema = z.object({
  engagements: z.array(apiEngagementSchema),
  nextCursor: z.string().nullable(),
});
export const toApiEngagement = (engagement: Engagement): z.infer<typeof apiEngagementSchema> => ({
  ...engagement,
  at: toRfc3339(engagement.at),
  createdAt: toRfc3339(engagement.createdAt),
});

export const groupBodySchema = broadcastGroupSchema
  .pick({ name: true, platform: true })
  .extend({
    unit: unitCode,
    kind: broadcastGroupSchema.shape.kind.default(null),
    members: broadcastGroupSchema.shape.members.default(null),
    active: z.boolean().default(true),
  })
  .strict();
export const groupChangeSchema = groupBodySchema.extend({ version: versionSchema }).strict();
export const apiGroupSchema = broadcastGroupSchema.meta({ id: 'BroadcastGroup' });
export const groupListSchema = z.object({ groups: z.array(apiGroupSchema) });
export const toApiGroup = (group: BroadcastGroup): z.infer<typeof apiGroupSchema> => group;

export const agreementQuerySchema = z.object({
  unit: unitCode.optional(),
  before: momentSchema.optional().describe('those that end before'),
});
export const agreementListSchema = z.object({
  agreements: z.array(
    apiAgreementSchema.extend({ stakeholderId: z.string(), stakeholder: z.string(), unit: z.string() }),
  ),
});
