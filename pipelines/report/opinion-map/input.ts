import type { Alert } from '../../../shared/domain/alert.ts';
import type { Claim } from '../../../shared/domain/claim.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { ModelError, ReportCell, ReportSpan } from '../../../shared/domain/opinion-map.ts';
import type { Level } from '../../../shared/domain/risk.ts';
import type { Source, SourceHealth } from '../../../shared/domain/source.ts';
import { nationalUnit, type Unit } from '../../../shared/domain/unit.ts';
import { negativeShare, netTone } from './measures.ts';
import type { Row } from './table.ts';
import type { SpanTally, Tally } from './tally-items.ts';

/** When an issue was first seen and answered; null for what has not happened yet. */
export interface ResponseTimes {
  issueNumber: string;
  level: Level;
  detectedAt: Instant;
  triagedAt: Instant | null;
  holdingAt: Instant | null;
  clarifiedAt: Instant | null;
}

/** A clarification and what followed; an association, never shown as its effect alone. */
export interface ClarificationRecord {
  title: string;
  issueNumber: string;
  publishedAt: Instant;
  /** Share of the issue's items that carry the correction after 24 and 72 h; null below 30 items. */
  carried24: number | null;
  carried72: number | null;
  /** The issue's items in the 72 h before and after. */
  itemsBefore: number;
  itemsAfter: number;
  netToneBefore: number | null;
  netToneAfter: number | null;
}

/** Everything an opinion map is made from. */
export interface OpinionMapInput {
  unit: Unit;
  span: ReportSpan;
  generatedAt: Instant;
  current: SpanTally;
  previous: SpanTally;
  /** Issues in scope with items in the span; any order. */
  issues: readonly Issue[];
  claims: readonly Claim[];
  alerts: readonly Alert[];
  responses: readonly ResponseTimes[];
  clarifications: readonly ClarificationRecord[];
  sources: readonly { source: Source; health: SourceHealth | null }[];
  modelErrors: readonly ModelError[];
  /** Set for the dossier of one issue: only its items are counted. */
  issue: Issue | null;
  /** Issues that stand under another one of this report, by the id of that one; their items count for it. */
  parts: ReadonlyMap<string, readonly string[]>;
  /** Links to queries begin with it; null for none. */
  baseUrl: string | null;
  /** The rows of the map: provinces for KPU RI, regencies and cities for a province, none below. */
  areas: readonly { code: string; name: string }[];
}

/** The API query that gives the items of this report, narrowed by `more`. */
export function itemQuery(input: OpinionMapInput, more: Record<string, string> = {}): string {
  const { unit, span, issue } = input;
  const query = new URLSearchParams({
    ...(issue === null ? {} : { issue: issueIds(input, issue.id) }),
    ...(unit.code === nationalUnit ? {} : { area: unit.code }),
    tone: 'positive,neutral,negative',
    from: new Date(span.from).toISOString(),
    to: new Date(span.to).toISOString(),
    ...more,
  });
  return `/v1/items?${query}`;
}

/** An issue with those that stand under it, as the API takes them. */
export const issueIds = ({ parts }: Pick<OpinionMapInput, 'parts'>, id: string): string =>
  [id, ...(parts.get(id) ?? [])].slice(0, mostIds).join(',');

/** The API's most values of one parameter. */
const mostIds = 50;
const everyState = 'new,triaged,verifying,drafting,approval,published,monitored,closed,dismissed';

/** The API query that gives the issues of this report. */
export function issueQuery(
  { unit, span, issue }: OpinionMapInput,
  more: Record<string, string> = {},
): string {
  if (issue !== null) return `/v1/issues/${issue.number}`;
  const query = new URLSearchParams({
    ...(unit.code === nationalUnit ? {} : { unit: unit.code }),
    state: everyState,
    from: new Date(span.from).toISOString(),
    to: new Date(span.to).toISOString(),
    ...more,
  });
  return `/v1/issues?${query}`;
}

/** The cells of `toneColumns`. */
export function toneCells(tally: Tally): ReportCell[] {
  const tone = netTone(tally);
  return [
    tally.items,
    tally.unique,
    tally.positive,
    tally.neutral,
    tally.negative,
    tone === null ? null : Math.round(tone.value * 10) / 10,
    negativeShare(tally),
  ];
}

/** Groups as rows, most items first; equal ones by name. */
export const rowsOf = (
  groups: ReadonlyMap<string, Tally>,
  name: (key: string) => string,
  query: (key: string) => string | null,
): Row[] =>
  [...groups]
    .toSorted(([a, x], [b, y]) => y.items - x.items || (a < b ? -1 : 1))
    .map(([key, tally]) => ({ cells: [name(key), ...toneCells(tally)], query: query(key) }));
