import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Outside } from '../../components/outside.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { Moment } from '../../components/times.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { accountTexts } from './account-texts.ts';

interface Identity {
  issuer: string;
  subject: string;
  email: string | null;
  linkedAt: string;
}

/** Accounts elsewhere by which one signs in; nothing where the installation has no such provider and one has no link. */
export function Identities() {
  const say = useTexts(accountTexts);
  const linked = useApi('/v1/me/identities', () => bodyOf(api.GET('/v1/me/identities')));
  const offered = useApi('/v1/session/providers', () => bodyOf(api.GET('/v1/session/providers')));
  const { isBusy, error, run } = useAct();
  const [provider] = offered.data?.providers ?? [];
  const identities = linked.data?.identities ?? [];
  if (!provider && identities.length === 0) return null;
  const link = (): void =>
    void run(async () => {
      const { url } = await bodyOf(api.POST('/v1/me/identities', {}));
      location.assign(url);
    });
  return (
    <section class="card stack" aria-label={say('identities')}>
      <h2>{say('identities')}</h2>
      <p>{say('identitiesLead')}</p>
      <ProblemNotice error={linked.error ?? error} />
      {identities.length === 0 && <p class="soft">{say('noIdentities')}</p>}
      <ul class="settings-roles">
        {identities.map((identity) => (
          <IdentityRow
            key={`${identity.issuer} ${identity.subject}`}
            identity={identity}
            onGone={linked.reload}
          />
        ))}
      </ul>
      {provider && (
        <div>
          <Button icon="link" isBusy={isBusy} onClick={link}>
            {say('linkWith', { name: provider.name })}
          </Button>
        </div>
      )}
    </section>
  );
}

function IdentityRow({ identity, onGone }: { identity: Identity; onGone(): void }) {
  const say = useTexts(accountTexts);
  const [isAsking, setIsAsking] = useState(false);
  const { issuer, subject, email, linkedAt } = identity;
  const name = email ?? subject;
  const unlink = async (): Promise<void> => {
    await api.DELETE('/v1/me/identities', { params: { query: { issuer, subject } } });
    tell(say('unlinked', { name }));
    onGone();
  };
  return (
    <li>
      <div class="row spread">
        <span>
          <Outside text={name} most={160} />{' '}
          <span class="small soft">
            <Outside text={issuer} most={120} /> · {say('linkedAt')} <Moment at={linkedAt} />
          </span>
        </span>
        <Button looks={['quiet', 'little']} onClick={() => setIsAsking(true)}>
          {say('unlink')}
        </Button>
      </div>
      {isAsking && (
        <FormDialog
          title={say('unlinkAsk', { name })}
          doIt={say('unlink')}
          isDanger={true}
          onSend={unlink}
          onClose={() => setIsAsking(false)}
        >
          <p>{say('unlinkHelp')}</p>
        </FormDialog>
      )}
    </li>
  );
}
