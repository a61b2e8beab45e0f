import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { invalidate } from '../../api/use-api.ts';
import { Field } from '../../components/field.tsx';
import { tell } from '../../components/toasts.tsx';
import { useStore } from '../../stores/create-store.ts';
import { unitName, unitsStore } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { ActForm } from './act-form.tsx';
import { issueTexts } from './texts.ts';

const hourMs = 3_600_000;
/** Half of what a critical issue's holding statement has (DOMAIN: 60 minutes). */
const firstWaitMs = hourMs / 2;

/** What `datetime-local` shows: the computer's own clock. */
function localInput(at: number): string {
  const shifted = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** The unit one tier up. */
const above = (unit: string): string => (unit === 'RI' ? '' : unit.length === 2 ? 'RI' : unit.slice(0, 2));

interface Props {
  number: string;
  /** That handles it now. */
  unit: string;
  onClose(): void;
}

/** Up, down or sideways, with a reason and a deadline; it stays until the other unit accepts. */
export function HandoverDialog({ number, unit, onClose }: Props) {
  const say = useTexts(issueTexts);
  const units = useStore(unitsStore);
  const [to, setTo] = useState(above(unit));
  const [dueAt, setDueAt] = useState(() => localInput(Date.now() + firstWaitMs));
  const chosen = [...units.values()].find(
    ({ code, name }) => code === to || name.toLowerCase() === to.toLowerCase(),
  );
  const send = async (reason: string): Promise<void> => {
    await api.POST('/v1/issues/{issue}/handovers', {
      params: { path: { issue: number } },
      body: { to: chosen!.code, reason, dueAt: new Date(dueAt).toISOString() },
    });
    invalidate('/v1/i');
    tell(say('escalated', { unit: unitName(chosen!.code) }));
  };
  return (
    <ActForm
      title={say('escalate')}
      draft={`handover.${number}`}
      isReady={chosen !== undefined && chosen.code !== unit && !Number.isNaN(Date.parse(dueAt))}
      minLength={5}
      onSend={send}
      onClose={onClose}
    >
      <Field label={say('escalateTo')} rule="handover" help={say('escalateHelp')} isRequired>
        <input
          list="handover-units"
          value={chosen && to === chosen.code ? chosen.name : to}
          onInput={(event) => setTo(event.currentTarget.value)}
        />
      </Field>
      <datalist id="handover-units">
        {[...units.values()].map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
      <Field label={say('escalateBy')} rule="clock" isRequired>
        <input type="datetime-local" value={dueAt} onInput={(event) => setDueAt(event.currentTarget.value)} />
      </Field>
    </ActForm>
  );
}
