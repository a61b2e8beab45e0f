import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { sessionNow } from '../../api/session.ts';
import { invalidate } from '../../api/use-api.ts';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { tell } from '../../components/toasts.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { words } from '../../texts/words.ts';
import { ContactFields } from './contact-fields.tsx';
import { type ApiRecipient, emptyRecipient, idFor, newWebhookSecret } from './recipient.ts';
import { recipientTexts } from './recipient-texts.ts';
import { settingsTexts } from './texts.ts';

/** Lowest first, as the domain has them. */
const levels = ['rendah', 'sedang', 'tinggi', 'kritis'] as const satisfies ApiRecipient['levels'];
type Draft = Omit<ApiRecipient, 'id'>;

interface Props {
  /** Null for a new one. */
  recipient: ApiRecipient | null;
  /** A new webhook is signed with a secret that is shown once. */
  onSecret(secret: string): void;
  onClose(): void;
}

/** Whom to tell, of what, by which ways and when. */
export function RecipientDialog({ recipient, onSecret, onClose }: Props) {
  const say = useTexts(recipientTexts);
  const sayAll = useTexts(settingsTexts);
  const within = sessionNow()?.unit ?? 'RI';
  const [draft, setDraft] = useState<Draft>(() => recipient ?? emptyRecipient(within));
  const change = (next: Partial<Draft>): void => setDraft({ ...draft, ...next });
  const save = async (): Promise<void> => {
    const name = draft.name.trim();
    const secrets: string[] = [];
    const contacts = draft.contacts.map(({ secrets: known, channel, address, ...consent }) => {
      const contact = { channel, address: channel === 'in_app' ? '-' : address.trim(), ...consent };
      const isKept = known > 0 && recipient?.contacts.some((one) => one.address === contact.address);
      if (channel !== 'webhook' || isKept) return contact;
      secrets.push(newWebhookSecret());
      return { ...contact, secrets: secrets.slice(-1) };
    });
    const { id: _id, ...body } = { id: '', ...draft, name, contacts };
    await api.PUT('/v1/recipients/{recipient}', {
      params: { path: { recipient: recipient?.id ?? idFor(name) } },
      body,
    });
    invalidate('/v1/recipients');
    tell(say('savedOne', { name }));
    if (secrets.length > 0) onSecret(secrets.join('\n'));
  };
  return (
    <FormDialog
      title={recipient ? say('editTitle', { name: recipient.name }) : say('addTitle')}
      doIt={sayAll('save')}
      isReady={draft.levels.length > 0}
      onSend={save}
      onClose={onClose}
    >
      <Field label={sayAll('name')} help={say('nameHelp')} isRequired>
        <input
          value={draft.name}
          maxLength={120}
          autocomplete="off"
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </Field>
      <Watched draft={draft} within={within} onChange={change} />
      <ContactFields contacts={draft.contacts} onChange={(contacts) => change({ contacts })} />
      <Field label={say('sensitivity')} rule="waking" help={say('sensitivityHelp')}>
        <select
          value={draft.sensitivity}
          onChange={(event) =>
            change({ sensitivity: event.currentTarget.value as ApiRecipient['sensitivity'] })
          }
        >
          {(['rendah', 'sedang', 'tinggi'] as const).map((one) => (
            <option value={one}>{say(`sense_${one}`)}</option>
          ))}
        </select>
      </Field>
      <Quiet quiet={draft.quiet} onChange={(quiet) => change({ quiet })} />
      <Check label={say('digest')} isOn={draft.digest} onTurn={(digest) => change({ digest })} />
      <Check label={say('active')} isOn={draft.active} onTurn={(active) => change({ active })} />
    </FormDialog>
  );
}

interface CheckProps {
  label: string;
  isOn: boolean;
  onTurn(isOn: boolean): void;
}

export const Check = ({ label, isOn, onTurn }: CheckProps) => (
  <label class="settings-check">
    <input type="checkbox" checked={isOn} onChange={(event) => onTurn(event.currentTarget.checked)} />
    <span>{label}</span>
  </label>
);

interface PartProps {
  draft: Draft;
  within: string;
  onChange(next: Partial<Draft>): void;
}

function Watched({ draft, within, onChange }: PartProps) {
  const say = useTexts(recipientTexts);
  const word = useTexts(words);
  const [first = draft.unit, ...others] = draft.units;
  return (
    <>
      <Field
        label={say('watched')}
        rule="waking"
        help={others.length > 0 ? say('alsoOthers', { n: others.length }) : undefined}
      >
        <UnitSelect
          value={first}
          within={within}
          onChoose={(unit) => onChange({ unit, units: [unit, ...others.filter((one) => one !== unit)] })}
        />
      </Field>
      <Check label={say('below')} isOn={draft.below} onTurn={(below) => onChange({ below })} />
      <fieldset>
        <legend>
          <strong>{say('levels')}</strong>
        </legend>
        <div class="row">
          {levels.map((level) => (
            <Check
              label={word(level)}
              isOn={draft.levels.includes(level)}
              onTurn={(isOn) =>
                onChange({
                  levels: levels.filter((one) => (one === level ? isOn : draft.levels.includes(one))),
                })
              }
            />
          ))}
        </div>
        {draft.levels.length === 0 && <p class="small">{say('levelsNone')}</p>}
      </fieldset>
    </>
  );
}

interface QuietProps {
  quiet: ApiRecipient['quiet'];
  onChange(quiet: ApiRecipient['quiet']): void;
}

/** Offered first: nobody is woken between late evening and the dawn prayer. */
const usualQuiet = { from: '22:00', to: '05:00' };

function Quiet({ quiet, onChange }: QuietProps) {
  const say = useTexts(recipientTexts);
  return (
    <fieldset class="stack">
      <legend>
        <strong>{say('quiet')}</strong>
      </legend>
      <Check
        label={say('quietOn')}
        isOn={quiet !== null}
        onTurn={(isOn) => onChange(isOn ? usualQuiet : null)}
      />
      {quiet && (
        <div class="settings-pair">
          {(['from', 'to'] as const).map((end) => (
            <Field label={say(end === 'from' ? 'quietFrom' : 'quietTo')}>
              <input
                type="time"
                required
                value={quiet[end]}
                onInput={(event) => onChange({ ...quiet, [end]: event.currentTarget.value })}
              />
            </Field>
          ))}
        </div>
      )}
    </fieldset>
  );
}
