import { useEffect, useState } from 'preact/hooks';
import { setQuery, usePlace } from '../../router/router.ts';

/** Long enough not to ask at every key. */
const restMs = 300;

/** Words that are looked for; they stand in the address as `q`. */
export function SearchBox({ label }: { label: string }) {
  const asked = usePlace().query.get('q') ?? '';
  const [typed, setTyped] = useState(asked);
  useEffect(() => {
    if (typed === asked) return;
    const timer = setTimeout(() => setQuery({ q: typed.trim() || null }), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <input
      type="search"
      class="input klaim-filter"
      aria-label={label}
      placeholder={label}
      value={typed}
      maxLength={200}
      onInput={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  );
}
