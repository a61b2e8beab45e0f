import type { Alert } from '../../shared/domain/alert.ts';
import type { Message } from '../../shared/domain/delivery.ts';
import { hashId } from '../../shared/domain/ids.ts';
import { type Instant, toRfc3339 } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import { type Level, levels } from '../../shared/domain/risk.ts';
import { escapeXml } from '../../shared/text/escape-xml.ts';
import { oneLine } from '../../shared/text/one-line.ts';
import { sayMoment, type Zone } from '../watch/local-time.ts';
import { linkTo } from './alert-view.ts';
import { button, mailPage } from './mail-page.ts';
import { figuresOf, sayLevel, sayOffice, shorten } from './say.ts';

export interface DigestEntry {
  alert: Alert;
  issue: Issue | null;
  /** Told to this person when it was raised. */
  told: boolean;
  /** Its own unit has nobody to tell. */
  uncontacted: boolean;
}

export interface DigestInput {
  /** The reader's unit and its zone. */
  unit: string;
  zone: Zone;
  /** The span that it covers; `to` is the moment it is due. */
  from: Instant;
  to: Instant;
  entries: readonly DigestEntry[];
  baseUrl: string;
  unitName(unit: string): string;
}

interface Line {
  level: Level;
  title: string;
  detail: string;
  link: string;
}

/** Lines of one digest; more nobody reads, and the link leads to all of them. */
const mostLines = 30;

const rank = (level: Level): number => levels.indexOf(level);

/**
 * What happened to the reader's units between two digests, the gravest first, one line an issue; null when nothing
 * did. Times are in the unit's zone, text is civil Indonesian. Pure: the same input gives the same message and id.
 */
export function digestOf(input: DigestInput): Message | null {
  const { unit, zone, from, to, baseUrl, unitName, entries } = input;
  if (entries.length === 0) return null;
  const lines = linesOf(input);
  const level = lines[0]!.level;
  const shown = lines.slice(0, mostLines);
  const hidden = lines.length - shown.length;
  const counts = levels
    .toReversed()
    .map((one) => [one, lines.filter((line) => line.level === one).length] as const)
    .filter(([, count]) => count > 0)
    .map(([one, count]) => `${count} ${one}`)
    .join(', ');
  const heading = `RINGKASAN PERINGATAN – ${sayOffice(unit, unitName)}`;
  const span = `${sayMoment(from, zone)} sampai ${sayMoment(to, zone)}`;
  const summary = `${lines.length} isu dengan peringatan: ${counts}.`;
  const link = linkTo(baseUrl, null);
  const rest = hidden > 0 ? `… dan ${hidden} isu lainnya.` : null;
  return {
    id: hashId(`digest ${unit} ${to} ${entries.map(keyOf).join(' ')}`),
    kind: 'digest',
    alertId: null,
    issueId: null,
    unit,
    level,
    at: to,
    subject: shorten(`Ringkasan ${sayMoment(to, zone)}: ${lines.length} isu (${counts})`, 100),
    short: shorten(`${summary} Teratas: ${shown[0]!.title}`, 160),
    text: asText(heading, span, summary, shown, rest, link),
    html: mailPage(level, heading, summary, asHtml(span, summary, shown, rest, link)),
    chart: null,
    link,
    data: {
      unit: { code: unit, name: unitName(unit) },
      from: toRfc3339(from),
      to: toRfc3339(to),
      alerts: entries.map(({ alert, issue }) => ({
        id: alert.id,
        level: alert.level,
        unit: alert.unit,
        issue: issue ? { id: issue.id, number: issue.number, title: issue.title } : null,
        sentence: alert.sentence,
      })),
      link,
    },
  };
}

const keyOf = ({ alert, told, uncontacted }: DigestEntry): string =>
  `${alert.id}${told ? 't' : ''}${uncontacted ? 'u' : ''}`;

/** A topic or a source has no issue; its sentence opens with its name and place. */
const subjectOf = ({ id, sentence }: Alert): string => /^"[^"]*" \([^)]*\)/.exec(sentence)?.[0] ?? id;

const isTopic = ({ issueId, sentence }: Alert): boolean => issueId === null && sentence.startsWith('"topik ');

/** A topic says nothing new where one of the unit's own issues alerts already. */
function withoutEchoes(entries: readonly DigestEntry[]): DigestEntry[] {
  const units = new Set(entries.flatMap(({ alert }) => (alert.issueId === null ? [] : [alert.unit])));
  return entries.filter(({ alert }) => !isTopic(alert) || !units.has(alert.unit));
}

/** One line an issue: its gravest alert, and how many there were. */
function linesOf({ entries, baseUrl, unitName }: DigestInput): Line[] {
  const bySubject = Map.groupBy(withoutEchoes(entries), ({ alert }) => alert.issueId ?? subjectOf(alert));
  const lines = [...bySubject.values()].map((group) => {
    const sorted = group.toSorted(
      (a, b) => rank(b.alert.level) - rank(a.alert.level) || b.alert.at - a.alert.at,
    );
    const { alert, issue, told, uncontacted } = sorted[0]!;
    const { observed, baseline, compared } = figuresOf(alert);
    const parts = [
      unitName(alert.unit),
      `${observed}${baseline === null ? '' : ` (${compared.toLowerCase()} ${baseline})`}`,
      group.length > 1 ? `${group.length} peringatan` : null,
      told ? 'sudah dikirim' : null,
      uncontacted ? 'unit ini belum punya kontak' : null,
    ];
    return {
      level: alert.level,
      title: shorten(issue?.title ?? alert.sentence, 140),
      detail: parts.filter((part) => part !== null).join('; '),
      link: linkTo(baseUrl, issue),
      at: alert.at,
    };
  });
  return lines.sort((a, b) => rank(b.level) - rank(a.level) || b.at - a.at);
}

function asText(
  heading: string,
  span: string,
  summary: string,
  lines: readonly Line[],
  rest: string | null,
  link: string,
): string {
  const rows = lines.map(
    ({ level, title, detail, link: one }, n) =>
      `${n + 1}. [${sayLevel(level)}] ${title}\n   ${oneLine(detail)}\n   ${one}`,
  );
  return [
    heading,
    span,
    '',
    summary,
    '',
    ...rows,
    ...(rest ? [rest] : []),
    '',
    `Semua peringatan: ${link}`,
  ].join('\n');
}

function asHtml(
  span: string,
  summary: string,
  lines: readonly Line[],
  rest: string | null,
  link: string,
): string {
  const rows = lines.map(
    ({ level, title, detail, link: one }) =>
      `<tr><td style="padding:10px 0;border-top:1px solid #e3e6ea"><b style="font-size:12px">${sayLevel(level)}</b><br>` +
      `<a href="${escapeXml(one)}" style="color:#1f4e8c;font-weight:600">${escapeXml(title)}</a><br>` +
      `<span style="color:#5a616b;font-size:13px">${escapeXml(detail)}</span></td></tr>`,
  );
  return (
    `<p style="margin:0;color:#5a616b;font-size:13px">${escapeXml(span)}</p>` +
    `<p style="margin:8px 0 14px 0;font-size:17px"><b>${escapeXml(summary)}</b></p>` +
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${rows.join('')}</table>` +
    `${rest === null ? '' : `<p>${escapeXml(rest)}</p>`}${button(link, 'Semua peringatan')}`
  );
}
