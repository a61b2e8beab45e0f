import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { type Channel, type Contact, writtenChannels } from './recipient.ts';
import { recipientTexts } from './recipient-texts.ts';

interface Props {
  contacts: readonly Contact[];
  onChange(contacts: Contact[]): void;
}

const keyboards = { email: 'email', webhook: 'url', whatsapp: 'numeric', telegram: 'text' } as const;
/** Loose, for the slip of a finger; the API checks. */
const patterns = {
  email: '[^@\\s]+@[^@\\s]+',
  webhook: 'https?://.+',
  telegram: '-?[0-9]{1,20}|@[A-Za-z0-9_]{5,32}',
  whatsapp: '[1-9][0-9]{7,14}',
} as const;
/** As many as the API keeps. */
const mostContacts = 12;

/** Ways to reach somebody, in the order of trying. */
export function ContactFields({ contacts, onChange }: Props) {
  const say = useTexts(recipientTexts);
  const put = (n: number, change: Partial<Contact>): void =>
    onChange(contacts.map((contact, at) => (at === n ? { ...contact, ...change } : contact)));
  const fresh: Contact = { channel: 'email', address: '', secrets: 0, optedInAt: null, optedOutAt: null };
  return (
    <fieldset class="stack">
      <legend>
        <strong>{say('channels')}</strong>
      </legend>
      {contacts.map((contact, n) => (
        <div class="settings-grant">
          <OneContact contact={contact} onChange={(change) => put(n, change)} />
          <div>
            <Button
              looks={['quiet', 'little']}
              icon="close"
              onClick={() => onChange(contacts.filter((_, at) => at !== n))}
            >
              {say('dropChannel', { n: n + 1 })}
            </Button>
          </div>
        </div>
      ))}
      {contacts.length < mostContacts && (
        <div>
          <Button looks="little" icon="plus" onClick={() => onChange([...contacts, fresh])}>
            {say('addChannel')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function OneContact({ contact, onChange }: { contact: Contact; onChange(change: Partial<Contact>): void }) {
  const say = useTexts(recipientTexts);
  const { channel, address, optedInAt } = contact;
  const offered: readonly Channel[] = channel === 'web_push' ? ['web_push'] : writtenChannels;
  const hasAddress = channel !== 'in_app' && channel !== 'web_push';
  return (
    <>
      <Field label={say('channel')} rule="waking" help={hasAddress ? undefined : say(`help_${channel}`)}>
        <select
          value={channel}
          onChange={(event) =>
            onChange({
              channel: event.currentTarget.value as Channel,
              address: '',
              secrets: 0,
              optedInAt: null,
            })
          }
        >
          {offered.map((one) => (
            <option value={one}>{say(one)}</option>
          ))}
        </select>
      </Field>
      {hasAddress && (
        <Field label={say('address')} rule="personal" help={say(`help_${channel}`)} isRequired>
          <input
            inputMode={keyboards[channel]}
            pattern={patterns[channel]}
            maxLength={2_000}
            autocomplete="off"
            value={address}
            onInput={(event) => onChange({ address: event.currentTarget.value })}
          />
        </Field>
      )}
      {channel === 'whatsapp' && (
        <label class="settings-check">
          <input
            type="checkbox"
            required
            checked={optedInAt !== null}
            onChange={(event) =>
              onChange({ optedInAt: event.currentTarget.checked ? new Date().toISOString() : null })
            }
          />
          <span>{say('consent')}</span>
        </label>
      )}
    </>
  );
}
