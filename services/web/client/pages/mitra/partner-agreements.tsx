import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { may } from '../../api/session.ts';
import { Outside } from '../../components/outside.tsx';
import { dayOf } from '../../components/periods.ts';
import { sayDay } from '../../components/times.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { EndBadge } from './agreements.tsx';
import { type Detail, dayStart } from './partner-data.ts';
import { AgreementFields } from './partner-fields.tsx';
import { RowActs } from './row-acts.tsx';
import { partnersTexts } from './texts.ts';
import { TypedDialog } from './typed-dialog.tsx';
import { type Typed, TypedForm } from './typed-form.tsx';

type Stakeholder = Detail['stakeholder'];
type Agreement = Stakeholder['agreements'][number];

/** Writes the organisation with other agreements; everything else stays. */
export const putPartner = (
  partner: Stakeholder,
  change: Partial<Pick<Stakeholder, 'name' | 'kind' | 'note' | 'active' | 'unit'>> & {
    agreements?: (Omit<Agreement, 'id'> & { id?: string })[];
  },
): Promise<unknown> => {
  const { unit, kind, name, languages, note, active, version, agreements } = partner;
  return api.PUT('/v1/stakeholders/{stakeholder}', {
    params: { path: { stakeholder: partner.id } },
    body: { unit, kind, name, languages, note, active, version, agreements, ...change },
  });
};

const agreementOf = ({ title = '', number = '', signed = '', expires = '' }: Typed) => ({
  title,
  number,
  signedAt: dayStart(signed),
  expiresAt: dayStart(expires),
});

export function PartnerAgreements({ partner }: { partner: Stakeholder }) {
  const say = useTexts(partnersTexts);
  return (
    <section class="card stack">
      <h2>{say('agreements')}</h2>
      {partner.agreements.length === 0 && <p class="soft">{say('noAgreements')}</p>}
      <ul class="line-list">
        {partner.agreements.map((agreement) => (
          <AgreementRow key={agreement.id} agreement={agreement} partner={partner} />
        ))}
      </ul>
    </section>
  );
}

function AgreementRow({ agreement, partner }: { agreement: Agreement; partner: Stakeholder }) {
  const say = useTexts(partnersTexts);
  const [isEditing, setIsEditing] = useState(false);
  const { id, title, number, signedAt, expiresAt } = agreement;
  const others = partner.agreements.filter((one) => one.id !== id);
  return (
    <li>
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
      {may('draft') && (
        <RowActs
          name={title}
          onEdit={() => setIsEditing(true)}
          eraseText={say('eraseAgreement')}
          onErase={() => putPartner(partner, { agreements: others })}
        />
      )}
      {isEditing && (
        <TypedDialog
          title={say('editNamed', { name: title })}
          first={{ title, number, signed: dayOf(signedAt), expires: dayOf(expiresAt) }}
          onSave={(typed) =>
            putPartner(partner, {
              agreements: partner.agreements.map((one) =>
                one.id === id ? { ...one, ...agreementOf(typed) } : one,
              ),
            })
          }
          onClose={() => setIsEditing(false)}
        >
          {(bind) => <AgreementFields bind={bind} />}
        </TypedDialog>
      )}
    </li>
  );
}

export function NewAgreement({ partner }: { partner: Stakeholder }) {
  const say = useTexts(partnersTexts);
  return (
    <TypedForm
      name={`agreement.${partner.id}`}
      title={say('addAgreement')}
      blank={{ title: '', number: '', signed: '', expires: '' }}
      onAdd={(typed) =>
        putPartner(partner, { agreements: [...partner.agreements, { ...agreementOf(typed), link: null }] })
      }
    >
      {(bind) => <AgreementFields bind={bind} />}
    </TypedForm>
  );
}
