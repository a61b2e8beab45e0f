import pdfmake from 'pdfmake';
import { fontFile } from '../draw-picture.ts';

/** Nothing but our own fonts is read: a text from outside can name no file and no address. */
export function useOwnFonts(): void {
  pdfmake.setFonts({
    Roboto: {
      normal: fontFile('Regular'),
      bold: fontFile('Medium'),
      italics: fontFile('Italic'),
      bolditalics: fontFile('MediumItalic'),
    },
  });
  const fonts = new Set((['Regular', 'Medium', 'Italic', 'MediumItalic'] as const).map(fontFile));
  pdfmake.setLocalAccessPolicy((path) => fonts.has(path));
  pdfmake.setUrlAccessPolicy(() => false);
}
