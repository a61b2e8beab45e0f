import { provinceTiles } from '../../../shared/domain/province-tiles.ts';
import { sayWhole } from '../opinion-map/say.ts';
import { colours, svgPage, svgRect, svgText } from './svg.ts';

export interface Tile {
  code: string;
  count: number;
  /** 0 to 1; null below n = 30: drawn grey with its count. */
  negativeShare: number | null;
}

const [size, gap] = [46, 4];
/** Light to dark with the negative share; the last from six tenths on. */
const shades = ['#f7e3e1', '#efc0bb', '#e29089', '#cb5850', '#9c1f18'];
const shadeOf = (share: number): string => shades[Math.min(4, Math.floor((share * 5) / 0.6))]!;

function drawTile({ code, count, negativeShare }: Tile): string[] {
  const [column, row, letters] = provinceTiles[code]!;
  const [x, y] = [column * (size + gap) + 4, row * (size + gap) + 4];
  const fill = count === 0 ? colours.empty : negativeShare === null ? '#cfd5dd' : shadeOf(negativeShare);
  const ink = negativeShare !== null && negativeShare >= 0.36 ? '#ffffff' : colours.text;
  return [
    svgRect(x, y, size, size, fill, 4),
    svgText(x + size / 2, y + 20, letters, {
      size: letters.length > 6 ? 8.5 : 9.5,
      anchor: 'middle',
      bold: true,
      colour: ink,
    }),
    svgText(x + size / 2, y + 35, count === 0 ? '–' : sayWhole(count), {
      size: 10,
      anchor: 'middle',
      colour: ink,
    }),
  ];
}

function drawLegend(y: number): string[] {
  const labels = ['< 12%', '12–24%', '24–36%', '36–48%', '≥ 48%'];
  const parts = [svgText(4, y + 11, 'Bagian negatif:', { size: 10 })];
  [...labels.entries()].forEach(([index, label]) => {
    parts.push(
      svgRect(84 + index * 74, y, 14, 14, shades[index]!, 2),
      svgText(102 + index * 74, y + 11, label, { size: 10 }),
    );
  });
  parts.push(
    svgRect(460, y, 14, 14, '#cfd5dd', 2),
    svgText(478, y + 11, 'kurang dari 30 unggahan', { size: 10 }),
  );
  parts.push(svgRect(612, y, 14, 14, colours.empty, 2), svgText(630, y + 11, 'tidak ada data', { size: 10 }));
  return parts;
}

/** Every province as one tile of the same size, coloured by negative share, with its number of items. */
export function drawTileMap(values: readonly Tile[]): { svg: string; width: number; height: number } {
  const byCode = new Map(values.map((tile) => [tile.code, tile]));
  const parts = Object.keys(provinceTiles).flatMap((code) =>
    drawTile(byCode.get(code) ?? { code, count: 0, negativeShare: null }),
  );
  const [width, height] = [16 * (size + gap) + 6, 8 * (size + gap) + 30];
  return { svg: svgPage(width, height, [...parts, ...drawLegend(height - 22)]), width, height };
}

/** Codes the grid has; a test holds it against the areas file. */
export const tileCodes: readonly string[] = Object.keys(provinceTiles);
