import type { ReportRenderer } from '../../shared/ports/report-renderer.ts';
import { createCsvRenderer } from './csv/create-csv-renderer.ts';
import { createHtmlRenderer } from './html/create-html-renderer.ts';
import { createJsonRenderer } from './json/create-json-renderer.ts';

/** Every format a report comes in. The heavy libraries are loaded when the renderers are asked for, not before. */
export async function createRenderers(): Promise<ReportRenderer[]> {
  const [{ createXlsxRenderer }, { createPdfRenderer }, { createDocxRenderer }] = await Promise.all([
    import('./xlsx/create-xlsx-renderer.ts'),
    import('./pdf/create-pdf-renderer.ts'),
    import('./docx/create-docx-renderer.ts'),
  ]);
  return [
    createXlsxRenderer(),
    createCsvRenderer(),
    createPdfRenderer(),
    createDocxRenderer(),
    createHtmlRenderer(),
    createJsonRenderer(),
  ];
}
