import { z } from 'zod';
import {
  type Campaign,
  type CampaignTick,
  campaignSchema,
  packageSchema,
  tickSchema,
} from '../domain/campaign.ts';
import { deliveryStateSchema } from '../domain/delivery.ts';
import {
  type Effect,
  type EffectSpan,
  effectHours,
  effectSchema,
  effectSpanSchema,
} from '../domain/effect.ts';
import { toRfc3339 } from '../domain/instant.ts';
import { channelNameSchema } from '../domain/recipient.ts';
import { personChannels, stakeholderKindSchema } from '../domain/stakeholder.ts';
import { tierSchema } from '../domain/unit.ts';
import { cursorSchema, momentSchema, timestampSchema } from './common.ts';

const unitCode = z.string().max(5).describe('RI, a province 35 or a regency 35.73');
const distinct = <T extends z.ZodType>(one: T) =>
  z
    .array(one)
    .min(1)
    .max(20)
    .refine((list) => new Set(list).size === list.length, { message: 'the same twice' });

export const campaignBodySchema = z
  .object({
    unit: unitCode,
    publication: z.string().min(1).max(64).describe('id or code'),
    kinds: distinct(stakeholderKindSchema),
    tiers: distinct(tierSchema),
    channels: z
      .array(z.enum(personChannels))
      .max(3)
      .default([...personChannels]),
    dueAt: momentSchema,
    note: campaignSchema.shape.note.default(''),
  })
  .strict();
export const audienceBodySchema = campaignBodySchema
  .pick({ unit: true, kinds: true, tiers: true, channels: true })
  .strict();

const leftSchema = z.object({
  noConsent: z.number().int(),
  optedOut: z.number().int(),
  noChannel: z.number().int(),
  sameAddress: z.number().int(),
});
export const audienceSchema = z.object({
  persons: z.number().int(),
  byChannel: z.record(z.string(), z.number().int()).describe('by the first way that is tried'),
  left: leftSchema.describe('who is left out, and why'),
  units: z.number().int().describe('units that are asked to pass it on'),
  groups: z.number().int(),
});

export const apiCampaignSchema = campaignSchema
  .extend({ dueAt: timestampSchema, startedAt: timestampSchema, endedAt: timestampSchema.nullable() })
  .meta({ id: 'Campaign' });
export const startedSchema = z.object({
  campaign: apiCampaignSchema,
  queued: z.number().int().describe('messages to persons in the outbox'),
  left: leftSchema,
});
export const campaignQuerySchema = z.object({
  unit: unitCode.optional(),
  publication: z.string().max(64).optional(),
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const campaignListSchema = z.object({
  campaigns: z.array(apiCampaignSchema),
  nextCursor: z.string().nullable(),
});

export const toApiCampaign = ({
  dueAt,
  startedAt,
  endedAt,
  ...rest
}: Campaign): z.infer<typeof apiCampaignSchema> => ({
  ...rest,
  dueAt: toRfc3339(dueAt),
  startedAt: toRfc3339(startedAt),
  endedAt: endedAt === null ? null : toRfc3339(endedAt),
});

export const coverageSchema = z.object({
  tiers: z
    .array(
      z.object({
        tier: tierSchema,
        units: z.number().int(),
        done: z.number().int(),
        partly: z.number().int(),
        open: z.number().int(),
        noGroup: z.number().int(),
      }),
    )
    .describe('N (done) of M (units)'),
  units: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      tier: tierSchema,
      state: z.enum(['done', 'partly', 'open', 'no_group']),
      groups: z.number().int(),
      ticked: z.number().int(),
      lastAt: timestampSchema.nullable(),
    }),
  ),
  groups: z.object({ all: z.number().int(), ticked: z.number().int(), members: z.number().int() }),
});
export const apiTickSchema = tickSchema.extend({ sentAt: timestampSchema, recordedAt: timestampSchema });
export const toApiTick = ({ sentAt, recordedAt, ...tick }: CampaignTick): z.infer<typeof apiTickSchema> => ({
  ...tick,
  sentAt: toRfc3339(sentAt),
  recordedAt: toRfc3339(recordedAt),
});
export const campaignDetailSchema = z.object({
  campaign: apiCampaignSchema,
  coverage: coverageSchema,
  deliveries: z.array(
    z.object({ channel: channelNameSchema, state: deliveryStateSchema, count: z.number().int() }),
  ),
  ticks: z.array(apiTickSchema),
});
export const versionBodySchema = z.object({ version: z.number().int().positive() }).strict();

/** What a unit needs to pass an answer on: ready to be copied, and which of its groups have it. */
export const campaignPackageSchema = z.object({
  campaign: z.string(),
  from: z.string().describe('the unit that asks'),
  dueAt: timestampSchema,
  note: z.string(),
  stale: z.boolean().describe('withdrawn or due for review: must not be passed on'),
  package: packageSchema,
  copy: z.string().describe('title in bold, text and link as WhatsApp shows them'),
  groups: z.array(
    z.object({
      id: z.string(),
      unit: z.string(),
      name: z.string(),
      platform: z.string(),
      members: z.number().int().nullable(),
      tick: apiTickSchema.nullable(),
    }),
  ),
});
export const campaignPackageListSchema = z.object({ packages: z.array(campaignPackageSchema) });
export const tickBodySchema = z
  .object({
    group: z.string().min(1).max(64),
    sentAt: momentSchema.optional().describe('now, where it is left out'),
    proof: tickSchema.shape.proof.default(null),
  })
  .strict();

const apiSpanSchema = effectSpanSchema.extend({ from: timestampSchema, to: timestampSchema });
export const apiEffectSchema = effectSchema
  .extend({
    publishedAt: timestampSchema,
    measuredAt: timestampSchema,
    before: apiSpanSchema,
    after: apiSpanSchema,
    volumeChange: z.number().nullable().describe('items after against items before, 0.25 for a quarter more'),
  })
  .meta({ id: 'Effect' });
export const effectAnswerSchema = z.object({
  publication: z.string(),
  caveat: z.string(),
  leastItems: z.number().int().describe('shares and tones of fewer are null'),
  effects: z.array(apiEffectSchema),
  pending: z.array(
    z.object({
      hours: z.union([z.literal(effectHours[0]), z.literal(effectHours[1])]),
      dueAt: timestampSchema,
    }),
  ),
});

const toApiSpan = ({ from, to, ...rest }: EffectSpan): z.infer<typeof apiSpanSchema> => ({
  ...rest,
  from: toRfc3339(from),
  to: toRfc3339(to),
});
export const toApiEffect = (effect: Effect): z.infer<typeof apiEffectSchema> => ({
  ...effect,
  publishedAt: toRfc3339(effect.publishedAt),
  measuredAt: toRfc3339(effect.measuredAt),
  before: toApiSpan(effect.before),
  after: toApiSpan(effect.after),
  volumeChange:
    effect.before.items === 0 ? null : (effect.after.items - effect.before.items) / effect.before.items,
});
