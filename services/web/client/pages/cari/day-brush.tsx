import { useRef, useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { useApi } from '../../api/use-api.ts';
import { Field } from '../../components/field.tsx';
import { dayOf } from '../../components/periods.ts';
import { setQuery } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { filterOf, type Search, startOf } from './search-query.ts';
import { searchTexts } from './texts.ts';

const dayMs = 86_400_000;
const height = 56;
/** Chosen: more days than pixels on a phone show nothing. */
const mostDays = 180;

interface Day {
  day: string;
  items: number;
}

/** Every day from the first to the last, empty ones too; the newest `mostDays`. */
function daysOf(buckets: readonly { at: string; items: number }[]): Day[] {
  if (buckets.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { at, items } of buckets) {
    const day = dayOf(Date.parse(at));
    counts.set(day, (counts.get(day) ?? 0) + items);
  }
  const known = [...counts.keys()].sort();
  const end = startOf(known.at(-1)!);
  const start = Math.max(startOf(known[0]!), end - mostDays * dayMs);
  const days: Day[] = [];
  for (let at = start; at <= end; at += dayMs) {
    const day = dayOf(at);
    days.push({ day, items: counts.get(day) ?? 0 });
  }
  return days;
}

/** Days as bars to drag over; the two date fields say and do the same. */
export function DayBrush({ search }: { search: Search }) {
  const say = useTexts(searchTexts);
  const filter = filterOf(search, { withDays: false });
  const answer = useApi(`/v1/item-histogram?${JSON.stringify(filter)}`, () =>
    bodyOf(api.GET('/v1/item-histogram', { params: { query: { ...filter, every: 'hour' } } })),
  );
  const days = daysOf(answer.data?.buckets ?? []);
  return (
    <section class="day-brush" aria-label={say('days')}>
      <DayBars days={days} search={search} />
      <div class="day-fields">
        <Field label={say('from')}>
          <input
            type="date"
            value={search.from}
            max={search.to || undefined}
            onChange={(event) => setQuery({ from: event.currentTarget.value })}
          />
        </Field>
        <Field label={say('to')}>
          <input
            type="date"
            value={search.to}
            min={search.from || undefined}
            onChange={(event) => setQuery({ to: event.currentTarget.value })}
          />
        </Field>
      </div>
    </section>
  );
}

function DayBars({ days, search }: { days: readonly Day[]; search: Search }) {
  const say = useTexts(searchTexts);
  const frame = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<readonly [number, number] | null>(null);
  if (days.length === 0) return <div class="day-bars" />;
  const peak = Math.max(1, ...days.map(({ items }) => items));
  const indexAt = ({ clientX }: PointerEvent): number => {
    const { left, width } = frame.current!.getBoundingClientRect();
    return Math.max(0, Math.min(days.length - 1, Math.floor(((clientX - left) / width) * days.length)));
  };
  const isIn = (n: number): boolean => {
    if (drag) return n >= Math.min(...drag) && n <= Math.max(...drag);
    const { day } = days[n]!;
    return (search.from === '' || day >= search.from) && (search.to === '' || day <= search.to);
  };
  const end = (): void => {
    if (!drag) return;
    setQuery({ from: days[Math.min(...drag)]!.day, to: days[Math.max(...drag)]!.day });
    setDrag(null);
  };
  return (
    <svg
      ref={frame}
      class="day-bars"
      viewBox={`0 0 ${days.length * 10} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say('dayLabel', { from: days[0]!.day, to: days.at(-1)!.day, peak })}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const n = indexAt(event);
        setDrag([n, n]);
      }}
      onPointerMove={(event) => drag && setDrag([drag[0], indexAt(event)])}
      onPointerUp={end}
      onPointerCancel={() => setDrag(null)}
    >
      {days.map(({ day, items }, n) => {
        const tall = items === 0 ? 1 : 3 + (items / peak) * (height - 4);
        return (
          <rect
            key={day}
            class={isIn(n) ? 'in' : ''}
            x={n * 10 + 0.5}
            y={height - tall}
            width={9}
            height={tall}
          >
            <title>{`${day}: ${items}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}
