import type { Alert } from '../../shared/domain/alert.ts';
import { hourMs, type Instant } from '../../shared/domain/instant.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Ids } from '../../shared/ports/clock.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { Finding } from '../watch/detector.ts';
import type { JudgedIssue } from './judged-issue.ts';

interface AlertDeps {
  records: Records;
  ids: Ids;
  now: Instant;
  unitName(unit: string): string;
}

/** Spikes of one day are one matter to a person. */
const mergeMs = 24 * hourMs;

/**
 * Alerts for what was found, at most one for an issue at a time. Within the merge time a further spike is part of the
 * alert there was, unless it is loud for the first time or twice as high (`level_doubled`).
 */
export async function raiseAlerts({ issue, findings }: JudgedIssue, deps: AlertDeps): Promise<Alert[]> {
  const { records, now } = deps;
  const from = now - mergeMs;
  const recent = await records.alerts.list({ scope: nationalScope, issueId: issue.id, from, limit: 50 });
  const loudest = findings.find(({ push }) => push.push) ?? findings[0];
  if (!loudest) return [];
  const { finding, push } = loudest;
  const last = recent[0];
  const before = recent.filter((alert) => alert.push === push.push || alert.push);
  const doubled =
    before.length > 0 && finding.observed >= 2 * Math.max(...before.map((alert) => alert.observed));
  if (before.length > 0 && !(doubled && push.push)) return [];
  return [
    {
      id: deps.ids.next(),
      rule: doubled && last ? 'level_doubled' : finding.rule,
      issueId: issue.id,
      unit: issue.unit,
      at: now,
      push: push.push,
      level: push.level,
      observed: finding.observed,
      baseline: finding.baseline,
      factor: finding.factor,
      statistic: finding.statistic?.value ?? null,
      sentence: alertSentence(finding, issue.title, deps.unitName(issue.unit), push.reason),
      storyIds: [],
      firstItemId: null,
      falseAlarm: false,
    },
  ];
}

const number = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });

function alertSentence(
  { observed, baseline, factor, rule }: Finding,
  title: string,
  place: string,
  reason: string,
): string {
  if (rule === 'negative_jump')
    return `Nada negatif di ${place} naik dari ${number.format(baseline * 100)}% ke ${number.format(observed * 100)}% dalam sehari: ${title} (${reason}).`;
  const usual =
    baseline < 0.05
      ? 'biasanya hampir tidak ada'
      : `biasanya ${number.format(baseline)} per jam, ${number.format(factor)} kali lipat`;
  return `${number.format(observed)} unggahan dalam satu jam di ${place} (${usual}): ${title} (${reason}).`;
}
