import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { ReasonField } from '../../components/reason-field.tsx';
import { tell } from '../../components/toasts.tsx';
import { refreshUnits, type Unit } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { Check } from './recipient-dialog.tsx';
import { settingsTexts } from './texts.ts';
import { unitTexts } from './unit-texts.ts';

interface Props {
  /** null for a new one. */
  unit: Unit | null;
  onClose(): void;
}

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;

/** Names of units begin with "KPU"; what is kept is the name of the area. */
const areaName = (name: string): string => name.replace(/^(KPU|KIP)( Provinsi)? /, '');

/** Adds, renames, closes or opens an office, with the law that says so. */
export function UnitDialog({ unit, onClose }: Props) {
  const say = useTexts(unitTexts);
  const sayAll = useTexts(settingsTexts);
  const [code, setCode] = useState(unit?.code ?? '');
  const [name, setName] = useState(unit ? areaName(unit.name) : '');
  const [zone, setZone] = useState<Unit['zone']>(unit?.zone ?? 'Asia/Jakarta');
  const [closed, setClosed] = useState(unit?.closed ?? false);
  const [reason, setReason] = useState('');
  const save = async (): Promise<void> => {
    await api.PUT('/v1/units/{code}', {
      params: { path: { code: code.trim() } },
      body: { name: name.trim(), zone, closed, reason: reason.trim() },
    });
    await refreshUnits();
    tell(say('saved', { name: name.trim() }));
  };
  return (
    <FormDialog
      title={unit ? say('change', { name: unit.name }) : say('add')}
      doIt={sayAll('save')}
      onSend={save}
      onClose={onClose}
    >
      <Field label={say('code')} rule="unitCode" help={say('codeHelp')} isRequired>
        <input
          value={code}
          readOnly={unit !== null}
          pattern="[0-9]{2}(\.[0-9]{2})?"
          autocomplete="off"
          onInput={({ currentTarget }) => setCode(currentTarget.value)}
        />
      </Field>
      <Field label={say('areaName')} help={say('areaNameHelp')} isRequired>
        <input
          value={name}
          autofocus={unit !== null}
          minLength={2}
          maxLength={80}
          autocomplete="off"
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </Field>
      <Field label={say('zone')} rule="clock" help={say('zoneHelp')}>
        <select value={zone} onChange={({ currentTarget }) => setZone(currentTarget.value as Unit['zone'])}>
          {zones.map((one) => (
            <option key={one} value={one}>
              {say(`zone_${one.slice('Asia/'.length) as 'Jakarta'}`)}
            </option>
          ))}
        </select>
      </Field>
      <Check label={say('closedHelp')} isOn={closed} onTurn={setClosed} />
      <ReasonField label={sayAll('reason')} help={say('reasonHelp')} value={reason} onType={setReason} />
    </FormDialog>
  );
}
