import { useEffect, useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { Session } from '../../api/session.ts';
import { sessionStore } from '../../api/session.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { Loading } from '../../components/states.tsx';
import { goTo, usePlace } from '../../router/router.ts';
import { enterAs } from '../../shell/start-session.ts';
import { useStore } from '../../stores/create-store.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { Door } from './door.tsx';
import { Providers } from './providers.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { signInTexts } from './texts.ts';

/** Only to a page of the desk: an address of elsewhere in a link must lead nowhere. */
const backTo = (wanted: string | null): string => (wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/isu');

/** Sign-in by password, or by the one-time link of the sample (`/masuk#token`). */
export function Page() {
  const say = useTexts(signInTexts);
  const { query, hash } = usePlace();
  const state = useStore(sessionStore);
  const [isUsed, setIsUsed] = useState(false);
  const target = backTo(query.get('ke'));
  const open = (session: Session): void => {
    enterAs(session);
    goTo(target, { replace: true });
  };
  useEffect(() => {
    if (hash === '') return;
    history.replaceState(history.state, '', location.pathname + location.search);
    bodyOf(api.POST('/v1/session/link', { body: { token: hash } })).then(open, () => {
      if (sessionStore.get().kind === 'in') goTo(target, { replace: true });
      else setIsUsed(true);
    });
  }, []);
  useEffect(() => {
    if (state.kind === 'in' && hash === '') goTo(target, { replace: true });
  }, [state.kind]);
  if (hash !== '' && !isUsed)
    return (
      <Door>
        <PageTitle title={say('entering')} />
        <Loading />
      </Door>
    );
  return (
    <Door>
      <PageTitle title={say('title')} />
      <p class="soft">{say('lead')}</p>
      {isUsed && (
        <div class="notice problem" role="alert">
          <strong>{say('linkUsed')}</strong>
          <p>{say('linkUsedDo')}</p>
        </div>
      )}
      <SignInForm onIn={open} />
      <Providers />
    </Door>
  );
}
