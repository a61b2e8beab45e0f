import { useEffect } from 'preact/hooks';
import { api } from '../api/client.ts';
import { connectionStore, keptStore } from '../api/connection.ts';
import { Ago, sayMoment } from '../components/times.tsx';
import { usePlace } from '../router/router.ts';
import { useStore } from '../stores/create-store.ts';
import { useTexts } from '../texts/catalogue.ts';
import { shellTexts } from './texts.ts';

/** Chosen: a person waits about so long before they reload by hand. */
const tryEveryMs = 5_000;

/** Says that the server is away, how old what is shown is, and that it is back. */
export function Banners() {
  const say = useTexts(shellTexts);
  const connection = useStore(connectionStore);
  const keptAt = useStore(keptStore);
  const { path } = usePlace();
  // What was kept of the page before says nothing of this one.
  useEffect(() => keptStore.set(null), [path]);
  useEffect(() => {
    if (connection.kind !== 'away') return;
    const timer = setInterval(() => void api.GET('/livez').catch(() => {}), tryEveryMs);
    return () => clearInterval(timer);
  }, [connection.kind]);
  if (connection.kind === 'here') return <div role="status" />;
  if (connection.kind === 'back')
    return (
      <div class="banner good" role="status">
        {say('back')}
      </div>
    );
  const [before, after] = say('kept', { ago: '\n' }).split('\n');
  return (
    <div class="banner" role="status">
      {say('away', { time: sayMoment(connection.since) })}
      {keptAt !== null && (
        <strong>
          {' '}
          {before}
          <Ago at={keptAt} />
          {after}
        </strong>
      )}
    </div>
  );
}
