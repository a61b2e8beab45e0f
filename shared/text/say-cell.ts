import type { ReportCell, ReportColumn } from '../domain/opinion-map.ts';
import type { Unit } from '../domain/unit.ts';

const whole = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const upToTwo = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 });
const formats = new Map<string, Intl.DateTimeFormat>();

function sayInstant(at: number, zone: Unit['zone']): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('id-ID', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: zone,
    });
  formats.set(zone, format);
  return format.format(at);
}

/** A real minus sign, as wide as a plus. */
const minus = (text: string): string => text.replace('-', '−');

/** A cell as people read it in Indonesian; a null is an en dash: not shown, or not known. */
export function sayCell(cell: ReportCell, type: ReportColumn['type'], zone: Unit['zone']): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  switch (type) {
    case 'share':
      return `${minus(oneDigit.format(cell * 100))}%`;
    case 'decimal':
      return minus(oneDigit.format(cell));
    case 'number':
      return minus(upToTwo.format(cell));
    case 'instant':
      return sayInstant(cell, zone);
    default:
      return minus(whole.format(cell));
  }
}

/** Longest text a cell on paper shows: about fifteen lines of a column; the whole is in the workbook and the CSV. */
const maxPaperChars = 600;

/** {@link sayCell} for a page that is printed: long texts are cut, with an ellipsis. */
export function sayCellOnPaper(cell: ReportCell, type: ReportColumn['type'], zone: Unit['zone']): string {
  const text = sayCell(cell, type, zone);
  return text.length <= maxPaperChars ? text : `${text.slice(0, maxPaperChars - 1).trimEnd()}…`;
}

/** Longest text a cell of a workbook or CSV keeps: Excel's limit is 32,767. */
export const maxCellChars = 32_000;

/**
 * Text from outside made safe for a spreadsheet (OWASP, CSV injection): what would be taken for a formula gets an
 * apostrophe before it; control characters that XML 1.0 forbids are dropped; too long texts are cut.
 */
export function escapeFormula(text: string): string {
  const clean = text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .slice(0, maxCellChars);
  // Full-width signs are signs to some spreadsheets.
  return /^[\s]*[=+\-@\t\r＝＋－＠]/.test(clean) ? `'${clean}` : clean;
}
