import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { Door } from './door.tsx';
import { isTooWeak, isUsedUp, NewPassword, UsedUp } from './new-password.tsx';

interface Props {
  title: string;
  lead: string;
  /** What the button says. */
  act: string;
  /** Fields before the password. */
  children?: ComponentChildren;
  /** Uses the link up; what it throws is said in the form. */
  submit(password: string): Promise<void>;
}

/** The page of a link that works once, with a first password. */
export function PasswordForm({ title, lead, act, children, submit }: Props) {
  const [password, setPassword] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (): Promise<void> => {
    setIsBusy(true);
    setError(null);
    await submit(password).catch(setError);
    setIsBusy(false);
  };
  return (
    <Door>
      <PageTitle title={title} />
      <p class="soft">{lead}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {children}
        <NewPassword value={password} onInput={setPassword} error={error} />
        {isUsedUp(error) ? <UsedUp /> : !isTooWeak(error) && <ProblemNotice error={error} />}
        <Button type="submit" looks="main" isBusy={isBusy}>
          {act}
        </Button>
      </form>
    </Door>
  );
}
