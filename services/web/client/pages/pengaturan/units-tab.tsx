import { useState } from 'preact/hooks';
import { may, sessionNow } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Table } from '../../components/table.tsx';
import { useStore } from '../../stores/create-store.ts';
import { type Unit, unitName, unitsStore } from '../../stores/units.ts';
import { sayNumber, useTexts } from '../../texts/catalogue.ts';
import { settingsTexts } from './texts.ts';
import { UnitDialog } from './unit-dialog.tsx';
import { unitTexts } from './unit-texts.ts';

/** More are found by typing on. */
const mostShown = 60;

const lies = (code: string, within: string): boolean =>
  within === 'RI' || code === within || code.startsWith(`${within}.`);

/** Every office within reach: found by name or code, and kept up to date by KPU RI. */
export function UnitsTab() {
  const say = useTexts(unitTexts);
  const sayAll = useTexts(settingsTexts);
  const units = [...useStore(unitsStore).values()].filter(({ code }) =>
    lies(code, sessionNow()?.unit ?? 'RI'),
  );
  const [text, setText] = useState('');
  const [isAdding, setIsAdding] = useState(false);
  const mayChange = may('manage') && sessionNow()?.unit === 'RI';
  const wanted = text.trim().toLowerCase();
  const found = units.filter(({ code, name }) => `${name} ${code}`.toLowerCase().includes(wanted));
  return (
    <>
      <p class="soft settings-lead">{say('lead', { n: sayNumber(units.length) })}</p>
      {!mayChange && <p class="small soft">{sayAll('onlyNational')}</p>}
      <div class="settings-pair">
        <Field label={say('find')}>
          <input
            type="search"
            autocomplete="off"
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </Field>
      </div>
      {mayChange && (
        <div>
          <Button looks="main" icon="plus" onClick={() => setIsAdding(true)}>
            {say('add')}
          </Button>
        </div>
      )}
      {found.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <UnitTable units={found.slice(0, mostShown)} mayChange={mayChange} />
      )}
      {found.length > mostShown && <p class="small soft">{say('more', { n: found.length - mostShown })}</p>}
      {isAdding && <UnitDialog unit={null} onClose={() => setIsAdding(false)} />}
    </>
  );
}

const zones = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
} as const;

function UnitTable({ units, mayChange }: { units: readonly Unit[]; mayChange: boolean }) {
  const say = useTexts(unitTexts);
  const sayAll = useTexts(settingsTexts);
  return (
    <Table
      caption={say('title')}
      hideCaption
      rows={units}
      columns={[
        { title: say('code'), cell: ({ code }) => <span class="number">{code}</span> },
        {
          title: sayAll('name'),
          cell: ({ name, closed }) => (
            <>
              {name} {closed && <span class="badge outline">{say('closed')}</span>}
            </>
          ),
        },
        { title: say('above'), cell: ({ parent }) => (parent === null ? '–' : unitName(parent)) },
        { title: say('zone'), cell: ({ zone }) => zones[zone] },
        ...(mayChange ? [{ title: sayAll('acts'), cell: (unit: Unit) => <EditButton unit={unit} /> }] : []),
      ]}
    />
  );
}

function EditButton({ unit }: { unit: Unit }) {
  const say = useTexts(unitTexts);
  const sayAll = useTexts(settingsTexts);
  const [isOpen, setIsOpen] = useState(false);
  // KPU RI itself is no area.
  if (unit.parent === null) return null;
  return (
    <>
      <Button looks="little" aria-label={say('change', { name: unit.name })} onClick={() => setIsOpen(true)}>
        {sayAll('edit')}
      </Button>
      {isOpen && <UnitDialog unit={unit} onClose={() => setIsOpen(false)} />}
    </>
  );
}
