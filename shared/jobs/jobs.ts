import { createHash } from 'node:crypto';
import { z } from 'zod';
import { itemSchema } from '../domain/item.ts';
import type { IndexedItem } from '../domain/labelled-item.ts';
import { channelNameSchema } from '../domain/recipient.ts';
import { levelSchema } from '../domain/risk.ts';
import type { JobDefinition } from './job-definition.ts';

/** Items of one batch. Chosen: a queue's cost an item is then below 1 %, and a batch still ends in a fraction of a second. */
export const batchSize = 200;

const hashOf = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);

const collectPayload = z.object({ sourceId: z.string() });
/** Asks one source for what is new. Few tries: the next turn comes anyway and the source's own back-off decides. */
export const collectJob: JobDefinition<z.infer<typeof collectPayload>> = {
  name: 'collect',
  schema: collectPayload,
  attempts: 2,
  backoffMs: 5_000,
  comesAgain: true,
  key: ({ sourceId }) => `collect ${sourceId}`,
};

/** 1 + 2 + 4 … + 512 s: a server may be away for a quarter of an hour before people have to replay anything. */
const outageAttempts = 11;

const enrichPayload = z.object({ items: z.array(itemSchema).min(1).max(batchSize) });
/** Labels a batch. The key is the batch itself, so that a source read twice adds it once. */
export const enrichJob: JobDefinition<z.infer<typeof enrichPayload>> = {
  name: 'enrich',
  schema: enrichPayload,
  attempts: outageAttempts,
  backoffMs: 1_000,
  key: ({ items }) => `enrich ${hashOf(items.map((item) => `${item.id} ${item.version}`))}`,
};

const linkPayload = z.object({
  ids: z.array(z.string().length(32)).max(batchSize),
  /**
   * The items themselves, as the index holds them, where reading them back costs more than carrying them. Written by the
   * program alone, so their shape is not looked at once more: that would cost as much as linking them.
   */
  items: z.array(z.custom<IndexedItem>()).max(batchSize).optional(),
});
/**
 * Puts a batch into stories and issues; one at a time over all processes (the single writer). An empty batch carries
 * out what people decided in the meantime.
 */
export const linkJob: JobDefinition<z.infer<typeof linkPayload>> = {
  name: 'link',
  schema: linkPayload,
  attempts: outageAttempts,
  backoffMs: 1_000,
  globalConcurrency: 1,
  key: ({ ids }) => `link ${hashOf(ids)}`,
};

const matchPayload = z.object({
  itemIds: z.array(z.string().length(32)).max(batchSize).default([]),
  issueIds: z.array(z.string().max(64)).max(batchSize).default([]),
  /** Entries of the knowledge base that are new or changed. */
  entryIds: z.array(z.string().max(64)).max(batchSize).default([]),
});
/** Compares items and issues with the knowledge base; any process may, since what it writes is the same again. */
export const matchJob: JobDefinition<z.infer<typeof matchPayload>> = {
  name: 'match',
  schema: matchPayload,
  attempts: 5,
  backoffMs: 2_000,
  key: ({ itemIds, issueIds, entryIds }) =>
    `match ${hashOf([...itemIds, '|', ...issueIds, '|', ...entryIds])}`,
};

const watchPayload = z.object({ everything: z.boolean() });
/** Judges every issue that changed since the last time, or every living one; jobs that pile up are one. */
export const watchJob: JobDefinition<z.infer<typeof watchPayload>> = {
  name: 'watch',
  schema: watchPayload,
  attempts: outageAttempts,
  backoffMs: 1_000,
  globalConcurrency: 1,
  key: ({ everything }) => (everything ? 'watch everything' : 'watch'),
};

const evidencePayload = z.object({ issueId: z.string(), level: levelSchema });
/** Keeps what an issue of high risk is made of; one turn an issue at a time, however often it changes. */
export const evidenceJob: JobDefinition<z.infer<typeof evidencePayload>> = {
  name: 'evidence',
  schema: evidencePayload,
  attempts: 3,
  backoffMs: 30_000,
  key: ({ issueId }) => `evidence ${issueId}`,
};

const reportPayload = z.object({ reportId: z.string() });
/** Reads what a person reported, its link too, and makes items of it. */
export const reportJob: JobDefinition<z.infer<typeof reportPayload>> = {
  name: 'citizen-report',
  schema: reportPayload,
  attempts: 5,
  backoffMs: 5_000,
  key: ({ reportId }) => `citizen-report ${reportId}`,
};

const deliverPayload = z.object({ channel: channelNameSchema });
/**
 * Sends what is due on one channel; the key keeps it to one sender a channel, so that a channel's rate holds and one
 * that hangs stops no other. Few tries: the outbox has its own plan and the next turn comes anyway.
 */
export const deliverJob: JobDefinition<z.infer<typeof deliverPayload>> = {
  name: 'deliver',
  schema: deliverPayload,
  attempts: 2,
  backoffMs: 1_000,
  key: ({ channel }) => `deliver ${channel}`,
};

const digestPayload = z.object({});
/** Puts digests that have become due into the outbox; the outbox itself keeps one from being sent twice. */
export const digestJob: JobDefinition<z.infer<typeof digestPayload>> = {
  name: 'digest',
  schema: digestPayload,
  attempts: 3,
  backoffMs: 5_000,
  globalConcurrency: 1,
  key: () => 'digest',
};

const reportRunPayload = z.object({ runId: z.string() });
/** Makes the files of one run; it goes on where a broken try stopped. */
export const reportRunJob: JobDefinition<z.infer<typeof reportRunPayload>> = {
  name: 'report-run',
  schema: reportRunPayload,
  attempts: 4,
  backoffMs: 5_000,
  key: ({ runId }) => `report-run ${runId}`,
};

const issueHookPayload = z.object({ hookId: z.string(), issueId: z.string(), version: z.number().int() });
/** Tells one subscriber of one change of an issue; a subscriber that is away for a day hears of it afterwards. */
export const issueHookJob: JobDefinition<z.infer<typeof issueHookPayload>> = {
  name: 'issue-hook',
  schema: issueHookPayload,
  attempts: 10,
  backoffMs: 30_000,
  key: ({ hookId, issueId, version }) => `issue-hook ${hookId} ${issueId} ${version}`,
};

const reportTurnPayload = z.object({});
/** Begins what the schedule has due, reminds people of deadlines and removes old files. */
export const reportTurnJob: JobDefinition<z.infer<typeof reportTurnPayload>> = {
  name: 'report-turn',
  schema: reportTurnPayload,
  attempts: 3,
  backoffMs: 30_000,
  globalConcurrency: 1,
  key: () => 'report-turn',
};

const disseminationTurnPayload = z.object({
  remind: z.object({ campaignId: z.string(), stage: z.string() }).optional(),
});
/**
 * Measures what followed publications, and reminds of agreements and of answers that were not passed on; with `remind`
 * just of one campaign, since somebody asked for it.
 */
export const disseminationTurnJob: JobDefinition<z.infer<typeof disseminationTurnPayload>> = {
  name: 'dissemination-turn',
  schema: disseminationTurnPayload,
  attempts: 3,
  backoffMs: 30_000,
  globalConcurrency: 1,
  key: ({ remind }) => `dissemination-turn${remind ? ` ${remind.campaignId} ${remind.stage}` : ''}`,
};

const workflowTurnPayload = z.object({});
/** Asks owners of issues who are silent whether they are still at it, and tells of hand-overs past their deadline. */
export const workflowTurnJob: JobDefinition<z.infer<typeof workflowTurnPayload>> = {
  name: 'workflow-turn',
  schema: workflowTurnPayload,
  attempts: 3,
  backoffMs: 30_000,
  globalConcurrency: 1,
  key: () => 'workflow-turn',
};

const privacyTurnPayload = z.object({});
/** Drops handles and everything else whose time is over; it begins again where a broken try stopped. */
export const privacyTurnJob: JobDefinition<z.infer<typeof privacyTurnPayload>> = {
  name: 'privacy-turn',
  schema: privacyTurnPayload,
  attempts: 4,
  backoffMs: 60_000,
  globalConcurrency: 1,
  key: () => 'privacy-turn',
};

/** Every kind of job there is, in the order an item meets them. */
export const jobs = [
  collectJob,
  enrichJob,
  linkJob,
  matchJob,
  watchJob,
  evidenceJob,
  reportJob,
  deliverJob,
  digestJob,
  reportRunJob,
  reportTurnJob,
  issueHookJob,
  disseminationTurnJob,
  workflowTurnJob,
  privacyTurnJob,
] as const;
