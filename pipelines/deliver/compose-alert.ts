import { alertMessageId, type Message } from '../../shared/domain/delivery.ts';
import { toRfc3339 } from '../../shared/domain/instant.ts';
import { chartOf } from '../watch/alert-chart.ts';
import { linesOf, plainText, shortLine } from './alert-lines.ts';
import type { AlertView } from './alert-view.ts';
import { alertPage } from './mail-page.ts';

/** The message of an alert in all forms: subject, one line, plain text, HTML page and fields. Pure. */
export function composeAlert(view: AlertView): Message {
  const { alert, hours, link, escalatedFrom, zone } = view;
  const lines = linesOf(view);
  return {
    id: alertMessageId(alert.id, escalatedFrom),
    kind: 'alert',
    alertId: alert.id,
    issueId: alert.issueId,
    unit: alert.unit,
    level: alert.level,
    at: alert.at,
    subject: lines.subject,
    short: shortLine(lines),
    text: plainText(lines, link),
    html: alertPage(lines, { level: alert.level, hours, link }),
    chart: chartOf(alert, lines.title, zone),
    link,
    data: fieldsOf(view),
  };
}

function fieldsOf({ alert, issue, stories, firstItem, escalatedFrom, link, unitName }: AlertView) {
  const { id, rule, level, unit, observed, baseline, factor, statistic, sentence, push } = alert;
  return {
    alert: {
      id,
      rule,
      level,
      push,
      observed,
      baseline,
      factor,
      statistic,
      sentence,
      at: toRfc3339(alert.at),
    },
    unit: { code: unit, name: unitName(unit) },
    issue: issue ? { id: issue.id, number: issue.number, title: issue.title, topic: issue.topic } : null,
    platforms: issue?.spread.platforms ?? {},
    areas: issue?.areas ?? [],
    stories: stories.map((story) => ({ id: story.id, title: story.title, items: story.items })),
    firstItem: firstItem
      ? {
          id: firstItem.id,
          platform: firstItem.platform,
          url: firstItem.url,
          at: toRfc3339(firstItem.publishedAt),
        }
      : null,
    escalatedFrom,
    link,
  };
}
