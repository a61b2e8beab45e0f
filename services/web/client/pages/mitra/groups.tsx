import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { may, sessionNow } from '../../api/session.ts';
import { useApi } from '../../api/use-api.ts';
import { Outside } from '../../components/outside.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { publicationTexts } from '../jawaban/publication-texts.ts';
import type { Stakeholder } from './partner-data.ts';
import { ActiveField, GroupFields } from './partner-fields.tsx';
import { partnerWords } from './partner-texts.ts';
import { RowActs } from './row-acts.tsx';
import { partnersTexts } from './texts.ts';
import { TypedDialog } from './typed-dialog.tsx';
import { type Typed, TypedForm } from './typed-form.tsx';

type Group = components['schemas']['BroadcastGroup'];

/** Group chats of units, into which people copy packages. */
export function Groups() {
  const say = useTexts(partnersTexts);
  const { data, error, reload } = useApi('/v1/broadcast-groups', () =>
    bodyOf(api.GET('/v1/broadcast-groups')),
  );
  return (
    <>
      {error ? <ProblemNotice error={error} onRetry={reload} /> : !data && <Loading />}
      {data?.groups.length === 0 && (
        <Empty icon="mitra" title={say('noGroups')}>
          <p>{say('noGroupsWhy')}</p>
        </Empty>
      )}
      {data && data.groups.length > 0 && (
        <ul class="mitra-list card">
          {data.groups.map((group) => (
            <GroupRow key={group.id} group={group} />
          ))}
        </ul>
      )}
      {may('draft') && <NewGroup />}
    </>
  );
}

const bodyFrom = ({ name = '', platform, members, kind, active }: Typed) => ({
  name,
  platform: platform === 'telegram' ? ('telegram' as const) : ('whatsapp' as const),
  members: members ? Number(members) : null,
  kind: (kind || null) as Stakeholder['kind'] | null,
  active: active !== 'false',
});

function GroupRow({ group }: { group: Group }) {
  const say = useTexts(partnersTexts);
  const sayMembers = useTexts(publicationTexts);
  const word = useTexts(partnerWords);
  const [isEditing, setIsEditing] = useState(false);
  const { id, name, unit, platform, members, kind, active, version } = group;
  const params = { path: { group: id } };
  return (
    <li>
      <strong>
        <Outside text={name} most={120} />
      </strong>
      <span class="row small soft">
        <span>{unitName(unit)}</span>
        <span>{platform === 'whatsapp' ? 'WhatsApp' : 'Telegram'}</span>
        <span>{kind ? word(`kind_${kind}`) : say('officers')}</span>
        {members !== null && <span>{sayMembers('members', { n: members })}</span>}
        {!active && <span class="badge">{say('inactive')}</span>}
      </span>
      {may('draft') && (
        <RowActs
          name={name}
          onEdit={() => setIsEditing(true)}
          eraseText={say('eraseGroup')}
          onErase={() => api.DELETE('/v1/broadcast-groups/{group}', { params })}
        />
      )}
      {isEditing && (
        <TypedDialog
          title={say('editNamed', { name })}
          first={{
            name,
            platform,
            members: members === null ? '' : String(members),
            kind: kind ?? '',
            active: String(active),
          }}
          onSave={(typed) =>
            api.PUT('/v1/broadcast-groups/{group}', {
              params,
              body: { ...bodyFrom(typed), unit, version },
            })
          }
          onClose={() => setIsEditing(false)}
        >
          {(bind) => (
            <>
              <GroupFields bind={bind} />
              <ActiveField bind={bind} />
            </>
          )}
        </TypedDialog>
      )}
    </li>
  );
}

function NewGroup() {
  const say = useTexts(partnersTexts);
  return (
    <TypedForm
      name="group.new"
      title={say('addGroup')}
      blank={{ name: '', platform: 'whatsapp', members: '', kind: '' }}
      onAdd={(typed) =>
        api.POST('/v1/broadcast-groups', {
          body: { ...bodyFrom(typed), unit: sessionNow()?.unit ?? 'RI' },
        })
      }
    >
      {(bind) => <GroupFields bind={bind} />}
    </TypedForm>
  );
}
