import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { statusOf } from '../../api/problem.ts';
import { enter, leave, sessionNow, sessionStore } from '../../api/session.ts';
import { forgetAll } from '../../api/use-api.ts';
import { WordOf } from '../../components/badges.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { forgetDrafts } from '../../components/use-draft.ts';
import { useStore } from '../../stores/create-store.ts';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { Generator } from './generator.tsx';
import { Identities } from './identities.tsx';
import { OwnPush } from './own-push.tsx';
import { ownTexts, settingsTexts } from './texts.ts';

/** What everybody sets for themselves. */
export function OwnTab() {
  const say = useTexts(ownTexts);
  useStore(sessionStore);
  if (!sessionNow()?.user) return <p class="soft">{say('program')}</p>;
  return (
    <div class="settings-own">
      <Who />
      <Password />
      <Generator />
      <OwnPush />
      <Identities />
      <Sessions />
    </div>
  );
}

function Who() {
  const say = useTexts(ownTexts);
  const sayAll = useTexts(settingsTexts);
  const { user, ...session } = sessionNow()!;
  const [name, setName] = useState(user!.name);
  const { isBusy, error, run } = useAct();
  const save = () =>
    run(async () => {
      const next = await bodyOf(api.PATCH('/v1/me', { body: { name: name.trim(), version: user!.version } }));
      enter({ ...session, user: next });
      tell(sayAll('saved'));
    });
  return (
    <form
      class="card stack"
      aria-label={say('who')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{say('who')}</h2>
      <Field label={sayAll('name')} help={sayAll('nameHelp')} isRequired>
        <input
          value={name}
          maxLength={120}
          autocomplete="name"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <p class="outside">
        <span class="soft">{sayAll('email')}:</span> {user!.email}
      </p>
      <div>
        <span class="soft">{say('myRoles')}:</span>
        <ul class="settings-roles">
          {user!.grants.map(({ role, unit }) => (
            <li>
              <WordOf value={role} />, {unitName(unit)}
            </li>
          ))}
        </ul>
      </div>
      <ProblemNotice error={error} />
      <div>
        <Button
          type="submit"
          looks="main"
          isBusy={isBusy}
          disabled={name.trim() === '' || name.trim() === user!.name}
        >
          {say('saveName')}
        </Button>
      </div>
    </form>
  );
}

function Password() {
  const say = useTexts(ownTexts);
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const { isBusy, error, run } = useAct();
  const status = statusOf(error);
  const change = async (): Promise<void> => {
    const isDone = await run(() => api.PUT('/v1/me/password', { body: { old, new: fresh } }));
    if (!isDone) return;
    setOld('');
    setFresh('');
    tell(say('passwordChanged'));
  };
  return (
    <form
      class="card stack"
      aria-label={say('password')}
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <h2>{say('password')}</h2>
      <Field label={say('oldPassword')} wrong={status === 403 ? say('wrongPassword') : null} isRequired>
        <input
          type="password"
          autocomplete="current-password"
          value={old}
          onInput={(event) => setOld(event.currentTarget.value)}
        />
      </Field>
      <Field
        label={say('newPassword')}
        rule="password"
        help={say('newPasswordHelp')}
        wrong={status === 400 ? say('weakPassword') : null}
        isRequired
      >
        <input
          type="password"
          autocomplete="new-password"
          minLength={12}
          maxLength={200}
          value={fresh}
          onInput={(event) => setFresh(event.currentTarget.value)}
        />
      </Field>
      {status !== 403 && status !== 400 && <ProblemNotice error={error} />}
      <div>
        <Button type="submit" looks="main" isBusy={isBusy}>
          {say('changePassword')}
        </Button>
      </div>
    </form>
  );
}

function Sessions() {
  const say = useTexts(ownTexts);
  const { isBusy, error, run } = useAct();
  const end = () =>
    run(async () => {
      await api.DELETE('/v1/sessions');
      forgetDrafts();
      leave();
      forgetAll();
    });
  return (
    <section class="card stack" aria-label={say('sessions')}>
      <h2>{say('sessions')}</h2>
      <p>{say('sessionsHelp')}</p>
      <ProblemNotice error={error} />
      <div>
        <Button looks="danger" icon="out" isBusy={isBusy} onClick={() => void end()}>
          {say('everywhere')}
        </Button>
      </div>
    </section>
  );
}
