import { Field } from '../../components/field.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { partnerKinds } from './partner-kinds.ts';
import { partnerWords } from './partner-texts.ts';
import { partnersTexts } from './texts.ts';
import type { Bind } from './typed-form.tsx';

interface Props {
  bind: Bind;
}

export const consentWays = ['form', 'letter', 'agreement', 'event', 'spoken'] as const;
export type ConsentWay = (typeof consentWays)[number];
export const engagementKinds = [
  'press_tour',
  'gathering',
  'webinar',
  'focus_group',
  'meeting',
  'training',
] as const;
export type EngagementKind = (typeof engagementKinds)[number];

export function PersonFields({ bind }: Props) {
  const say = useTexts(partnersTexts);
  return (
    <>
      <Field label={say('name')} rule="personal" isRequired>
        <input type="text" maxLength={120} {...bind('name')} />
      </Field>
      <Field label={say('position')}>
        <input type="text" maxLength={120} {...bind('position')} />
      </Field>
      <Field label={say('email')} rule="personal">
        <input type="email" maxLength={254} {...bind('email')} />
      </Field>
      <Field label={say('whatsapp')} rule="consent">
        <input type="tel" maxLength={30} {...bind('whatsapp')} />
      </Field>
      <Field label={say('how')} rule="consent" help={say('consentHelp')}>
        <select {...bind('how')}>
          <option value="">{say('noConsentNow')}</option>
          {consentWays.map((way) => (
            <option key={way} value={way}>
              {say(`how_${way}`)}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
}

export function AgreementFields({ bind }: Props) {
  const say = useTexts(partnersTexts);
  return (
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
      <Field label={say('expiresAt')} rule="agreement" help={say('expiresHelp')} isRequired>
        <input type="date" {...bind('expires')} />
      </Field>
    </>
  );
}

export function EngagementFields({ bind }: Props) {
  const say = useTexts(partnersTexts);
  const word = useTexts(partnerWords);
  return (
    <>
      <Field label={say('whatTitle')} isRequired>
        <input type="text" minLength={3} maxLength={200} {...bind('title')} />
      </Field>
      <Field label={say('kind')}>
        <select {...bind('kind')}>
          {engagementKinds.map((kind) => (
            <option key={kind} value={kind}>
              {word(`done_${kind}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={say('when')} isRequired>
        <input type="date" {...bind('day')} />
      </Field>
      <Field label={say('where')}>
        <input type="text" maxLength={200} {...bind('place')} />
      </Field>
      <Field label={say('attended')}>
        <input type="number" min={0} {...bind('attended')} />
      </Field>
      <Field label={say('outcome')} rule="outcome" help={say('outcomeHelp')}>
        <textarea rows={2} maxLength={5_000} {...bind('outcome')} />
      </Field>
    </>
  );
}

export function GroupFields({ bind }: Props) {
  const say = useTexts(partnersTexts);
  return (
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
      <KindField bind={bind} label={say('whose')} none={say('officers')} />
      <Field label={say('members')}>
        <input type="number" min={0} {...bind('members')} />
      </Field>
    </>
  );
}

/** One of DOMAIN's kinds of partners; `none` names the choice of no kind. */
export function KindField({ bind, label, none }: Props & { label: string; none?: string }) {
  const word = useTexts(partnerWords);
  return (
    <Field label={label}>
      <select {...bind('kind')}>
        {none !== undefined && <option value="">{none}</option>}
        {partnerKinds.map((kind) => (
          <option key={kind} value={kind}>
            {word(`kind_${kind}`)}
          </option>
        ))}
      </select>
    </Field>
  );
}

const yesNo = ['true', 'false'] as const;

/** Whether it is still in use: what is not, is not written to. */
export function ActiveField({ bind }: Props) {
  const say = useTexts(partnersTexts);
  return (
    <Field label={say('inUse')} rule="consent" help={say('inUseHelp')}>
      <select {...bind('active')}>
        {yesNo.map((one) => (
          <option key={one} value={one}>
            {say(one === 'true' ? 'inUseYes' : 'inUseNo')}
          </option>
        ))}
      </select>
    </Field>
  );
}
