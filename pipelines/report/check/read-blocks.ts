/** The parts of a Markdown report, whatever its list and heading styles. */
export interface ReportBlocks {
  title: string;
  /** `Key: value` entries of the head: list, plain lines, front matter or a two-column table. */
  entries: { key: string; value: string }[];
  /** Running text by heading; list entries become sentences of their own. */
  sections: { heading: string; text: string }[];
  tables: { heading: string; rows: string[][] }[];
}

const marker = /^\s{0,8}(?:[-*+•]|\d{1,2}[.)]|[a-z][.)])\s+/u;
const plain = (text: string): string =>
  text
    .replace(/[*_`]{1,3}/gu, '')
    .replace(/<[^<>]{1,80}>/gu, ' ')
    .trim();

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/u, '')
    .replace(/\|$/u, '')
    .split('|')
    .map((cell) => plain(cell));
const isRule = (line: string): boolean => /^[\s|:+=-]{3,}$/u.test(line) && line.includes('-');

const headingOf = (lines: readonly string[], index: number): string | null => {
  const line = lines[index] ?? '';
  const marked = /^\s{0,3}#{1,6}\s+(.+?)\s*#*\s*$/u.exec(line)?.[1];
  if (marked !== undefined) return plain(marked);
  const below = lines[index + 1] ?? '';
  // The last line of a front matter is no heading underlined.
  const entry = headKey.test(line) && /^\w[\w ]{1,30}:\s/u.test(line);
  if (line.trim() !== '' && !entry && !line.includes('|') && /^\s{0,3}(?:={3,}|-{3,})\s*$/u.test(below))
    return plain(line);
  const bold = /^\s{0,3}\*\*([^*]{3,90})\*\*:?\s*$/u.exec(line)?.[1];
  return bold !== undefined && !/[:：]\s*\S/u.test(bold) ? plain(bold) : null;
};

const entryOf = (line: string): { key: string; value: string } | null => {
  const match = /^([^:：|]{2,40}?)\s*[:：]\s*(.+)$/u.exec(plain(line.replace(marker, '')));
  return match === null ? null : { key: match[1]!.trim(), value: match[2]!.trim() };
};

const headKey =
  /^(?:kode|unit|office|date|submitted|period\b|diterima|dibuat|masuk|satuan kerja|satker|nama|wilayah|periode|masa|triwulan|tw\b|kuartal|tanggal|tgl|disampaikan|dikirim|diserahkan|disusun|batas|tenggat|nomor|penyusun|penanggung|jenis|status|tahun|jangka|hari|dilaporkan|waktu|provinsi|title|judul)/iu;

interface State {
  blocks: ReportBlocks;
  heading: string;
  narrative: string[];
}

const flush = ({ blocks, heading, narrative }: State): void => {
  const text = narrative.join('\n').trim();
  if (text !== '') blocks.sections.push({ heading, text });
  narrative.length = 0;
};

function takeTable(lines: readonly string[], index: number, state: State): number {
  const rows: string[][] = [];
  let end = index;
  while (end < lines.length && lines[end]!.includes('|')) {
    if (!isRule(lines[end]!)) rows.push(cellsOf(lines[end]!));
    end++;
  }
  const keyed = rows.filter((row) => row.length === 2 && headKey.test(row[0]!));
  if (inHead(state) && keyed.length > 1 && keyed.length >= rows.length / 2)
    for (const [key, value] of keyed) state.blocks.entries.push({ key: key!, value: value! });
  else state.blocks.tables.push({ heading: state.heading, rows });
  return end;
}

const headHeading = /identitas|data (?:laporan|umum)|informasi (?:umum|laporan)|kepala/iu;

/** True until the first section or table is closed: entries there describe the report, later ones belong to it. */
const inHead = ({ blocks, heading }: State): boolean =>
  (blocks.sections.length === 0 && blocks.tables.length === 0) || headHeading.test(heading);

function takeLine(line: string, state: State): void {
  const entry = entryOf(line);
  if (entry && headKey.test(entry.key) && inHead(state)) {
    state.blocks.entries.push(entry);
    return;
  }
  const figure = entry && marker.test(line) && /^[\d.,]+\s?%?(?:\s\p{L}+){0,2}\.?$/u.test(entry.value);
  if (figure) {
    state.blocks.tables.push({ heading: state.heading, rows: [[entry.key, entry.value]] });
    return;
  }
  const text = plain(line.replace(/^\s{0,8}>\s?/u, '').replace(marker, ''));
  if (text === '' && state.narrative.length === 0) return;
  const starts = marker.test(line) || line.trim() === '' || state.narrative.length === 0;
  if (starts) state.narrative.push(text);
  else state.narrative[state.narrative.length - 1] += ` ${text}`;
}

/** Splits a report into its parts. Linear in the text; any input is accepted. */
export function readBlocks(text: string): ReportBlocks {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u);
  const state: State = {
    blocks: { title: '', entries: [], sections: [], tables: [] },
    heading: '',
    narrative: [],
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (/^\s{0,3}(?:-{3,}|={3,}|\*{3,}|_{3,})\s*$/u.test(line)) continue;
    const heading = headingOf(lines, index);
    if (heading !== null) {
      flush(state);
      if (state.blocks.title === '') state.blocks.title = heading;
      state.heading = heading;
    } else if (line.includes('|') && (line.trim().startsWith('|') || isRule(lines[index + 1] ?? ''))) {
      index = takeTable(lines, index, state) - 1;
    } else takeLine(line, state);
  }
  flush(state);
  return state.blocks;
}
