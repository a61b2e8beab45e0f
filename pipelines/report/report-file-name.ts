import type { OpinionMap } from '../../shared/domain/opinion-map.ts';

/** `peta-opini_35.73_2026-W47.pdf`, `berkas-isu_RI_ISU-2026-000123.docx`: what a file is, without opening it. */
export const reportFileName = (
  { unit, span }: Pick<OpinionMap, 'unit' | 'span'>,
  { format, extension }: { format: string; extension: string },
): string =>
  `${span.kind === 'issue' ? 'berkas-isu' : 'peta-opini'}_${unit.code}_${span.key}.${format === 'csv' ? 'csv.zip' : extension}`;
