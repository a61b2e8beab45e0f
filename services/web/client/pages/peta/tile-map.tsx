import { provinceTiles } from '../../../../../shared/domain/province-tiles.ts';
import { unitName } from '../../stores/units.ts';
import { sayNumber, useTexts } from '../../texts/catalogue.ts';
import { sayShare } from './cells.ts';
import { mapTexts } from './texts.ts';

export interface TileValue {
  count: number;
  /** 0 to 1; null below n = 30. */
  negativeShare: number | null;
}

const step = 52;
const size = 48;
/** Lower edges of the five shades; more than half negative is the darkest. */
const edges = [0, 0.1, 0.2, 0.35, 0.5];
const shadeOf = (share: number): number => edges.filter((edge) => share >= edge).length;
const looksOf = (value: TileValue | undefined): string =>
  !value || value.count === 0
    ? 'none'
    : value.negativeShare === null
      ? 'few'
      : `shade-${shadeOf(value.negativeShare)}`;

/** Every province as one tile of the same size; each leads to its regencies and cities. */
export function TileMap({ values }: { values: ReadonlyMap<string, TileValue> }) {
  const say = useTexts(mapTexts);
  const countOf = (code: string): string =>
    values.get(code)?.count ? sayNumber(values.get(code)!.count) : '–';
  const told = (code: string): string => {
    const name = unitName(code).replace(/^(KPU|KIP) (Provinsi )?/, '');
    const value = values.get(code);
    if (!value || value.count === 0) return say('tileNone', { name });
    return value.negativeShare === null
      ? say('tileFew', { name, n: value.count })
      : say('tile', { name, n: value.count, share: sayShare(value.negativeShare) });
  };
  return (
    <div class="stack">
      <div class="map-frame scroll-shade">
        <svg class="map-tiles" viewBox={`0 0 ${16 * step} ${8 * step}`} aria-label={say('tiles')}>
          {Object.entries(provinceTiles).map(([code, [column, row, letters]]) => (
            <a
              key={code}
              href={`/peta?unit=${code}`}
              aria-label={`${letters} ${countOf(code)} · ${told(code)}`}
            >
              <title>{told(code)}</title>
              <g
                class={`map-tile ${looksOf(values.get(code))}`}
                transform={`translate(${column * step + 2} ${row * step + 2})`}
              >
                <rect width={size} height={size} rx="6" />
                <text x={size / 2} y="20" class="map-letters">
                  {`${letters} `}
                </text>
                <text x={size / 2} y="37" class="map-count">
                  {countOf(code)}
                </text>
              </g>
            </a>
          ))}
        </svg>
      </div>
      <Legend />
    </div>
  );
}

function Legend() {
  const say = useTexts(mapTexts);
  const words = edges.map((edge, n) =>
    n === edges.length - 1 ? `≥ ${sayShare(edge, 0)}` : `${sayShare(edge, 0)}–${sayShare(edges[n + 1]!, 0)}`,
  );
  return (
    <ul class="map-legend small" aria-hidden="true">
      {words.map((word, n) => (
        <li>
          <span class={`map-swatch shade-${n + 1}`} />
          {word}
        </li>
      ))}
      <li>
        <span class="map-swatch few" />
        {say('few')}
      </li>
      <li>
        <span class="map-swatch none" />
        {say('none')}
      </li>
    </ul>
  );
}
