import '../../styles/writing.css';
import './mitra.css';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Outside, tamed } from '../../components/outside.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { dayOf } from '../../components/periods.ts';
import { SureDialog } from '../../components/reason-dialog.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { Moment, sayDay } from '../../components/times.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import type { PageProps } from '../../shell/page-props.ts';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { EndBadge } from './agreements.tsx';
import { type Detail, dayStart, type Person, partnersChanged, usePartner } from './partner-data.ts';
import { partnerWords } from './partner-texts.ts';
import { partnersTexts } from './texts.ts';
import { TypedForm } from './typed-form.tsx';

/** One organisation: who is there, who agreed to be written to, which agreements hold. */
export function Page({ params }: PageProps) {
  const say = useTexts(partnersTexts);
  const { data, error, reload } = usePartner(params['stakeholder']!);
  return (
    <div class="stack">
      <a class="small" href="/mitra">
        {say('back')}
      </a>
      {!data && <PageTitle title={say('title')} />}
      {error ? <ProblemNotice error={error} onRetry={reload} /> : null}
      {data ? <Partner detail={data} /> : !error && <Loading height="50vh" />}
    </div>
  );
}

function Partner({ detail: { stakeholder, persons } }: { detail: Detail }) {
  const say = useTexts(partnersTexts);
  const word = useTexts(partnerWords);
  return (
    <>
      <header class="stack">
        <PageTitle title={tamed(stakeholder.name)}>
          <Outside text={stakeholder.name} />
        </PageTitle>
        <div class="row small soft">
          <span class="badge outline">{word(`kind_${stakeholder.kind}`)}</span>
          <span>{unitName(stakeholder.unit)}</span>
          <span>{say('reachable', { n: stakeholder.reachable, m: stakeholder.persons })}</span>
        </div>
        {stakeholder.note && <Outside text={stakeholder.note} />}
      </header>
      <section class="card stack">
        <h2>{say('person')}</h2>
        <p class="small soft">{say('consentHelp')}</p>
        {persons.length === 0 && <p>{say('noPersons')}</p>}
        <ul class="line-list">
          {persons.map((person) => (
            <PersonRow key={person.id} person={person} partner={stakeholder} />
          ))}
        </ul>
      </section>
      {may('draft') && <NewPerson partner={stakeholder} />}
      <section class="card stack">
        <h2>{say('agreements')}</h2>
        {stakeholder.agreements.length === 0 && <p class="soft">{say('noAgreements')}</p>}
        <ul class="line-list">
          {stakeholder.agreements.map(({ id, title, number, signedAt, expiresAt }) => (
            <li key={id}>
              <strong>
                <Outside text={title} />
              </strong>
              <div class="row small soft">
                <Outside text={number} />
                <span>
                  {say('signedAt')} {sayDay(dayOf(signedAt))}
                </span>
                <span>
                  {say('expiresAt')} {sayDay(dayOf(expiresAt))}
                </span>
                <EndBadge expiresAt={expiresAt} />
              </div>
            </li>
          ))}
        </ul>
      </section>
      {may('draft') && <NewAgreement partner={stakeholder} />}
    </>
  );
}

type Stakeholder = Detail['stakeholder'];

function PersonRow({ person, partner }: { person: Person; partner: Stakeholder }) {
  const say = useTexts(partnersTexts);
  const [isAsking, setIsAsking] = useState(false);
  const act = useAct();
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
      <Refusal error={act.error} title={say('notDone')} />
      {may('draft') && !person.optedOutAt && (
        <Button looks={['quiet', 'little']} isBusy={act.isBusy} onClick={() => setIsAsking(true)}>
          {say('optOut')}
        </Button>
      )}
      {isAsking && (
        <SureDialog
          title={say('optOut')}
          text={say('optOutSure')}
          yes={say('optOutYes')}
          onYes={optOut}
          onClose={() => setIsAsking(false)}
        />
      )}
    </li>
  );
}

const ways = ['form', 'letter', 'agreement', 'event', 'spoken'] as const;

function NewPerson({ partner }: { partner: Stakeholder }) {
  const say = useTexts(partnersTexts);
  const add = ({ name = '', position = '', email, whatsapp, how }: Record<string, string>) => {
    const contacts = [
      ...(email ? [{ channel: 'email' as const, address: email }] : []),
      ...(whatsapp ? [{ channel: 'whatsapp' as const, address: whatsapp }] : []),
    ];
    const at = new Date().toISOString();
    const consent = how ? { at, how: how as (typeof ways)[number], note: '' } : null;
    return api.POST('/v1/stakeholders/{stakeholder}/persons', {
      params: { path: { stakeholder: partner.id } },
      body: { version: partner.version, name, position, contacts, consent },
    });
  };
  return (
    <TypedForm
      name={`person.${partner.id}`}
      title={say('addPerson')}
      blank={{ name: '', position: '', email: '', whatsapp: '', how: '' }}
      onAdd={add}
    >
      {(bind) => (
        <>
          <Field label={say('name')} isRequired>
            <input type="text" maxLength={120} {...bind('name')} />
          </Field>
          <Field label={say('position')}>
            <input type="text" maxLength={120} {...bind('position')} />
          </Field>
          <Field label={say('email')}>
            <input type="email" maxLength={254} {...bind('email')} />
          </Field>
          <Field label={say('whatsapp')}>
            <input type="tel" maxLength={30} {...bind('whatsapp')} />
          </Field>
          <Field label={say('how')} help={say('consentHelp')}>
            <select {...bind('how')}>
              <option value="">{say('noConsentNow')}</option>
              {ways.map((way) => (
                <option key={way} value={way}>
                  {say(`how_${way}`)}
                </option>
              ))}
            </select>
          </Field>
        </>
      )}
    </TypedForm>
  );
}

function NewAgreement({ partner }: { partner: Stakeholder }) {
  const say = useTexts(partnersTexts);
  const add = ({ title = '', number = '', signed = '', expires = '' }: Record<string, string>) => {
    const { unit, kind, name, languages, note, active, version } = partner;
    const added = { title, number, signedAt: dayStart(signed), expiresAt: dayStart(expires), link: null };
    return api.PUT('/v1/stakeholders/{stakeholder}', {
      params: { path: { stakeholder: partner.id } },
      body: {
        unit,
        kind,
        name,
        languages,
        note,
        active,
        version,
        agreements: [...partner.agreements, added],
      },
    });
  };
  return (
    <TypedForm
      name={`agreement.${partner.id}`}
      title={say('addAgreement')}
      blank={{ title: '', number: '', signed: '', expires: '' }}
      onAdd={add}
    >
      {(bind) => (
        <>
          <Field label={say('agreementTitle')} isRequired>
            <input type="text" minLength={3} maxLength={200} {...bind('title')} />
          </Field>
          <Field label={say('number')}>
            <input type="text" maxLength={100} {...bind('number')} />
          </Field>
          <Field label={say('signedAt')} isRequired>
            <input type="date" {...bind('signed')} />
          </Field>
          <Field label={say('expiresAt')} isRequired>
            <input type="date" {...bind('expires')} />
          </Field>
        </>
      )}
    </TypedForm>
  );
}
