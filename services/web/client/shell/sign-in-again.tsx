import { sessionNow } from '../api/session.ts';
import { Dialog } from '../components/dialog.tsx';
import { SignInForm } from '../pages/masuk/sign-in-form.tsx';
import { signInTexts } from '../pages/masuk/texts.ts';
import { useTexts } from '../texts/catalogue.ts';
import { enterAs, signOut } from './start-session.ts';

/** The session ended in the middle of work: signs in over the page, which stays as it is. */
export function SignInAgain() {
  const say = useTexts(signInTexts);
  return (
    <Dialog title={say('again')} onClose={() => {}}>
      <p>{say('againWhy')}</p>
      <SignInForm email={sessionNow()?.user?.email ?? ''} onIn={enterAs} onGiveUp={() => void signOut()} />
    </Dialog>
  );
}
