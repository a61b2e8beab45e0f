import { api } from '../../api/client.ts';
import { tell } from '../../components/toasts.tsx';
import { goTo, usePlace } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { PasswordForm } from './password-form.tsx';
import { signInTexts } from './texts.ts';

/** An invitation's link (`/undangan#token`): sets a password. */
export function Page() {
  const say = useTexts(signInTexts);
  const { hash: token } = usePlace();
  const submit = async (password: string): Promise<void> => {
    await api.POST('/v1/invitations/accept', { body: { token, password } });
    tell(say('accepted'));
    goTo('/masuk', { replace: true });
  };
  return (
    <PasswordForm
      title={say('invitationTitle')}
      lead={say('invitationLead')}
      act={say('invitationDo')}
      submit={submit}
    />
  );
}
