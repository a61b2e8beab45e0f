import { tokenise } from '../../../shared/text/tokenise.ts';

/** Small numbers as words; `satu` and `se-` are articles as often as numbers. */
const asDigits: Readonly<Record<string, string>> = {
  dua: '2',
  tiga: '3',
  empat: '4',
  lima: '5',
  enam: '6',
  tujuh: '7',
  delapan: '8',
  sembilan: '9',
  sepuluh: '10',
  sebelas: '11',
};

const address = /https?:\/\/|\.(?:go|or|co|ac)\.id|\.com|\.id\b/;

/** Without addresses, whose digits say nothing; word by word, so that a long run of signs costs no square. */
export const withoutAddresses = (text: string): string =>
  text
    .split(/\s+/)
    .filter((word) => !address.test(word))
    .join(' ');

/** The numbers that a text says, digits alike however they are grouped or spelt: `2.325`, `2325`, `tujuh`. */
export function numbersSaid(text: string): Set<string> {
  const numbers = new Set<string>();
  for (const word of tokenise(withoutAddresses(text))) {
    const digits = asDigits[word] ?? word;
    if (/^\d/.test(digits)) numbers.add(digits.replace(/^0+(?=\d)/, ''));
  }
  return numbers;
}
