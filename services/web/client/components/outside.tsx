import { tamed } from '../../../../shared/domain/tamed.ts';

export { tamed };

interface Props {
  text: string;
  /** Characters; longer texts are cut with an ellipsis. */
  most?: number;
}

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most).trimEnd()}…` : text;

/** Any text that was written outside: always text, never markup. */
export const Outside = ({ text, most = 2_000 }: Props) => (
  <span class="outside" dir="auto">
    {tamed(cut(text, most))}
  </span>
);

/** A text whose matches lie between U+0002 and U+0003, as the search gives it. */
export function Highlighted({ text }: { text: string }) {
  const parts = text.split(/[\u0002\u0003]/);
  return (
    <span class="outside" dir="auto">
      {parts.map((part, n) => (n % 2 === 1 ? <mark>{tamed(part)}</mark> : tamed(part)))}
    </span>
  );
}

/** The address of an item: only what a browser opens safely becomes a link. */
export const safeLink = (url: string | null): string | null => {
  if (url === null) return null;
  try {
    return /^https?:$/.test(new URL(url).protocol) ? url : null;
  } catch {
    return null;
  }
};
