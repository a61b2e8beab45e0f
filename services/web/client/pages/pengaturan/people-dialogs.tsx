import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { sessionNow, type User } from '../../api/session.ts';
import { invalidate } from '../../api/use-api.ts';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { ReasonField } from '../../components/reason-field.tsx';
import { tell } from '../../components/toasts.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { peopleTexts } from './people-texts.ts';
import { type Grant, RoleFields } from './role-fields.tsx';
import { settingsTexts } from './texts.ts';

export interface Invitation {
  name: string;
  link: string;
  expiresAt: string;
}

interface InviteProps {
  onClose(): void;
  onInvited(invitation: Invitation): void;
}

/** Somebody new, or a new password for somebody known: a link that works once. */
export function InviteDialog({ onClose, onInvited }: InviteProps) {
  const say = useTexts(peopleTexts);
  const sayAll = useTexts(settingsTexts);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [grants, setGrants] = useState<readonly Grant[]>([
    { role: 'analyst', unit: sessionNow()?.unit ?? 'RI' },
  ]);
  const invite = async (): Promise<void> => {
    const body = { name: name.trim(), email: email.trim(), grants: [...grants] };
    const { token, expiresAt } = await bodyOf(api.POST('/v1/invitations', { body }));
    // After the #, which browsers send to no server and write into no log.
    onInvited({ name: body.name, link: `${location.origin}/undangan#${token}`, expiresAt });
  };
  return (
    <FormDialog title={say('invite')} doIt={say('inviteDo')} onSend={invite} onClose={onClose}>
      <Field label={sayAll('name')} isRequired>
        <input
          value={name}
          maxLength={120}
          autocomplete="off"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Field label={sayAll('email')} help={say('inviteHelp')} isRequired>
        <input
          type="email"
          value={email}
          maxLength={254}
          autocomplete="off"
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
      </Field>
      <RoleFields grants={grants} onChange={setGrants} />
    </FormDialog>
  );
}

interface PersonProps {
  user: User;
  onClose(): void;
}

async function change(
  user: User,
  body: { reason: string; name?: string; grants?: Grant[]; active?: boolean },
): Promise<void> {
  await api.PATCH('/v1/users/{user}', {
    params: { path: { user: user.id } },
    body: { version: user.version, ...body },
  });
  invalidate('/v1/users');
}

export function RightsDialog({ user, onClose }: PersonProps) {
  const say = useTexts(peopleTexts);
  const sayAll = useTexts(settingsTexts);
  const [name, setName] = useState(user.name);
  const [grants, setGrants] = useState<readonly Grant[]>(user.grants);
  const [reason, setReason] = useState('');
  const save = async (): Promise<void> => {
    await change(user, { name: name.trim(), grants: [...grants], reason: reason.trim() });
    tell(say('changed', { name: name.trim() }));
  };
  return (
    <FormDialog
      title={say('change', { name: user.name })}
      doIt={sayAll('save')}
      onSend={save}
      onClose={onClose}
    >
      <Field label={sayAll('name')} isRequired>
        <input value={name} maxLength={120} onInput={(event) => setName(event.currentTarget.value)} />
      </Field>
      <RoleFields grants={grants} onChange={setGrants} />
      <ReasonField label={sayAll('reason')} help={sayAll('reasonHelp')} value={reason} onType={setReason} />
    </FormDialog>
  );
}

export function ActiveDialog({ user, onClose }: PersonProps) {
  const say = useTexts(peopleTexts);
  const sayAll = useTexts(settingsTexts);
  const [reason, setReason] = useState('');
  const { name, active } = user;
  const save = async (): Promise<void> => {
    await change(user, { active: !active, reason: reason.trim() });
    tell(say('changed', { name }));
  };
  return (
    <FormDialog
      title={say(active ? 'deactivateAsk' : 'reactivateAsk', { name })}
      doIt={say(active ? 'deactivate' : 'reactivate')}
      isDanger={active}
      onSend={save}
      onClose={onClose}
    >
      <p>{say(active ? 'deactivateHelp' : 'reactivateHelp')}</p>
      <ReasonField label={sayAll('reason')} help={sayAll('reasonHelp')} value={reason} onType={setReason} />
    </FormDialog>
  );
}
