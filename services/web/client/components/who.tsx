import { useEffect } from 'preact/hooks';
import { send } from '../api/client.ts';
import { sessionNow } from '../api/session.ts';
import { createStore, useStore } from '../stores/create-store.ts';
import { catalogue, useTexts } from '../texts/catalogue.ts';

const whoTexts = catalogue({
  you: ['Anda', 'you'],
  machine: ['program', 'the program'],
  bundled: ['Saring (bawaan)', 'Saring (bundled)'],
  someone: ['rekan dari unit lain', 'a colleague of another unit'],
});

const names = createStore<ReadonlyMap<string, string>>(new Map());
let askedFor = '';

/** Names of those who work in this unit, once for each unit that one works in. */
async function loadNames(): Promise<void> {
  const unit = sessionNow()?.unit ?? '';
  if (askedFor === unit) return;
  askedFor = unit;
  const response = await send(new Request('/v1/colleagues')).catch(() => null);
  if (!response) return;
  const { colleagues } = (await response.json()) as { colleagues: { id: string; name: string }[] };
  names.set(new Map([...names.get(), ...colleagues.map(({ id, name }) => [id, name] as const)]));
}

/** Keys, the installation's own token and what is no id of a person are shown as they are. */
const isUserId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** A person by name; oneself as "Anda". */
export function Who({ id }: { id: string }) {
  const say = useTexts(whoTexts);
  const known = useStore(names);
  useEffect(() => void loadNames(), []);
  if (id === sessionNow()?.user?.id) return <>{say('you')}</>;
  if (id === 'machine' || id === 'system') return <>{say('machine')}</>;
  // Who wrote the facts that come with the program.
  if (id === 'saring') return <>{say('bundled')}</>;
  return <>{known.get(id) ?? (isUserId.test(id) ? say('someone') : id)}</>;
}

export const isMe = (id: string | null): boolean => id !== null && id === sessionNow()?.user?.id;
