import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { type Permission, sessionNow } from '../../api/session.ts';
import { invalidate, useApi } from '../../api/use-api.ts';
import { WordOf } from '../../components/badges.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Outside } from '../../components/outside.tsx';
import { ShownOnce } from '../../components/shown-once.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { Moment, saySpan, useNow } from '../../components/times.tsx';
import { tell } from '../../components/toasts.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { type Word, words } from '../../texts/words.ts';
import { peopleTexts } from './people-texts.ts';
import { Check } from './recipient-dialog.tsx';
import { settingsTexts } from './texts.ts';

type Key = components['schemas']['ApiKey'];
const dayMs = 86_400_000;
/** A month to try something, a quarter, and the longest that the API allows. */
const spans = [30, 90, 366];

const wordOfRight = (right: Permission): Word => (right === 'triage' ? 'mayTriage' : right);

/** Ways in for other programs. */
export function KeysTab() {
  const say = useTexts(peopleTexts);
  const { data, error, reload } = useApi('/v1/keys', () => bodyOf(api.GET('/v1/keys')));
  const [isMaking, setIsMaking] = useState(false);
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  return (
    <>
      <p class="soft settings-lead">{say('keysLead')}</p>
      <div>
        <Button looks="main" icon="plus" onClick={() => setIsMaking(true)}>
          {say('makeKey')}
        </Button>
      </div>
      {made && (
        <ShownOnce
          label={say('tokenTitle', { name: made.name })}
          help={say('tokenHelp')}
          value={made.token}
          onClose={() => setMade(null)}
        />
      )}
      {isMaking && <KeyDialog onMade={setMade} onClose={() => setIsMaking(false)} />}
      {error && !data ? <ProblemNotice error={error} onRetry={reload} /> : null}
      {!data && !error && <Loading />}
      {data?.keys.length === 0 && (
        <Empty icon="link" title={say('keysNone')}>
          <p>{say('keysNoneDo')}</p>
        </Empty>
      )}
      {data && data.keys.length > 0 && <Keys keys={data.keys} />}
    </>
  );
}

const isInForce = (key: Key, now: number): boolean =>
  key.revokedAt === null && Date.parse(key.expiresAt) > now;

function Keys({ keys }: { keys: readonly Key[] }) {
  const say = useTexts(peopleTexts);
  const sayAll = useTexts(settingsTexts);
  const now = useNow();
  const stateOf = (key: Key) => (key.revokedAt ? 'keyRevoked' : isInForce(key, now) ? 'keyOn' : 'keyEnded');
  const rows = [...keys].sort(
    (a, b) => Number(isInForce(b, now)) - Number(isInForce(a, now)) || b.createdAt.localeCompare(a.createdAt),
  );
  return (
    <Table
      caption={say('keysTitle')}
      hideCaption
      rows={rows}
      columns={[
        { title: say('keyName'), cell: ({ name }) => <Outside text={name} most={120} /> },
        { title: sayAll('unit'), cell: ({ unit }) => unitName(unit) },
        {
          title: say('keyMay'),
          cell: (key) =>
            key.permissions.map((one, n) => (
              <>
                {n > 0 && ', '}
                <WordOf value={wordOfRight(one)} />
              </>
            )),
        },
        {
          title: say('keyEnds'),
          cell: (key) => (
            <>
              <span class={`badge ${isInForce(key, now) ? 'good' : 'outline'}`}>{say(stateOf(key))}</span>{' '}
              <span class="small soft">
                <Moment at={key.revokedAt ?? key.expiresAt} />
              </span>
            </>
          ),
        },
        {
          title: sayAll('acts'),
          cell: (key) => (isInForce(key, now) ? <Revoke apiKey={key} /> : '–'),
        },
      ]}
    />
  );
}

function Revoke({ apiKey: { id, name } }: { apiKey: Key }) {
  const say = useTexts(peopleTexts);
  const [isAsking, setIsAsking] = useState(false);
  const revoke = async (): Promise<void> => {
    await api.DELETE('/v1/keys/{key}', { params: { path: { key: id } } });
    invalidate('/v1/keys');
    tell(say('revoked', { name }));
  };
  return (
    <>
      <Button looks={['little', 'danger']} onClick={() => setIsAsking(true)}>
        {say('revoke')}
      </Button>
      {isAsking && (
        <FormDialog
          title={say('revokeAsk', { name })}
          doIt={say('revoke')}
          isDanger
          onSend={revoke}
          onClose={() => setIsAsking(false)}
        >
          <p>{say('revokeHelp')}</p>
        </FormDialog>
      )}
    </>
  );
}

interface DialogProps {
  onMade(made: { name: string; token: string }): void;
  onClose(): void;
}

/** Nobody gives what they do not have. */
function KeyDialog({ onMade, onClose }: DialogProps) {
  const say = useTexts(peopleTexts);
  const sayAll = useTexts(settingsTexts);
  const word = useTexts(words);
  const session = sessionNow();
  const [name, setName] = useState('');
  const [unit, setUnit] = useState(session?.unit ?? 'RI');
  const [permissions, setPermissions] = useState<readonly Permission[]>(['read']);
  const [days, setDays] = useState(90);
  const make = async (): Promise<void> => {
    const body = { name: name.trim(), unit, permissions: [...permissions], days };
    const { token } = await bodyOf(api.POST('/v1/keys', { body }));
    invalidate('/v1/keys');
    onMade({ name: body.name, token });
  };
  return (
    <FormDialog
      title={say('makeKey')}
      doIt={say('makeKey')}
      isReady={permissions.length > 0}
      onSend={make}
      onClose={onClose}
    >
      <Field label={say('keyName')} help={say('keyNameHelp')} isRequired>
        <input
          value={name}
          maxLength={120}
          autocomplete="off"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Field label={sayAll('unit')}>
        <UnitSelect value={unit} within={session?.unit ?? 'RI'} onChoose={setUnit} />
      </Field>
      <fieldset>
        <legend>
          <strong>{say('keyMay')}</strong>
        </legend>
        {(session?.permissions ?? []).map((one) => (
          <Check
            label={word(wordOfRight(one))}
            isOn={permissions.includes(one)}
            onTurn={(isOn) =>
              setPermissions(isOn ? [...permissions, one] : permissions.filter((other) => other !== one))
            }
          />
        ))}
      </fieldset>
      <Field label={say('keyDays')}>
        <select value={String(days)} onChange={(event) => setDays(Number(event.currentTarget.value))}>
          {spans.map((one) => (
            <option value={String(one)}>{saySpan(one * dayMs)}</option>
          ))}
        </select>
      </Field>
    </FormDialog>
  );
}
