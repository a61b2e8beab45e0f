import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { sessionNow, type User } from '../../api/session.ts';
import { useApi } from '../../api/use-api.ts';
import { WordOf } from '../../components/badges.tsx';
import { Button } from '../../components/button.tsx';
import { Outside } from '../../components/outside.tsx';
import { ShownOnce } from '../../components/shown-once.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { Ago, sayMoment } from '../../components/times.tsx';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { ActiveDialog, type Invitation, InviteDialog, RightsDialog } from './people-dialogs.tsx';
import { peopleTexts } from './people-texts.ts';
import { RoleGuide } from './role-fields.tsx';
import { settingsTexts } from './texts.ts';

/** A page of the API; a unit has some tens of people, the whole country some thousands. */
const perPage = 500;

async function allUsers(): Promise<User[]> {
  const users: User[] = [];
  let after: string | undefined;
  for (;;) {
    const query = { limit: perPage, ...(after === undefined ? {} : { after }) };
    const page = await bodyOf(api.GET('/v1/users', { params: { query } }));
    users.push(...page.users);
    if (page.nextAfter === null) return users;
    after = page.nextAfter;
  }
}

export function PeopleTab() {
  const say = useTexts(peopleTexts);
  const { data, error, reload } = useApi('/v1/users', allUsers);
  const [isInviting, setIsInviting] = useState(false);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  return (
    <>
      <p class="soft settings-lead">{say('lead')}</p>
      <div>
        <Button looks="main" icon="plus" onClick={() => setIsInviting(true)}>
          {say('invite')}
        </Button>
      </div>
      {invitation && (
        <ShownOnce
          label={say('linkTitle', { name: invitation.name })}
          help={say('linkHelp', { until: sayMoment(invitation.expiresAt) })}
          value={invitation.link}
          onClose={() => setInvitation(null)}
        />
      )}
      {isInviting && <InviteDialog onClose={() => setIsInviting(false)} onInvited={setInvitation} />}
      {error && !data ? <ProblemNotice error={error} onRetry={reload} /> : null}
      {!data && !error && <Loading height="40vh" />}
      {data && <People users={data} />}
      {(data || error) && <RoleGuide />}
    </>
  );
}

function People({ users }: { users: readonly User[] }) {
  const say = useTexts(peopleTexts);
  const sayAll = useTexts(settingsTexts);
  const rows = [...users].sort((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name));
  return (
    <Table
      caption={say('title')}
      hideCaption
      rows={rows}
      columns={[
        { title: sayAll('name'), cell: (user) => <Person user={user} /> },
        {
          title: say('roles'),
          cell: ({ grants }) => (
            <ul class="settings-roles">
              {grants.map(({ role, unit }) => (
                <li>
                  <WordOf value={role} />, {unitName(unit)}
                </li>
              ))}
            </ul>
          ),
        },
        {
          title: say('state'),
          cell: ({ active }) => (
            <span class={`badge ${active ? 'good' : 'outline'}`}>{say(active ? 'active' : 'shutOut')}</span>
          ),
        },
        {
          title: say('signedIn'),
          cell: ({ signedInAt }) => (signedInAt ? <Ago at={signedInAt} /> : sayAll('never')),
        },
        { title: sayAll('acts'), cell: (user) => <Acts user={user} /> },
      ]}
    />
  );
}

function Person({ user: { id, name, email } }: { user: User }) {
  const say = useTexts(peopleTexts);
  return (
    <div class="settings-name">
      <strong>
        <Outside text={name} most={120} />
        {id === sessionNow()?.user?.id && <span class="soft small"> ({say('you')})</span>}
      </strong>
      <span class="small soft">
        <Outside text={email} most={120} />
      </span>
    </div>
  );
}

function Acts({ user }: { user: User }) {
  const say = useTexts(peopleTexts);
  const sayAll = useTexts(settingsTexts);
  const [open, setOpen] = useState<'rights' | 'active' | null>(null);
  if (user.id === sessionNow()?.user?.id) return <span class="small soft">{say('ownRights')}</span>;
  return (
    <div class="row">
      <Button
        looks="little"
        aria-label={say('change', { name: user.name })}
        onClick={() => setOpen('rights')}
      >
        {sayAll('edit')}
      </Button>
      <Button looks={['little', 'quiet']} onClick={() => setOpen('active')}>
        {say(user.active ? 'deactivate' : 'reactivate')}
      </Button>
      {open === 'rights' && <RightsDialog user={user} onClose={() => setOpen(null)} />}
      {open === 'active' && <ActiveDialog user={user} onClose={() => setOpen(null)} />}
    </div>
  );
}
