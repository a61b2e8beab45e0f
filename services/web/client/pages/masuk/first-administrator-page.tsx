import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { goTo, usePlace } from '../../router/router.ts';
import { enterAs } from '../../shell/start-session.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { Door } from './door.tsx';
import { isTooWeak, isUsedUp, NewPassword, UsedUp } from './new-password.tsx';
import { signInTexts } from './texts.ts';

/** The one-time link of the first start (`/mulai#token`): makes the first administrator and opens the desk. */
export function Page() {
  const say = useTexts(signInTexts);
  const { hash: token } = usePlace();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (): Promise<void> => {
    setIsBusy(true);
    setError(null);
    try {
      await api.POST('/v1/first-administrator', { body: { token, name, email, password } });
      enterAs(await bodyOf(api.POST('/v1/session', { body: { email, password } })));
      goTo('/isu', { replace: true });
    } catch (problem) {
      setError(problem);
    }
    setIsBusy(false);
  };
  return (
    <Door>
      <PageTitle title={say('firstTitle')} />
      <p class="soft">{say('firstLead')}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field label={say('name')} help={say('nameHelp')} isRequired>
          <input
            name="name"
            autocomplete="name"
            maxLength={120}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </Field>
        <Field label={say('email')} isRequired>
          <input
            type="email"
            name="email"
            autocomplete="username"
            value={email}
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
        </Field>
        <NewPassword value={password} onInput={setPassword} error={error} />
        {isUsedUp(error) ? <UsedUp /> : !isTooWeak(error) && <ProblemNotice error={error} />}
        <Button type="submit" looks="main" isBusy={isBusy}>
          {say('firstDo')}
        </Button>
      </form>
    </Door>
  );
}
