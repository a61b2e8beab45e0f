import { useEffect } from 'preact/hooks';
import { startLive } from '../api/live.ts';
import { sessionStore } from '../api/session.ts';
import { Loading, ProblemNotice } from '../components/states.tsx';
import { Toasts } from '../components/toasts.tsx';
import { goTo, usePlace } from '../router/router.ts';
import { useStore } from '../stores/create-store.ts';
import { loadUnits } from '../stores/units.ts';
import { useTexts } from '../texts/catalogue.ts';
import { Banners } from './banners.tsx';
import { Navigation } from './navigation.tsx';
import { CurrentPage, pageAt } from './page-frame.tsx';
import { SetUpFirst } from './set-up-first.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import { bootError, readSession } from './start-session.ts';
import { shellTexts } from './texts.ts';

/** The desk: who is in sees the pages, everybody else the door. */
export function App() {
  const say = useTexts(shellTexts);
  const state = useStore(sessionStore);
  const error = useStore(bootError);
  const place = usePlace();
  const isOpen = pageAt(place.path)?.entry.isOpen ?? false;
  const isIn = state.kind === 'in' || state.kind === 'ended';
  const isHeld = state.kind === 'in' && state.session.needsSecondFactor;

  useEffect(startLive, []);
  useEffect(() => {
    if (isIn && !isHeld) loadUnits().catch(() => {});
  }, [isIn, isHeld]);
  useEffect(() => {
    if (place.path === '/') goTo('/isu', { replace: true });
    else if (state.kind === 'out' && !isOpen) {
      const back = place.path + (place.query.size > 0 ? `?${place.query}` : '');
      goTo(back === '/isu' ? '/masuk' : `/masuk?ke=${encodeURIComponent(back)}`, { replace: true });
    }
  }, [place, state.kind, isOpen]);

  if (error && !isIn)
    return (
      <main class="door">
        <ProblemNotice error={error} onRetry={readSession} />
      </main>
    );
  if (isHeld && !isOpen)
    return (
      <main class="door" id="content">
        <SetUpFirst />
        <Toasts />
      </main>
    );
  if (!isIn || isOpen) {
    if (!isOpen) return <Loading height="100vh" />;
    return (
      <main class="door" id="content">
        <CurrentPage />
        <Toasts />
      </main>
    );
  }
  return (
    <div class="desk">
      <a class="skip" href="#content">
        {say('skip')}
      </a>
      <Navigation />
      <div class="desk-body">
        <Banners />
        <main id="content">
          <CurrentPage />
        </main>
      </div>
      <Toasts />
      {state.kind === 'ended' && <SignInAgain />}
    </div>
  );
}
