import { oneLine } from '../../shared/text/one-line.ts';
import { sayMoment } from '../watch/local-time.ts';
import { nextStepOf } from '../watch/next-step.ts';
import { isAtLeast } from '../watch/risk.ts';
import type { AlertView } from './alert-view.ts';
import { figuresOf, sayLevel, sayNumber, sayOffice, sayPlatform, shorten } from './say.ts';

/** Parts of a message as plain text; markup in a title is text like any other. */
export interface AlertLines {
  /** At most 100 characters. */
  subject: string;
  title: string;
  level: string;
  office: string;
  when: string;
  /** Why somebody else's alert comes here; null when it does not. */
  note: string | null;
  sentence: string;
  /** Label and value. */
  figures: [string, string][];
  stories: { title: string; count: string }[];
  /** Label and value: first seen, platforms, places. */
  facts: [string, string][];
  nextStep: string | null;
}

/** What the message is called where its level alone would say the wrong thing. */
const labels: Partial<Record<AlertView['alert']['rule'], (level: string) => string>> = {
  recovered: () => 'MEREDA',
  source_silent: () => 'SUMBER DIAM',
  clock_at_risk: (level) => `JAM TANGGAP (${level})`,
  escalated: (level) => `DITERUSKAN (${level})`,
};

export function linesOf(view: AlertView): AlertLines {
  const { alert, issue, unitName, zone } = view;
  const level = labels[alert.rule]?.(sayLevel(alert.level)) ?? sayLevel(alert.level);
  const title = oneLine(issue?.title ?? alert.sentence);
  const { observed, baseline, factor, compared } = figuresOf(alert);
  const figures: [string, string | null][] = [
    ['Teramati', observed],
    [compared, baseline],
    ['Kelipatan', factor],
  ];
  return {
    subject: shorten(`${level} – ${unitName(alert.unit)}: ${title}`, 100),
    title,
    level,
    office: sayOffice(alert.unit, unitName),
    when: sayMoment(alert.at, zone),
    note: noteOf(view),
    sentence: oneLine(alert.sentence),
    figures: figures.flatMap(([label, value]) => (value === null ? [] : [[label, value]])),
    stories: view.stories.map(({ title: story, items }) => ({
      title: shorten(story, 140),
      count: `${sayNumber(items)} unggahan`,
    })),
    facts: factsOf(view),
    nextStep: issue ? stepOf(alert, issue) : null,
  };
}

/** An alarm that says "watch it" would be none: a waking asks for what its own level asks for. */
function stepOf(
  { level, push, rule }: AlertView['alert'],
  issue: NonNullable<AlertView['issue']>,
): string | null {
  const wakes = push && rule !== 'recovered' && isAtLeast(level, issue.risk.level);
  const step = wakes ? nextStepOf({ ...issue, risk: { ...issue.risk, level } }) : issue.priority.nextStep;
  return oneLine(step) || null;
}

const noteOf = ({ escalatedFrom, unitName }: AlertView): string | null =>
  escalatedFrom === null
    ? null
    : `Diteruskan ke Anda karena ${sayOffice(escalatedFrom, unitName)} belum punya kontak yang dapat dihubungi.`;

function factsOf({ issue, firstItem, unitName, zone }: AlertView): [string, string][] {
  const facts: [string, string][] = [];
  if (firstItem) {
    const where = firstItem.outlet ?? sayPlatform(firstItem.platform);
    const what = shorten(firstItem.title ?? firstItem.text, 140);
    facts.push([
      'Pertama terlihat',
      `${sayMoment(firstItem.publishedAt, zone)}, ${oneLine(where)}: “${what}”`,
    ]);
  }
  if (!issue) return facts;
  const platforms = Object.entries(issue.spread.platforms)
    .sort((a, b) => b[1] - a[1])
    .map(([platform, count]) => `${sayPlatform(platform)} ${sayNumber(count)}`);
  if (platforms.length > 0) facts.push(['Platform', platforms.join(', ')]);
  const areas = issue.areas.slice(0, 5).map(unitName);
  const more = issue.areas.length - areas.length;
  if (areas.length > 0)
    facts.push(['Wilayah', `${areas.join(', ')}${more > 0 ? ` dan ${more} lainnya` : ''}`]);
  return facts;
}

/** One line for small screens, at most 160 characters: figures, then why it came. */
export function shortLine({ figures, note }: AlertLines): string {
  const [observed, factor] = ['Teramati', 'Kelipatan'].map(
    (label) => figures.find(([name]) => name === label)?.[1],
  );
  const compared = figures.find(([name]) => name !== 'Teramati' && name !== 'Kelipatan');
  const usual = compared === undefined ? '' : `, ${compared[0].toLowerCase()} ${compared[1]}`;
  const line = `${observed}${usual}${factor === undefined ? '' : ` (${factor})`}.`;
  return shorten(note === null ? capital(line) : `${capital(line)} ${note}`, 160);
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The whole alert as plain text, for mail programs without HTML and for screen readers. */
export function plainText(lines: AlertLines, link: string): string {
  const row = ([label, value]: [string, string]): string => `${label}: ${value}`;
  const parts: (string | null)[] = [
    `PERINGATAN ${lines.level} – ${lines.office}`,
    lines.title,
    lines.when,
    lines.note === null ? null : `\n${lines.note}`,
    `\n${lines.sentence}`,
    lines.figures.map(row).join('\n'),
    lines.stories.length === 0
      ? null
      : `\nCerita teratas:\n${lines.stories.map(({ title, count }, n) => `${n + 1}. ${title} (${count})`).join('\n')}`,
    lines.facts.length === 0 ? null : `\n${lines.facts.map(row).join('\n')}`,
    lines.nextStep === null ? null : `\nLangkah berikutnya: ${lines.nextStep}`,
    `\nBuka isu: ${link}`,
    `\n${footer}`,
  ];
  return parts.filter((part) => part !== null).join('\n');
}

export const footer =
  'Pesan otomatis dari Saring; tidak perlu dibalas. Bila ini alarm keliru, tandai pada halaman isunya. Angka menunjukkan unggahan yang terkumpul, bukan semua yang beredar.';
