import type { Paper } from '../domain/paper.ts';

/** Makes the files that go with an answer. Not in here: what they say. The libraries are loaded when first asked. */
export interface AnswerFiles {
  /** A QR code as rows of dark and light modules, without the quiet zone; error correction M. */
  qr(text: string): Promise<boolean[][]>;
  /** A picture of an SVG as PNG, at twice `width`. */
  picture(svg: string, width: number): Promise<Uint8Array>;
  docx(paper: Paper): Promise<Uint8Array>;
  pdf(paper: Paper): Promise<Uint8Array>;
}
