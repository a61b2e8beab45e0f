import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { Outside } from '../../components/outside.tsx';
import { SureDialog } from '../../components/reason-dialog.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { Moment } from '../../components/times.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { type Detail, type Person, partnersChanged } from './partner-data.ts';
import { type ConsentWay, PersonFields } from './partner-fields.tsx';
import { RowActs } from './row-acts.tsx';
import { partnersTexts } from './texts.ts';
import { TypedDialog } from './typed-dialog.tsx';
import { type Typed, TypedForm } from './typed-form.tsx';

type Stakeholder = Detail['stakeholder'];

/** What the form says, as the API takes it; ways that the form does not show stay as they are. */
function personBody(typed: Typed, version: number, known: Person | null) {
  const { name = '', position = '', email, whatsapp, how } = typed;
  const shown = ['email', 'whatsapp'];
  const contacts = [
    ...(email ? [{ channel: 'email' as const, address: email }] : []),
    ...(whatsapp ? [{ channel: 'whatsapp' as const, address: whatsapp }] : []),
    ...(known?.contacts ?? []).flatMap(({ channel, address }) =>
      shown.includes(channel) ? [] : [{ channel: channel as 'telegram', address }],
    ),
  ];
  const isSame = known?.consent && known.consent.how === how;
  const { at, note } = isSame ? known.consent! : { at: new Date().toISOString(), note: '' };
  return { version, name, position, contacts, consent: how ? { at, how: how as ConsentWay, note } : null };
}

const addressOf = ({ contacts }: Person, wanted: string): string =>
  contacts.find(({ channel }) => channel === wanted)?.address ?? '';

export function PersonRow({ person, partner }: { person: Person; partner: Stakeholder }) {
  const say = useTexts(partnersTexts);
  const [isEditing, setIsEditing] = useState(false);
  const path = { stakeholder: partner.id, person: person.id };
  const save = (typed: Typed): Promise<unknown> =>
    api.PUT('/v1/stakeholders/{stakeholder}/persons/{person}', {
      params: { path },
      body: personBody(typed, partner.version, person),
    });
  const erase = (): Promise<unknown> =>
    api.DELETE('/v1/stakeholders/{stakeholder}/persons/{person}', {
      params: { path, query: { version: partner.version } },
    });
  return (
    <li>
      <div class="row spread">
        <strong>
          <Outside text={person.name} />
        </strong>
        {person.mayBeWrittenTo ? (
          <span class="badge good">{say('mayBeWritten')}</span>
        ) : (
          <span class="badge outline">{say(person.optedOutAt ? 'optedOut' : 'consentNone')}</span>
        )}
      </div>
      <div class="row small soft">
        <Outside text={person.position} />
        {person.contacts.map(({ channel, address }) => (
          <Outside key={channel} text={address} />
        ))}
        {person.consent && (
          <span>
            {say('consentSince')} <Moment at={person.consent.at} /> ({say(`how_${person.consent.how}`)})
          </span>
        )}
      </div>
      {may('draft') && (
        <div class="row">
          <OptOut person={person} partner={partner} />
          <RowActs
            name={person.name}
            onEdit={() => setIsEditing(true)}
            eraseText={say('eraseSure')}
            onErase={erase}
          />
        </div>
      )}
      {isEditing && (
        <TypedDialog
          title={say('editNamed', { name: person.name })}
          first={{
            name: person.name,
            position: person.position,
            email: addressOf(person, 'email'),
            whatsapp: addressOf(person, 'whatsapp'),
            how: person.consent?.how ?? '',
          }}
          onSave={save}
          onClose={() => setIsEditing(false)}
        >
          {(bind) => <PersonFields bind={bind} />}
        </TypedDialog>
      )}
    </li>
  );
}

function OptOut({ person, partner }: { person: Person; partner: Stakeholder }) {
  const say = useTexts(partnersTexts);
  const [isAsking, setIsAsking] = useState(false);
  const act = useAct();
  if (person.optedOutAt) return null;
  const optOut = (): void => {
    setIsAsking(false);
    void act.run(async () => {
      await api.POST('/v1/stakeholders/{stakeholder}/persons/{person}/opt-out', {
        params: { path: { stakeholder: partner.id, person: person.id } },
        body: { version: partner.version },
      });
      partnersChanged();
      tell(say('optedOutDone'));
    });
  };
  return (
    <>
      <Refusal error={act.error} title={say('notDone')} />
      <Button looks={['quiet', 'little']} isBusy={act.isBusy} onClick={() => setIsAsking(true)}>
        {say('optOut')}
      </Button>
      {isAsking && (
        <SureDialog
          title={say('optOut')}
          text={say('optOutSure')}
          yes={say('optOutYes')}
          onYes={optOut}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}

export function NewPerson({ partner }: { partner: Stakeholder }) {
  const say = useTexts(partnersTexts);
  return (
    <TypedForm
      name={`person.${partner.id}`}
      title={say('addPerson')}
      blank={{ name: '', position: '', email: '', whatsapp: '', how: '' }}
      onAdd={(typed) =>
        api.POST('/v1/stakeholders/{stakeholder}/persons', {
          params: { path: { stakeholder: partner.id } },
          body: personBody(typed, partner.version, null),
        })
      }
    >
      {(bind) => <PersonFields bind={bind} />}
    </TypedForm>
  );
}
