import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { tell } from '../../components/toasts.tsx';
import { goTo, usePlace } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { Door } from './door.tsx';
import { isTooWeak, isUsedUp, NewPassword, UsedUp } from './new-password.tsx';
import { Providers } from './providers.tsx';
import { signInTexts } from './texts.ts';

/** An invitation's link (`/undangan#token`): sets a password. */
export function Page() {
  const say = useTexts(signInTexts);
  const { hash: token } = usePlace();
  const [password, setPassword] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (): Promise<void> => {
    setIsBusy(true);
    setError(null);
    try {
      await api.POST('/v1/invitations/accept', { body: { token, password } });
      tell(say('accepted'));
      goTo('/masuk', { replace: true });
    } catch (problem) {
      setError(problem);
    }
    setIsBusy(false);
  };
  return (
    <Door>
      <PageTitle title={say('invitationTitle')} />
      <p class="soft">{say('invitationLead')}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <NewPassword value={password} onInput={setPassword} error={error} />
        {isUsedUp(error) ? <UsedUp /> : !isTooWeak(error) && <ProblemNotice error={error} />}
        <Button type="submit" looks="main" isBusy={isBusy}>
          {say('invitationDo')}
        </Button>
      </form>
      <Providers invitation={token} />
    </Door>
  );
}
