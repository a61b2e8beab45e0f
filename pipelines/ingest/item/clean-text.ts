import { maxTextLength } from '../../../shared/domain/item.ts';

export interface CleanedText {
  text: string;
  /** The text was longer than an item keeps. */
  capped: boolean;
  /** Characters no text should hold were taken out. */
  repaired: boolean;
}

const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** Text fit for storing: no control characters, no half characters, Unicode NFC, at most `maxTextLength` long. */
export function cleanText(raw: string): CleanedText {
  // Normalising costs time with the length, and nobody needs more than this to know that it is too long.
  const capped = raw.length > maxTextLength;
  const start = capped ? raw.slice(0, maxTextLength) : raw;
  const whole = start.isWellFormed() ? start : start.toWellFormed().replaceAll('\ufffd', '');
  const bare = whole.replace(controls, '');
  // A cut through a pair of surrogates is no fault of the text's.
  const repaired =
    !(capped ? raw.slice(0, maxTextLength - 1) : raw).isWellFormed() || bare.length !== whole.length;
  return { text: bare.normalize('NFC').trim(), capped, repaired };
}
