import { useTexts } from '../texts/catalogue.ts';
import { common } from '../texts/common.ts';

const height = 28;
const step = 6;

/** Bars of the last days; the one that stands for now has the accent. */
export function Spark({ values, bucketMs }: { values: readonly number[]; bucketMs: number }) {
  const say = useTexts(common);
  const peak = Math.max(1, ...values);
  const label = say('spark', {
    hours: Math.round(bucketMs / 3_600_000),
    peak: Math.max(0, ...values),
    last: values.at(-1) ?? 0,
  });
  return (
    <svg
      class="spark"
      viewBox={`0 0 ${values.length * step} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {values.map((value, n) => {
        // A bucket with anything in it is seen; an empty one is a line.
        const tall = value === 0 ? 1 : 3 + (value / peak) * (height - 3);
        const isLast = n === values.length - 1;
        return (
          <rect
            class={isLast ? 'last' : ''}
            x={n * step}
            y={height - tall}
            width={step - 1.5}
            height={tall}
          />
        );
      })}
    </svg>
  );
}
