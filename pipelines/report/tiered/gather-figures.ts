import {
  type Activity,
  type ActivityKind,
  activityKindSchema,
  activityNames,
  outputRules,
} from '../../../shared/domain/activity.ts';
import type { SurveyAnswer } from '../../../shared/domain/survey.ts';
import type { TieredFigure, TieredPeriod } from '../../../shared/domain/tiered-report.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import type { ItemReader } from '../../../shared/ports/item-index.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { readAnswers } from '../ikm/read-survey.ts';
import { satisfactionIndex } from '../ikm/satisfaction-index.ts';
import { clocksOf } from '../opinion-map/clocks-of.ts';
import { areaOfUnit } from '../opinion-map/gather-input.ts';
import { netTone, quantile } from '../opinion-map/measures.ts';
import { readResponses } from '../opinion-map/read-responses.ts';
import { type SpanTally, tallyItems } from '../opinion-map/tally-items.ts';
import { tieredBounds } from './tiered-bounds.ts';

export interface FigurePorts {
  index: Pick<ItemReader, 'scan'>;
  records: Pick<Records, 'issues' | 'audit' | 'clocks' | 'alerts' | 'activities' | 'surveys'>;
}

/** Read at a time. */
const batchSize = 1_000;
/** Activities of one unit in a year: three a day and more. */
const mostActivities = 10_000;
const mostIssues = 500;

const minutes = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 60_000));
const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);

/** Keeps to the unit's own log: what units below it did is theirs, and comes up by the roll-up. */
const ownActivities = (activities: readonly Activity[], unit: Unit): Activity[] =>
  activities.filter((activity) => activity.unit === unit.code);

/** Rules that were kept, of those that were looked at, 0 to 100. */
export function checklistShare(activities: readonly Activity[]): number | null {
  const looked = activities.flatMap(({ kind, checklist }) =>
    (outputRules[kind] ?? []).flatMap(({ key }) => (key in checklist ? [checklist[key] === true] : [])),
  );
  return looked.length === 0 ? null : (100 * looked.filter(Boolean).length) / looked.length;
}

interface Bounds {
  from: number;
  to: number;
}

async function issueFigures({ records }: FigurePorts, unit: Unit, { from, to }: Bounds) {
  const scope = { unit: unit.code };
  const page = await records.issues.list({
    scope,
    from,
    to,
    topmost: true,
    sort: 'priority',
    limit: mostIssues,
  });
  const issues = page.issues.filter(({ state }) => state !== 'merged');
  const times: ReturnType<typeof readResponses>[] = [];
  const clocks = await clocksOf(records, issues);
  for (const issue of issues)
    times.push(readResponses(issue, await records.audit.of(issue.id, 200), clocks.get(issue.id)));
  const took = (key: 'triagedAt' | 'holdingAt' | 'clarifiedAt') =>
    times.flatMap((one) => (one[key] === null ? [] : [one[key] - one.detectedAt]));
  return {
    issues: issues.length,
    grave: issues.filter(({ risk }) => risk.level === 'tinggi' || risk.level === 'kritis').length,
    hoaxes: issues.filter(({ verdict }) => verdict === 'salah' || verdict === 'menyesatkan').length,
    clarified: took('clarifiedAt').length,
    medianTriage: minutes(quantile(took('triagedAt'), 0.5)),
    medianClarification: minutes(quantile(took('clarifiedAt'), 0.5)),
    p90Clarification: minutes(quantile(took('clarifiedAt'), 0.9)),
  };
}

async function surveyFigures({ records }: FigurePorts, unit: Unit, bounds: Bounds) {
  const surveys = (await records.surveys.list({ scope: { unit: unit.code }, ...bounds })).filter(
    (survey) => survey.unit === unit.code,
  );
  const answers: SurveyAnswer[] = [];
  for (const survey of surveys) answers.push(...(await readAnswers(records.surveys, survey.id)));
  const result = satisfactionIndex(answers.map((one) => one.answers));
  return {
    index: result === null ? null : Math.round(result.index * 100) / 100,
    respondents: answers.length,
    suggestions: answers.filter(({ suggestion }) => suggestion !== null).length,
  };
}

const spanQuery = ({ from, to }: Bounds) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
});

const made = (
  key: string,
  label: string,
  system: number | null,
  query: string | null = null,
): TieredFigure => ({ key, label, value: system, system, query });

const activityFigures = (own: readonly Activity[], unit: Unit, { from, to }: Bounds): TieredFigure[] => {
  const query = (kind: ActivityKind) =>
    `/v1/activities?${new URLSearchParams({ unit: unit.code, kind, ...spanQuery({ from, to }) })}`;
  return [
    ...activityKindSchema.options.map((kind) =>
      made(
        `activity_${kind}`,
        activityNames[kind],
        own.filter((one) => one.kind === kind).length,
        query(kind),
      ),
    ),
    made(
      'audience',
      'Peserta kegiatan',
      own.reduce((sum, { audience }) => sum + (audience ?? 0), 0),
    ),
    made('checklist', 'Standar keluaran terpenuhi (%)', round(checklistShare(own))),
  ];
};

/** Every number of a unit's report from its own data: items, issues, response times, activities, surveys. */
export async function gatherFigures(
  ports: FigurePorts,
  unit: Unit,
  period: TieredPeriod,
): Promise<TieredFigure[]> {
  const bounds = tieredBounds(period, unit.zone);
  const scope = { unit: unit.code };
  const tally: SpanTally = await tallyItems(ports.index.scan({ scope, ...bounds }, batchSize), bounds, {
    zone: unit.zone,
    areaOf: areaOfUnit(unit),
  });
  const { all } = tally;
  const issues = await issueFigures(ports, unit, bounds);
  const alerts = await ports.records.alerts.list({ scope, from: bounds.from, limit: 10_000 });
  const survey = await surveyFigures(ports, unit, bounds);
  const activities = await ports.records.activities.list({ scope, ...bounds, limit: mostActivities });
  const items = (more: Record<string, string>) =>
    `/v1/items?${new URLSearchParams({ ...(unit.tier === 'national' ? {} : { area: unit.code }), tone: 'positive,neutral,negative', ...spanQuery(bounds), ...more })}`;
  const unique = (tone: 'positive' | 'neutral' | 'negative') => items({ unique: 'true', tone });
  return [
    made('items', 'Unggahan terpantau', all.items, items({})),
    made('unique', 'Unggahan unik', all.unique, items({ unique: 'true' })),
    made('positive', 'Unggahan unik positif', all.positive, unique('positive')),
    made('neutral', 'Unggahan unik netral', all.neutral, unique('neutral')),
    made('negative', 'Unggahan unik negatif', all.negative, unique('negative')),
    made('net_tone', 'Nada bersih', round(netTone(all)?.value ?? null), items({ unique: 'true' })),
    made('issues', 'Isu', issues.issues),
    made('issues_grave', 'Isu risiko tinggi atau kritis', issues.grave),
    made('issues_hoax', 'Isu divonis salah atau menyesatkan', issues.hoaxes),
    made('issues_clarified', 'Isu yang diklarifikasi', issues.clarified),
    made('triage_median', 'Separuh isu dipilah dalam (menit)', issues.medianTriage),
    made('clarification_median', 'Separuh klarifikasi terbit dalam (menit)', issues.medianClarification),
    made('clarification_p90', '9 dari 10 klarifikasi terbit dalam (menit)', issues.p90Clarification),
    made('alerts', 'Peringatan', alerts.filter(({ at }) => at < bounds.to).length),
    ...activityFigures(ownActivities(activities, unit), unit, bounds),
    made('ikm', 'Indeks Kepuasan Masyarakat', survey.index),
    made('ikm_respondents', 'Responden survei', survey.respondents),
    made('aspirations', 'Saran dan masukan', survey.suggestions),
  ];
}
