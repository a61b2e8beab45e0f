import { sayNumber } from '../texts/catalogue.ts';
import { tamed } from './outside.tsx';

interface Props {
  rows: readonly { key: string; name: string; count: number }[];
  label: string;
  most?: number;
}

/** Names with their counts, longest first: picture and table in one. */
export function Bars({ rows, label, most = 8 }: Props) {
  const shown = [...rows].sort((a, b) => b.count - a.count).slice(0, most);
  const peak = Math.max(1, ...shown.map(({ count }) => count));
  return (
    <ul class="bars" aria-label={label}>
      {shown.map(({ key, name, count }) => (
        <li key={key}>
          <span class="outside">{tamed(name)}</span>
          <span aria-hidden="true">
            <span class="bar" style={{ display: 'block', width: `${(count / peak) * 100}%` }} />
          </span>
          <span class="number">{sayNumber(count)}</span>
        </li>
      ))}
    </ul>
  );
}
