import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

/** The title of a page, in the window and on the page. */
export function PageTitle({ title, children }: { title: string; children?: ComponentChildren }) {
  useEffect(() => {
    document.title = `${title} · Saring`;
  }, [title]);
  return <h1 tabIndex={-1}>{children ?? title}</h1>;
}
