import { z } from 'zod';
import { topicSchema } from '../../shared/domain/labels.ts';
import { levelSchema } from '../../shared/domain/risk.ts';

const perTier = <T extends z.ZodType>(value: T) =>
  z.object({ national: value, province: value, regency: value });
const positive = z.number().positive();
const share = z.number().min(0).max(1);
const impactSchema = z.number().int().min(1).max(5);

/** When a figure reaches this, likelihood reaches its step. Defaults: DOMAIN's table. */
const likelihoodSchema = z.object({
  posts2: positive.default(10),
  accounts2: positive.default(3),
  platforms3: positive.default(2),
  posts3: positive.default(100),
  interactions3: positive.default(1_000),
  followers4: positive.default(100_000),
  /** Outlet tier from which a newsroom is mainstream: national. */
  outletTier4: positive.default(3),
  outlets5: positive.default(5),
  outletWindowHours5: positive.default(6),
  provinces5: positive.default(5),
});

const levelStartSchema = z.object({
  sedang: positive.default(5),
  tinggi: positive.default(10),
  kritis: positive.default(15),
});

const riskSettingsSchema = z.object({
  likelihood: likelihoodSchema.prefault({}),
  /** The lowest score of each level; below the first it is `rendah`. */
  levelStart: levelStartSchema.prefault({}),
  /** Impact 5 is at least this. */
  floorOfImpact5: levelSchema.default('tinggi'),
  /** What a topic weighs when the texts say nothing stronger. */
  topicImpact: z.record(topicSchema, impactSchema).default({
    logistik: 3,
    dpt: 3,
    sirekap: 4,
    'pemungutan suara': 3,
    rekapitulasi: 4,
    pencalonan: 3,
    kampanye: 2,
    anggaran: 2,
    etik: 2,
    sosialisasi: 2,
    keamanan: 3,
    lainnya: 2,
  }),
  /** Share of the sampled texts that must carry a signal before it counts; at least two texts, or one of up to three. */
  signalShare: share.default(0.2),
});
export type RiskSettings = z.infer<typeof riskSettingsSchema>;

const prioritySettingsSchema = z.object({
  /** Points at the full value of each part; they add up to 100. */
  risk: positive.default(35),
  trend: positive.default(15),
  adverse: positive.default(15),
  reach: positive.default(20),
  indication: positive.default(5),
  clock: positive.default(10),
  /** After this many hours without an item the score is halved, again and again. */
  halfLifeHours: positive.default(48),
});
export type PrioritySettings = z.infer<typeof prioritySettingsSchema>;

const spikeSettingsSchema = z.object({
  /** Items an hour that a unit's series must reach before anything may push. */
  minimumCount: perTier(positive).default({ regency: 5, province: 10, national: 30 }),
  minimumActors: positive.default(3),
  /** Mean items an hour from which a series is busy: on thinned public series the z rule holds down to about this. */
  busyMean: positive.default(2),
  /** Both measured on five public series and their thinned copies; the figures are flat from 4 to 5 and 3.5 to 4. */
  busyZ: positive.default(4.5),
  busyStableZ: positive.default(3.5),
  /** Chance of a count this high in a quiet hour: one in a million hours of one series. */
  quietP: positive.default(1e-6),
  /** The same for an issue that has reached its minimum before: the push is judged by its content as well. */
  quietIssueP: positive.default(1e-3),
  /** Buckets of history below which a series is new. */
  coldStartHours: positive.default(24),
  /** History above this quantile is pulled down to it: one crisis must not hide the next. */
  winsorQuantile: share.default(0.99),
  negativeP: positive.default(0.001),
  negativeMinimum: positive.default(30),
  negativeJump: share.default(0.15),
  claimFollowers: positive.default(100_000),
  /** A source is silent when it missed this many of its usual gaps. */
  silenceFactor: positive.default(8),
  /** And at least this long: most newsrooms write little at night. */
  silenceMinimumHours: positive.default(6),
  /** And this many times its own longest gap of a fortnight: week-ends are no silence. */
  silenceLongest: positive.default(1.5),
  /** A clock is at risk when this share of its target has passed. */
  clockShare: share.default(0.75),
});
export type SpikeSettings = z.infer<typeof spikeSettingsSchema>;

const pushSettingsSchema = z.object({
  /**
   * Share of the hour's voices that blame KPU or pass a claim on. A fifth: reports and bystanders are most of any
   * crisis, and half of this is enough where the impact is 4 or 5.
   */
  adverseShare: share.default(0.2),
  /** From this share on, questions make it a matter to answer and no alarm. */
  questionShare: share.default(0.4),
  syndicatedShare: share.default(0.6),
  /** More voices than this for each publisher is a flood by a few. */
  voicesPerActor: positive.default(8),
  /** Level of a spike that passed every test; null leaves the issue's own. */
  floor: levelSchema.nullable().default('tinggi'),
  pushFrom: levelSchema.default('tinggi'),
});
export type PushSettings = z.infer<typeof pushSettingsSchema>;

const alertPolicySchema = z.object({
  /** Findings within this time are one alert. */
  mergeHours: positive.default(24),
  /** Speak again when the count is this many times the one that was told. */
  doubling: z.number().min(1.1).default(2),
  /** Recovered: this many buckets in a row at or below this share of the alert's level. */
  calmBuckets: z.number().int().positive().default(6),
  calmShare: share.default(0.25),
  /**
   * A unit is woken by its series at most so often within these hours; the rest is in the digest. Five matters at once
   * are as many as one officer can take in hand in a morning [D].
   */
  wakings: z.number().int().positive().default(5),
  wakingHours: positive.default(6),
  falseAlarmsPerMonth: z.number().nonnegative().default(1),
});
export type AlertPolicySettings = z.infer<typeof alertPolicySchema>;

/** Every weight and threshold of the watch, with its default. An installation may store its own. */
export const watchSettingsSchema = z.object({
  risk: riskSettingsSchema.prefault({}),
  priority: prioritySettingsSchema.prefault({}),
  spike: spikeSettingsSchema.prefault({}),
  push: pushSettingsSchema.prefault({}),
  alerts: alertPolicySchema.prefault({}),
});
export type WatchSettings = z.infer<typeof watchSettingsSchema>;
export const defaultWatchSettings: WatchSettings = watchSettingsSchema.parse({});
