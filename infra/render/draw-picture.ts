import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

const fontFolder = new URL('.', import.meta.resolve('pdfmake/build/fonts/Roboto/Roboto-Regular.ttf'));

/** A font file that comes with pdfmake (Roboto, Apache-2.0): the same letters on every machine. */
export const fontFile = (name: 'Regular' | 'Medium' | 'Italic' | 'MediumItalic'): string =>
  fileURLToPath(new URL(`Roboto-${name}.ttf`, fontFolder));

/** The chart as PNG at twice its size, sharp in print; only our own fonts are read. */
export function drawPicture({ svg, width }: { svg: string; width: number }): Uint8Array {
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: width * 2 },
    background: '#ffffff',
    font: {
      fontFiles: [fontFile('Regular'), fontFile('Medium')],
      loadSystemFonts: false,
      defaultFontFamily: 'Roboto',
    },
  });
  return picture.render().asPng();
}
