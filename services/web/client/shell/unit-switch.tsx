import { useState } from 'preact/hooks';
import { sessionNow } from '../api/session.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNotice } from '../components/states.tsx';
import { useStore } from '../stores/create-store.ts';
import { type Unit, unitsStore } from '../stores/units.ts';
import { useTexts } from '../texts/catalogue.ts';
import { common } from '../texts/common.ts';
import { workIn } from './start-session.ts';
import { shellTexts } from './texts.ts';

/** More are found by typing on. */
const mostShown = 12;

const lies = (code: string, above: string): boolean =>
  above === 'RI' || code === above || code.startsWith(`${above}.`);

/** The units of one's grants and all below them, found by name. */
export function UnitSwitch({ onClose }: { onClose(): void }) {
  const say = useTexts(shellTexts);
  const sayCommon = useTexts(common);
  const units = useStore(unitsStore);
  const [text, setText] = useState('');
  const [error, setError] = useState<unknown>(null);
  const session = sessionNow();
  const grants = session?.user?.grants.map(({ unit }) => unit) ?? [session?.unit ?? 'RI'];
  const wanted = text.trim().toLowerCase();
  const fits = ({ code, name }: Unit): boolean =>
    grants.some((grant) => lies(code, grant)) && `${name} ${code}`.toLowerCase().includes(wanted);
  const found = [...units.values()].filter(fits).slice(0, mostShown);
  const choose = (unit: string): void => {
    workIn(unit).then(onClose, setError);
  };
  return (
    <Dialog title={say('switchUnit')} onClose={onClose} onSubmit={() => found[0] && choose(found[0].code)}>
      <Field label={say('unit')} help={say('unitHelp')}>
        <input
          type="search"
          value={text}
          autocomplete="off"
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <ProblemNotice error={error} />
      {found.length === 0 && <p>{say('noUnit')}</p>}
      <ul class="unit-list">
        {found.map(({ code, name }) => (
          <li key={code}>
            <button
              type="button"
              aria-current={code === session?.unit ? 'true' : undefined}
              onClick={() => choose(code)}
            >
              {name} <span class="soft small number">{code}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="dialog-end">
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
      </div>
    </Dialog>
  );
}
