import { Component, type ComponentChildren, type FunctionComponent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, ButtonLink } from '../components/button.tsx';
import { Empty, Loading, ProblemNotice } from '../components/states.tsx';
import { matchPath, usePlace } from '../router/router.ts';
import { useTexts } from '../texts/catalogue.ts';
import type { PageProps } from './page-props.ts';
import { type PageEntry, pages } from './pages.ts';
import { shellTexts } from './texts.ts';

const loaded = new Map<PageEntry, FunctionComponent<PageProps>>();

export function pageAt(path: string): { entry: PageEntry; params: Record<string, string> } | null {
  for (const entry of pages) {
    const params = matchPath(entry.path, path);
    if (params) return { entry, params };
  }
  return null;
}

/** The page at the present address: its code is fetched the first time it is opened. */
export function CurrentPage() {
  const { path } = usePlace();
  const say = useTexts(shellTexts);
  const found = pageAt(path);
  const [, draw] = useState({});
  const [error, setError] = useState<unknown>(null);
  const isFirst = useRef(true);
  const Page = found ? loaded.get(found.entry) : undefined;
  const load = (): void => {
    if (!found || loaded.has(found.entry)) return;
    const { entry } = found;
    setError(null);
    entry.load().then(
      ({ Page: page }) => {
        loaded.set(entry, page);
        draw({});
      },
      (problem) => setError(problem),
    );
  };
  useEffect(load, [path]);
  useEffect(() => {
    // A reader of the screen hears the new page's name; the first page has been announced by the browser.
    if (Page && !isFirst.current)
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    if (Page) isFirst.current = false;
  }, [path, Page !== undefined]);
  if (!found)
    return (
      <Empty icon="cari" title={say('notFound')}>
        <p>{say('notFoundDo')}</p>
        <ButtonLink href="/isu">{say('toIssues')}</ButtonLink>
      </Empty>
    );
  if (error) return <ProblemNotice error={error} onRetry={load} />;
  if (!Page) return <Loading height="60vh" />;
  return (
    <Fence key={path}>
      <Page params={found.params} />
    </Fence>
  );
}

/** A page that throws leaves the frame standing, and says what to do. */
class Fence extends Component<{ children: ComponentChildren }, { error: unknown }> {
  override state = { error: null };
  static override getDerivedStateFromError = (error: unknown) => ({ error });
  override componentDidCatch(error: unknown): void {
    console.error(error);
  }
  override render() {
    return this.state.error === null ? this.props.children : <Crashed />;
  }
}

function Crashed() {
  const say = useTexts(shellTexts);
  return (
    <Empty icon="kritis" title={say('crashed')}>
      <p>{say('crashedDo')}</p>
      <Button looks="main" onClick={() => location.reload()}>
        {say('reload')}
      </Button>
    </Empty>
  );
}
