import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { ApiError } from '../../api/problem.ts';
import type { Session } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { signInTexts } from './texts.ts';

interface Props {
  email?: string;
  onIn(session: Session): void;
  /** With it there is a way out, for who was in the middle of something. */
  onGiveUp?: () => void;
}

const asksForCode = (error: unknown): boolean =>
  error instanceof ApiError && error.problem.status === 401 && /code is needed/i.test(error.problem.title);

export function SignInForm({ email: first = '', onIn, onGiveUp }: Props) {
  const say = useTexts(signInTexts);
  const [email, setEmail] = useState(first);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (): Promise<void> => {
    setIsBusy(true);
    setError(null);
    try {
      const body = { email, password, ...(code === null ? {} : { code: code.trim() }) };
      onIn(await bodyOf(api.POST('/v1/session', { body })));
    } catch (problem) {
      if (asksForCode(problem)) setCode('');
      else setError(problem);
    }
    setIsBusy(false);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={say('email')}>
        <input
          type="email"
          name="email"
          autocomplete="username"
          required
          value={email}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
      </Field>
      <Field label={say('password')}>
        <input
          type="password"
          name="password"
          autocomplete="current-password"
          required
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
      </Field>
      {code !== null && (
        <Field label={say('code')} help={say('codeHelp')}>
          <input
            name="code"
            inputMode="numeric"
            autocomplete="one-time-code"
            required
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </Field>
      )}
      <SignInProblem error={error} />
      <div class="dialog-end">
        {onGiveUp && <Button onClick={onGiveUp}>{say('giveUp')}</Button>}
        <Button type="submit" looks="main" isBusy={isBusy}>
          {say('signIn')}
        </Button>
      </div>
    </form>
  );
}

function SignInProblem({ error }: { error: unknown }) {
  const say = useTexts(signInTexts);
  if (!(error instanceof ApiError)) return <ProblemNotice error={error} />;
  const { status } = error.problem;
  if (status !== 401 && status !== 429) return <ProblemNotice error={error} />;
  const minutes = Math.max(1, Math.ceil((error.retryAfter ?? 60) / 60));
  return (
    <div class="notice problem" role="alert">
      {status === 401 ? say('wrong') : say('wait', { minutes })}
    </div>
  );
}
