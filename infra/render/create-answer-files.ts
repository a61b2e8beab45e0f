import type { AnswerFiles } from '../../shared/ports/answer-files.ts';

/** DOCX, PDF, PNG and QR codes by the installed libraries. */
export const createAnswerFiles = (): AnswerFiles => ({
  async qr(text) {
    const { default: QRCode } = await import('qrcode');
    const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
    return Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => data[row * size + column] === 1),
    );
  },
  async picture(svg, width) {
    const { drawPicture } = await import('./draw-picture.ts');
    return drawPicture({ svg, width });
  },
  async docx(paper) {
    return (await import('./docx/write-paper-docx.ts')).writePaperDocx(paper);
  },
  async pdf(paper) {
    return (await import('./pdf/write-paper-pdf.ts')).writePaperPdf(paper);
  },
});
