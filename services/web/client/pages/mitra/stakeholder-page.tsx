import '../../styles/writing.css';
import './mitra.css';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { may, sessionNow } from '../../api/session.ts';
import { Field } from '../../components/field.tsx';
import { Outside, tamed } from '../../components/outside.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { goTo } from '../../router/router.ts';
import type { PageProps } from '../../shell/page-props.ts';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { NewAgreement, PartnerAgreements, putPartner } from './partner-agreements.tsx';
import { type Detail, type Stakeholder, usePartner } from './partner-data.ts';
import { ActiveField, KindField } from './partner-fields.tsx';
import { partnerWords } from './partner-texts.ts';
import { NewPerson, PersonRow } from './person-row.tsx';
import { RowActs } from './row-acts.tsx';
import { partnersTexts } from './texts.ts';
import { TypedDialog } from './typed-dialog.tsx';
import type { Bind } from './typed-form.tsx';

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
          {!stakeholder.active && <span class="badge">{say('inactive')}</span>}
        </div>
        {stakeholder.note && <Outside text={stakeholder.note} />}
        {may('draft') && <PartnerActs partner={stakeholder} />}
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
      <PartnerAgreements partner={stakeholder} />
      {may('draft') && <NewAgreement partner={stakeholder} />}
    </>
  );
}

function PartnerActs({ partner }: { partner: Detail['stakeholder'] }) {
  const say = useTexts(partnersTexts);
  const [isEditing, setIsEditing] = useState(false);
  const { id, name, kind, note, active, unit } = partner;
  return (
    <>
      <RowActs
        name={name}
        onEdit={() => setIsEditing(true)}
        eraseText={say('erasePartner', { n: partner.persons })}
        onErase={() =>
          api.DELETE('/v1/stakeholders/{stakeholder}', { params: { path: { stakeholder: id } } })
        }
        onErased={() => goTo('/mitra', { replace: true })}
      />
      {isEditing && (
        <TypedDialog
          title={say('editNamed', { name })}
          first={{ name, kind, note, unit, active: String(active) }}
          onSave={(typed) =>
            putPartner(partner, {
              name: typed['name'] ?? name,
              kind: typed['kind'] as Stakeholder['kind'],
              note: typed['note'] ?? '',
              unit: typed['unit'] ?? unit,
              active: typed['active'] === 'true',
            })
          }
          onClose={() => setIsEditing(false)}
        >
          {(bind) => <OrganisationFields bind={bind} />}
        </TypedDialog>
      )}
    </>
  );
}

function OrganisationFields({ bind }: { bind: Bind }) {
  const say = useTexts(partnersTexts);
  const unit = bind('unit');
  return (
    <>
      <Field label={say('name')} isRequired>
        <input type="text" minLength={2} maxLength={200} {...bind('name')} />
      </Field>
      <KindField bind={bind} label={say('kind')} />
      <Field label={say('unit')}>
        <UnitSelect
          value={unit.value}
          within={sessionNow()?.unit ?? 'RI'}
          onChoose={(value) => unit.onInput({ currentTarget: { value } })}
        />
      </Field>
      <Field label={say('note')}>
        <textarea rows={3} maxLength={2_000} {...bind('note')} />
      </Field>
      <ActiveField bind={bind} />
    </>
  );
}
