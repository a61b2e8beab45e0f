import { useStore } from '../stores/create-store.ts';
import { unitsStore } from '../stores/units.ts';

interface Props {
  value: string;
  /** This unit and those below it are offered. */
  within: string;
  onChoose(code: string): void;
  /** Set by the field around it. */
  id?: string;
  required?: boolean;
  'aria-invalid'?: 'true';
  'aria-describedby'?: string;
}

/** One unit by its name; typing its first letters finds it. */
export function UnitSelect({ value, within, onChoose, ...rest }: Props) {
  const units = [...useStore(unitsStore).values()].filter(
    ({ code }) => within === 'RI' || code === within || code.startsWith(`${within}.`),
  );
  return (
    <select {...rest} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      {!units.some(({ code }) => code === value) && <option value={value}>{value}</option>}
      {units.map(({ code, name }) => (
        <option value={code} key={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
