import { sessionNow, type User } from '../../api/session.ts';
import { WordOf } from '../../components/badges.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { words } from '../../texts/words.ts';
import { peopleTexts } from './people-texts.ts';
import { settingsTexts } from './texts.ts';

export type Grant = User['grants'][number];
type Role = Grant['role'];

const roleNames = [
  'reader',
  'analyst',
  'drafter',
  'approver',
  'head',
  'administrator',
] as const satisfies readonly Role[];

interface Props {
  grants: readonly Grant[];
  onChange(grants: readonly Grant[]): void;
}

/** Roles in units, with what each may do said under it. */
export function RoleFields({ grants, onChange }: Props) {
  const say = useTexts(peopleTexts);
  const sayAll = useTexts(settingsTexts);
  const word = useTexts(words);
  const within = sessionNow()?.unit ?? 'RI';
  const put = (n: number, change: Partial<Grant>): void =>
    onChange(grants.map((grant, at) => (at === n ? { ...grant, ...change } : grant)));
  return (
    <fieldset class="stack">
      <legend>
        <strong>{say('roles')}</strong> <span class="small soft">{say('rolesHelp')}</span>
      </legend>
      {grants.map(({ role, unit }, n) => (
        <div class="settings-grant">
          <Field label={say('role')} rule="roles" help={say(`may_${role}`)}>
            <select value={role} onChange={(event) => put(n, { role: event.currentTarget.value as Role })}>
              {roleNames.map((one) => (
                <option value={one}>{word(one)}</option>
              ))}
            </select>
          </Field>
          <Field label={sayAll('unit')}>
            <UnitSelect value={unit} within={within} onChoose={(code) => put(n, { unit: code })} />
          </Field>
          {grants.length > 1 && (
            <div>
              <Button
                looks={['quiet', 'little']}
                icon="close"
                onClick={() => onChange(grants.filter((_, at) => at !== n))}
              >
                {sayAll('remove')}
              </Button>
            </div>
          )}
        </div>
      ))}
      <div>
        <Button
          looks="little"
          icon="plus"
          onClick={() => onChange([...grants, { role: 'reader', unit: within }])}
        >
          {say('addRole')}
        </Button>
      </div>
    </fieldset>
  );
}

/** Every role in one sentence. */
export function RoleGuide() {
  const say = useTexts(peopleTexts);
  return (
    <section class="card stack" aria-label={say('rolesTitle')}>
      <h2>{say('rolesTitle')}</h2>
      <dl class="settings-guide">
        {roleNames.map((role) => (
          <div>
            <dt>
              <WordOf value={role} />
            </dt>
            <dd>{say(`may_${role}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
