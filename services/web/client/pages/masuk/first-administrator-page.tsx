import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { Field } from '../../components/field.tsx';
import { goTo, usePlace } from '../../router/router.ts';
import { enterAs } from '../../shell/start-session.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { PasswordForm } from './password-form.tsx';
import { signInTexts } from './texts.ts';

/** The one-time link of the first start (`/mulai#token`): makes the first administrator and opens the desk. */
export function Page() {
  const say = useTexts(signInTexts);
  const { hash: token } = usePlace();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const submit = async (password: string): Promise<void> => {
    await api.POST('/v1/first-administrator', { body: { token, name, email, password } });
    enterAs(await bodyOf(api.POST('/v1/session', { body: { email, password } })));
    goTo('/isu', { replace: true });
  };
  return (
    <PasswordForm title={say('firstTitle')} lead={say('firstLead')} act={say('firstDo')} submit={submit}>
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
    </PasswordForm>
  );
}
