import { useEffect, useRef } from 'preact/hooks';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useStore } from '../stores/create-store.ts';
import { themeStore } from '../stores/preferences.ts';
import { marksApart } from './marks-apart.ts';
import { zoneNow } from './times.tsx';

export interface ChartPoint {
  /** Epoch ms, start of the bucket. */
  at: number;
  items: number;
  negative: number;
}

export interface ChartEvent {
  at: number;
  /** Drawn over the line: a letter that the list below explains. */
  mark: string;
}

interface Props {
  points: readonly ChartPoint[];
  events: readonly ChartEvent[];
  label: string;
  names: { items: string; negative: string };
  height?: number;
}

/** A colour of the tokens as it is now; light-dark() has been resolved by the browser. */
function colour(name: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Pixels that a letter and the space beside it take. */
const markApart = 14;

/** Vertical lines with their marks, over the bars. */
const drawEvents = (events: readonly ChartEvent[]) => (plot: UPlot) => {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = colour('--kritis');
  ctx.fillStyle = colour('--kritis');
  ctx.lineWidth = ratio;
  ctx.setLineDash([3 * ratio, 3 * ratio]);
  ctx.font = `600 ${11 * ratio}px system-ui, sans-serif`;
  // The axes left theirs.
  ctx.textAlign = 'left';
  const right = bbox.left + bbox.width;
  const drawn = events
    .map(({ at, mark }) => ({ x: Math.round(plot.valToPos(at / 1_000, 'x', true)), mark }))
    .filter(({ x }) => x >= bbox.left && x <= right);
  for (const { x } of drawn) {
    ctx.beginPath();
    ctx.moveTo(x, bbox.top + 12 * ratio);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  for (const { x, mark } of marksApart(drawn, markApart * ratio)) {
    const width = ctx.measureText(mark).width;
    ctx.fillText(mark, Math.min(x - 3 * ratio, right - width), bbox.top + 9 * ratio);
  }
  ctx.restore();
};

function optionsOf({ events, names, height = 190 }: Props, width: number): UPlot.Options {
  const ink = colour('--ink-soft');
  const line = colour('--line');
  const bars = UPlot.paths.bars?.({ size: [0.86, 40], gap: 1 });
  const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
  const zone = zoneNow();
  return {
    width,
    height,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1_000), zone),
    scales: { y: { range: (_plot, _min, max) => [0, Math.max(4, max * 1.15)] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        values: [
          [86_400, '{D}/{M}', null, null, null, null, null, null, 1],
          [3_600, '{HH}.{mm}', '\n{D}/{M}', null, '\n{D}/{M}', null, null, null, 1],
          [60, '{HH}.{mm}', '\n{D}/{M}', null, '\n{D}/{M}', null, null, null, 1],
        ],
      },
      { ...axis, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000] },
    ],
    series: [
      {},
      {
        label: names.items,
        fill: colour('--neutral'),
        stroke: colour('--neutral'),
        width: 0,
        points: { show: false },
        ...(bars ? { paths: bars } : {}),
      },
      {
        label: names.negative,
        fill: colour('--negative'),
        stroke: colour('--negative'),
        width: 0,
        points: { show: false },
        ...(bars ? { paths: bars } : {}),
      },
    ],
    hooks: { draw: [drawEvents(events)] },
  };
}

/** Bars over time with what happened; say the same in a table beside it. */
export function TimeChart(props: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const theme = useStore(themeStore);
  const { points, events, label } = props;
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const data: UPlot.AlignedData = [
      points.map(({ at }) => at / 1_000),
      points.map(({ items }) => items),
      points.map(({ negative }) => negative),
    ];
    let plot = new UPlot(optionsOf(props, element.clientWidth), data, element);
    const redraw = (): void => {
      plot.destroy();
      plot = new UPlot(optionsOf(props, element.clientWidth), data, element);
    };
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', redraw);
    const watcher = new ResizeObserver(() => {
      if (element.clientWidth > 0 && element.clientWidth !== plot.width)
        plot.setSize({ width: element.clientWidth, height: props.height ?? 190 });
    });
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      dark.removeEventListener('change', redraw);
      plot.destroy();
    };
  }, [points, events, theme]);
  return (
    <div
      class="time-chart"
      ref={frame}
      role="img"
      aria-label={label}
      style={{ minHeight: `${props.height ?? 190}px` }}
    />
  );
}
