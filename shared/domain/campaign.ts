import { z } from 'zod';
import { areaCodeSchema } from './area.ts';
import { instantSchema } from './instant.ts';
import { personChannels, stakeholderKindSchema } from './stakeholder.ts';
import { covers, nationalUnit, tierOf, tierSchema } from './unit.ts';

const unitCodeSchema = z.union([z.literal(nationalUnit), areaCodeSchema]);

/** A group chat that a unit keeps: nobody can post there but a person. */
export const broadcastGroupSchema = z.object({
  id: z.string(),
  version: z.number().int().positive(),
  unit: unitCodeSchema,
  name: z.string().trim().min(2).max(120),
  platform: z.enum(['whatsapp', 'telegram']),
  /** Who is in it; null: officers of KPU. */
  kind: stakeholderKindSchema.nullable(),
  members: z.number().int().nonnegative().nullable(),
  active: z.boolean(),
});
export type BroadcastGroup = z.infer<typeof broadcastGroupSchema>;

/** What is copied into a group, word for word. */
export const packageSchema = z.object({
  title: z.string(),
  /** At most 150 words, without the link. */
  text: z.string(),
  link: z.string(),
  /** Where the picture lies; null where none was made. */
  card: z.string().nullable(),
});
export type CampaignPackage = z.infer<typeof packageSchema>;

/** The spreading of one published answer. What it says is fixed when it starts. */
export const campaignSchema = z.object({
  id: z.string(),
  version: z.number().int().positive(),
  unit: unitCodeSchema,
  publicationId: z.string(),
  /** Persons and groups of these kinds; groups of officers always. */
  kinds: z.array(stakeholderKindSchema).min(1),
  /** Units of these tiers, from the campaign's own down. */
  tiers: z.array(tierSchema).min(1),
  channels: z.array(z.enum(personChannels)),
  package: packageSchema,
  note: z.string().max(1_000),
  state: z.enum(['running', 'ended']),
  /** By then every group should have it. */
  dueAt: instantSchema,
  startedBy: z.string(),
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
});
export type Campaign = z.infer<typeof campaignSchema>;

/** Whether a unit is asked to pass the answer on. */
export const asksUnit = ({ unit: top, tiers }: Pick<Campaign, 'unit' | 'tiers'>, unit: string): boolean =>
  covers(top, unit) && tiers.includes(tierOf(unit));

/** Who put the answer into which group, and when. One a campaign and group. */
export const tickSchema = z.object({
  campaignId: z.string(),
  groupId: z.string(),
  unit: unitCodeSchema,
  by: z.string(),
  sentAt: instantSchema,
  recordedAt: instantSchema,
  /** A picture of it or its link; null where none was given. */
  proof: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable(),
});
export type CampaignTick = z.infer<typeof tickSchema>;
