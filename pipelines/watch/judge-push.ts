import type { Issue } from '../../shared/domain/issue.ts';
import type { Level } from '../../shared/domain/risk.ts';
import { type Tier, tierOf } from '../../shared/domain/unit.ts';
import { isAtLeast } from './risk.ts';
import type { SeriesView } from './series.ts';
import type { WatchSettings } from './settings.ts';

/** Why a spike waits for the digest instead of waking somebody. */
export type HoldReason =
  | 'too_few'
  | 'few_publishers'
  | 'syndicated'
  | 'questions'
  | 'favourable'
  | 'not_adverse'
  | 'level_too_low';

export interface PushVerdict {
  push: boolean;
  /** The alert's level: the issue's own, or the floor that a spike of blame reaches. */
  level: Level;
  held: HoldReason | null;
  /** In Indonesian, for the officer who asks why no message came. */
  reason: string;
}

export interface PushContext {
  /** The unit of the series, whose tier sets the minimum count. */
  unit: string;
  settings: WatchSettings;
}

const heldReasons: Record<HoldReason, string> = {
  too_few: 'jumlah unggahan dalam satu jam belum mencapai batas tingkat unit',
  few_publishers: 'hanya segelintir akun atau media yang mengunggah',
  syndicated: 'satu naskah yang dimuat ulang banyak media',
  questions: 'kebanyakan pertanyaan warga; jawab tanpa alarm',
  favourable: 'kebanyakan bernada positif atau membantah',
  not_adverse: 'sebagian besar tidak menyalahkan KPU dan tidak menyebarkan klaim',
  level_too_low: 'tingkat risikonya di bawah batas untuk membangunkan petugas',
};

/** The hour itself must be loud; what it is made of is read over three, since labels of five items are a lottery. */
const characterHours = 3;
/** One angry item among many is nobody's crisis. */
const leastAdverse = 2;

/** What speaks against a push for the hour `ago`; null when nothing does. */
function whyHeld(
  series: SeriesView,
  ago: number,
  tier: Tier,
  impact: number,
  settings: WatchSettings,
): HoldReason | null {
  const { push, spike } = settings;
  const [voices, syndicated] = [series.get('voices', ago), series.get('syndicated', ago)];
  if (syndicated > 0 && syndicated >= push.syndicatedShare * (voices + syndicated)) return 'syndicated';
  if (voices < spike.minimumCount[tier]) return 'too_few';
  const actors = series.get('actors', ago);
  if (actors < spike.minimumActors || voices > push.voicesPerActor * actors) return 'few_publishers';
  return characterHold(series, ago, impact, settings);
}

function characterHold(
  series: SeriesView,
  ago: number,
  impact: number,
  { push }: WatchSettings,
): HoldReason | null {
  const sum = (channel: 'voices' | 'adverse' | 'questions' | 'favourable') =>
    series.sum(channel, ago, characterHours);
  const [voices, adverse, questions] = [sum('voices'), sum('adverse'), sum('questions')];
  const mostlyAsked = questions >= push.questionShare * voices && questions > adverse;
  if (mostlyAsked || questions > 2 * adverse) return 'questions';
  if (sum('favourable') >= Math.max(adverse, 0.5 * voices)) return 'favourable';
  const needed = impact >= 4 ? push.adverseShare / 2 : push.adverseShare;
  return adverse < Math.max(leastAdverse, needed * voices) ? 'not_adverse' : null;
}

/**
 * Whether a spike of an issue wakes people. It does when an hour (the running one or the one before) holds the tier's
 * minimum count of voices by at least three publishers, and a large share of them blames KPU or passes a claim on; a
 * syndicated text, a wave of questions and praise wait for the digest. DOMAIN's level rule then applies to the level
 * that the settings' floor gives. Pure.
 */
export function judgePush(issue: Pick<Issue, 'risk'>, series: SeriesView, context: PushContext): PushVerdict {
  const { settings } = context;
  const own = issue.risk.level;
  const tier = tierOf(context.unit);
  // a batch may arrive after the hour has turned, so the hour before counts as well
  const [running, before] = [0, 1].map((ago) => whyHeld(series, ago, tier, issue.risk.impact, settings));
  const held = before === null ? null : (running ?? null);
  if (held) return { push: false, level: own, held, reason: heldReasons[held] };
  const { floor, pushFrom } = settings.push;
  const level = floor && !isAtLeast(own, floor) ? floor : own;
  if (!isAtLeast(level, pushFrom)) {
    return { push: false, level, held: 'level_too_low', reason: heldReasons.level_too_low };
  }
  return {
    push: true,
    level,
    held: null,
    reason: 'lonjakan dari beberapa pihak yang menyalahkan KPU atau menyebarkan klaim',
  };
}
