import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Loading, ProblemNotice } from '../components/states.tsx';

/** Fetched by those alone who have to: what shows a second factor's set-up. */
export function SetUpFirst() {
  const [Page, setPage] = useState<{ shown: FunctionComponent } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const load = (): void => {
    setError(null);
    import('../pages/masuk/second-factor-page.tsx').then(
      ({ SecondFactorPage }) => setPage({ shown: SecondFactorPage }),
      setError,
    );
  };
  useEffect(load, []);
  if (error) return <ProblemNotice error={error} onRetry={load} />;
  return Page ? <Page.shown /> : <Loading height="60vh" />;
}
