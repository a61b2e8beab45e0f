import { api, bodyOf } from '../../api/client.ts';
import { may, sessionNow } from '../../api/session.ts';
import { useApi } from '../../api/use-api.ts';
import { Field } from '../../components/field.tsx';
import { Outside } from '../../components/outside.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { publicationTexts } from '../jawaban/publication-texts.ts';
import type { Stakeholder } from './partner-data.ts';
import { partnerKinds } from './partner-kinds.ts';
import { partnerWords } from './partner-texts.ts';
import { partnersTexts } from './texts.ts';
import { TypedForm } from './typed-form.tsx';

/** Group chats of units, into which people copy packages. */
export function Groups() {
  const say = useTexts(partnersTexts);
  const sayMembers = useTexts(publicationTexts);
  const word = useTexts(partnerWords);
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
          {data.groups.map(({ id, name, unit, platform, members, kind, active }) => (
            <li key={id}>
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
            </li>
          ))}
        </ul>
      )}
      {may('draft') && <NewGroup />}
    </>
  );
}

function NewGroup() {
  const say = useTexts(partnersTexts);
  const word = useTexts(partnerWords);
  const add = ({ name = '', platform, members, kind }: Record<string, string>) =>
    api.POST('/v1/broadcast-groups', {
      body: {
        unit: sessionNow()?.unit ?? 'RI',
        name,
        platform: platform === 'telegram' ? 'telegram' : 'whatsapp',
        members: members ? Number(members) : null,
        kind: (kind || null) as Stakeholder['kind'] | null,
        active: true,
      },
    });
  return (
    <TypedForm
      name="group.new"
      title={say('addGroup')}
      blank={{ name: '', platform: 'whatsapp', members: '', kind: '' }}
      onAdd={add}
    >
      {(bind) => (
        <>
          <Field label={say('groupName')} isRequired>
            <input type="text" minLength={2} maxLength={120} {...bind('name')} />
          </Field>
          <Field label={say('platform')}>
            <select {...bind('platform')}>
              <option value="whatsapp">WhatsApp</option>
              <option value="telegram">Telegram</option>
            </select>
          </Field>
          <Field label={say('whose')}>
            <select {...bind('kind')}>
              <option value="">{say('officers')}</option>
              {partnerKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {word(`kind_${kind}`)}
                </option>
              ))}
            </select>
          </Field>
          <Field label={say('members')}>
            <input type="number" min={0} {...bind('members')} />
          </Field>
        </>
      )}
    </TypedForm>
  );
}
