import { unitName } from '../../shared/areas/units.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { Level } from '../../shared/domain/risk.ts';

/** ANSI colours by level; none where the output is no terminal or NO_COLOR is set. */
const colours: Record<Level, string> = {
  kritis: '\u001b[97;41m',
  tinggi: '\u001b[31m',
  sedang: '\u001b[33m',
  rendah: '\u001b[2m',
};
const bold = '\u001b[1m';
const dim = '\u001b[2m';
const reset = '\u001b[0m';

const number = new Intl.NumberFormat('id-ID');

/** Breaks a text at spaces, so that no line is longer than `width`. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  if (line) lines.push(line);
  return lines;
}

/** Control characters of collected texts would be commands to the terminal. */
const plain = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ');

interface FeedStyle {
  colour: boolean;
  /** Characters a line. */
  width: number;
}

function issueLines(issue: Issue, place: number, { colour, width }: FeedStyle): string[] {
  const paint = (code: string, text: string): string => (colour ? `${code}${text}${reset}` : text);
  const { counts, risk, priority } = issue;
  const level = paint(colours[risk.level], ` ${risk.level.toUpperCase()} `);
  const copies = counts.items - counts.unique;
  const volume = `${number.format(counts.unique)} unggahan${copies > 0 ? ` + ${number.format(copies)} salinan` : ''}`;
  const tone = `negatif ${counts.negative}, netral ${counts.neutral}, positif ${counts.positive}`;
  const indent = '    ';
  const body = (text: string): string[] =>
    wrap(plain(text), width - indent.length).map((line) => indent + line);
  return [
    `${String(place).padStart(2)}. ${level} ${paint(bold, plain(issue.title))}`,
    paint(dim, `${indent}${issue.number} · ${unitName(issue.unit)} · ${issue.topic} · ${volume} · ${tone}`),
    ...body(`Mengapa: ${priority.reason}`),
    ...body(`Langkah: ${priority.nextStep}`),
  ];
}

/** The issue feed for a terminal, most urgent first. */
export function formatFeed(issues: readonly Issue[], total: number, style: FeedStyle): string {
  if (issues.length === 0)
    return 'Belum ada isu. Isu muncul bila ada unggahan tentang KPU yang diulang atau berisiko.\n';
  const lines = issues.flatMap((issue, index) => [...issueLines(issue, index + 1, style), '']);
  const rest = total > issues.length ? [`… dan ${number.format(total - issues.length)} isu lain.`, ''] : [];
  return `${['', 'ISU YANG PERLU DIPERHATIKAN, yang paling mendesak di atas', '', ...lines, ...rest].join('\n')}`;
}
