import type { RowWriter } from '../../shared/ports/row-writer.ts';
import { createCsvRowWriter, createJsonlRowWriter } from './rows/create-text-row-writers.ts';
import { createXlsxRowWriter } from './rows/create-xlsx-row-writer.ts';

/** Every format rows are exported in. */
export const createRowWriters = (): RowWriter[] => [
  createCsvRowWriter(),
  createJsonlRowWriter(),
  createXlsxRowWriter(),
];
