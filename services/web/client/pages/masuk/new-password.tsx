import { ApiError } from '../../api/problem.ts';
import { Field } from '../../components/field.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { signInTexts } from './texts.ts';

export const isTooWeak = (error: unknown): boolean =>
  error instanceof ApiError && error.problem.status === 400 && /too weak/.test(error.problem.title);
export const isUsedUp = (error: unknown): boolean =>
  error instanceof ApiError && [403, 404, 410].includes(error.problem.status);

interface Props {
  value: string;
  onInput(value: string): void;
  error: unknown;
}

export function NewPassword({ value, onInput, error }: Props) {
  const say = useTexts(signInTexts);
  return (
    <Field
      label={say('newPassword')}
      rule="password"
      help={say('newPasswordHelp')}
      wrong={isTooWeak(error) ? say('weak') : null}
      isRequired
    >
      <input
        type="password"
        name="password"
        autocomplete="new-password"
        minLength={12}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Field>
  );
}

export function UsedUp() {
  const say = useTexts(signInTexts);
  return (
    <div class="notice problem" role="alert">
      <strong>{say('linkUsed')}</strong>
      <p>{say('linkUsedDo')}</p>
    </div>
  );
}
