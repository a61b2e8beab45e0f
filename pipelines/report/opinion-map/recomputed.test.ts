import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../../infra/records/sqlite-dialect.ts';
import { createRenderers } from '../../../infra/render/create-renderers.ts';
import { definePages } from '../../../infra/render/pdf/create-pdf-renderer.ts';
import { openSqlite } from '../../../infra/sqlite/open-sqlite.ts';
import { areasBelow, unitOfCode } from '../../../services/cli/report/unit-of-code.ts';
import type { OpinionMap } from '../../../shared/domain/opinion-map.ts';
import { createFixedClock } from '../../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../../shared/text/search-terms.ts';
import { buildOpinionMap } from './build-opinion-map.ts';
import { gatherInput } from './gather-input.ts';
import { makeWeek } from './random-week.contract.ts';
import { type Recount, recount } from './recount.contract.ts';

/** Numbers as an Indonesian reader writes them, by hand and not by Intl. */
const whole = (value: number): string => String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, '.');
function say(value: number | null, type: string): string {
  if (value === null) return '–';
  const sign = value < 0 ? '−' : '';
  if (type === 'integer') return sign + whole(value);
  const tenths = Math.round(Math.abs(type === 'share' ? value * 100 : value) * 10);
  const text = `${whole(Math.floor(tenths / 10))},${tenths % 10}`;
  return `${tenths === 0 ? '' : sign}${text}${type === 'share' ? '%' : ''}`;
}

const letters = (text: string): string => text.replace(/[^a-z]+/gi, ' ').trim();
const tagless = (text: string): string => text.replace(/<[^>]*>/g, '\u0001');
/** Every text of the pages, in order. */
function textsOf(node: unknown): string[] {
  if (typeof node === 'string' || typeof node === 'number') return [String(node)];
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { text, stack, table, content, columns } = node as Record<string, unknown>;
  const body = table === undefined ? [] : textsOf((table as { body: unknown }).body);
  return [...textsOf(text), ...textsOf(stack), ...body, ...textsOf(content), ...textsOf(columns)];
}

describe.each(['RI', '73', '73.71'])('every number of the opinion map of %s, counted another way', (code) => {
  const unit = unitOfCode(code);
  const week = makeWeek(unit.zone);
  const { span, items, issues, alerts, audit } = week;
  let map: OpinionMap;
  let expected: Recount;
  const files = new Map<string, Uint8Array>();

  beforeAll(async () => {
    const sqlite = openSqlite(':memory:');
    const index = createSqliteIndex(sqlite, searchTerms);
    const { records } = await createRecords(createSqliteDialect(sqlite));
    await index.put(items);
    await index.assign(items.map((item) => ({ ...item, linkedAt: span.to })));
    await records.issues.put(issues);
    await records.alerts.put(alerts);
    for (const entry of audit) await records.audit.append(entry);
    const input = await gatherInput(
      { index, records, clock: createFixedClock(span.to) },
      { unit, span, areas: areasBelow(unit), modelErrors: [] },
    );
    map = buildOpinionMap(input);
    expected = recount(week, code);
    for (const { format, render } of await createRenderers()) files.set(format, await render(map));
  }, 60_000);

  const tablesOf = () => map.sections.flatMap(({ tables }) => tables);
  const isNumber = (type: string) => type !== 'text' && type !== 'instant';
  /** Expected rows beside the columns they stand in; rows are found by their first cell. */
  const cases = () =>
    tablesOf().flatMap((table) =>
      (expected.tables[table.id] ?? []).map(({ name, values }) => ({
        table,
        name,
        values,
        numeric: table.columns.flatMap(({ type }, at) => (isNumber(type) ? [{ at, type }] : [])),
      })),
    );

  it('in the definition', () => {
    expect(map.figures.map(({ key }) => key).sort()).toEqual(Object.keys(expected.figures).sort());
    for (const { key, value } of map.figures) {
      const wanted = expected.figures[key]!;
      if (wanted === null) expect(value, key).toBeNull();
      else expect(value, key).toBeCloseTo(wanted, 9);
    }
    const counted = tablesOf().filter(({ columns }) => columns.some(({ type }) => isNumber(type)));
    expect(Object.keys(expected.tables).sort()).toEqual(
      counted.flatMap(({ id }) => (id === 'recommendations' ? [] : id)).sort(),
    );
    for (const { table, name, values, numeric } of cases()) {
      const row = table.rows.find((cells) => name.every((part, at) => cells[at] === part));
      expect(row, `${table.id} ${name}`).toBeDefined();
      for (const [n, { at }] of numeric.entries()) {
        const cell = row![at]!;
        if (values[n] === null) expect(cell, `${table.id} ${name} ${at}`).toBeNull();
        else expect(cell, `${table.id} ${name} ${at}`).toBeCloseTo(values[n]!, 9);
      }
    }
    for (const table of tablesOf())
      if (expected.tables[table.id])
        expect(table.rows.length, table.id).toBe(expected.tables[table.id]!.length);
  });

  it('in the sentences', () => {
    const text = [...map.summary, ...map.sections.flatMap(({ paragraphs }) => paragraphs)].join(' ');
    for (const sentence of expected.sentences(say)) expect(text).toContain(sentence);
  });

  it('in the workbook', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(files.get('xlsx') as unknown as ArrayBuffer);
    const head = book.getWorksheet('Ringkasan')!;
    const shown = new Map<string, unknown>();
    head.eachRow((row) => {
      const label = row.getCell(1).value;
      shown.set(String(label), row.getCell(2).value);
    });
    for (const { key, label } of map.figures) {
      const value = shown.get(label);
      const wanted = expected.figures[key]!;
      expect(value, key).toEqual(wanted === null ? null : expect.closeTo(wanted, 9));
    }
    for (const { table, name, values, numeric } of cases()) {
      const sheet = book.worksheets.find(
        ({ name: title }) => letters(title) === letters(table.title.slice(0, 31)),
      )!;
      let found = false;
      sheet.eachRow((row) => {
        if (!name.every((part, at) => row.getCell(at + 1).value === part)) return;
        found = true;
        for (const [n, { at }] of numeric.entries())
          expect(row.getCell(at + 1).value ?? null, `${table.id} ${name}`).toEqual(
            values[n] === null ? null : expect.closeTo(values[n]!, 9),
          );
      });
      expect(found, `${table.id} ${name}`).toBe(true);
    }
  });

  it('in the CSV files', () => {
    const zip = unzipSync(files.get('csv')!);
    for (const { table, name, values, numeric } of cases()) {
      const file = Object.keys(zip).find((path) => path.endsWith(`-${table.id}.csv`))!;
      const rows = strFromU8(zip[file]!)
        .split('\r\n')
        .map((line) => line.split(';'));
      const row = rows.find((cells) => name.every((part, at) => cells[at] === part))!;
      for (const [n, { at }] of numeric.entries())
        expect(row[at] === '' ? null : Number(row[at]!.replace(',', '.')), `${table.id} ${name}`).toEqual(
          values[n] === null ? null : expect.closeTo(values[n]!, 9),
        );
    }
  });

  it.each(['html', 'docx', 'pdf'])('in the words of %s', (format) => {
    const separated =
      format === 'pdf'
        ? textsOf(definePages(map)).join('\u0001')
        : format === 'html'
          ? tagless(new TextDecoder().decode(files.get('html')!))
          : tagless(strFromU8(unzipSync(files.get('docx')!)['word/document.xml']!));
    const words = separated
      .replace(/\u0001+/g, '|')
      .replaceAll('\u200b', '')
      .replaceAll('&quot;', '"');
    for (const { key, label, text } of map.figures) {
      expect(words, key).toContain(`${label}|${text}|`);
      const wanted = expected.figures[key]!;
      if (wanted === null) expect(text, key).toMatch(/tidak|belum/);
      else if (Number.isInteger(wanted) && key !== 'clarified') expect(text, key).toBe(whole(wanted));
    }
    for (const { table, name, values, numeric } of cases()) {
      const cells = table.rows.find((row) => name.every((part, at) => row[at] === part))!;
      const line = numeric.map(({ type }, n) => say(values[n]!, type)).join('|');
      // figures stand side by side in one row, in this order
      expect(words, `${table.id} ${name}`).toContain(`|${line}|`);
      expect(words, `${table.id} ${name}`).toContain(
        `|${String(cells[0]).replace('&', format === 'pdf' ? '&' : '&amp;')}|`,
      );
    }
  });
});
