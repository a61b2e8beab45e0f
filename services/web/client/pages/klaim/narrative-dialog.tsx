import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { invalidate } from '../../api/use-api.ts';
import { Field } from '../../components/field.tsx';
import { tell } from '../../components/toasts.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { ActForm } from '../issue/act-form.tsx';
import type { Narrative } from './narrative-data.ts';
import { narrativeTexts } from './narrative-texts.ts';

/** Names a narrative, or renames one; with a reason, which stays in the audit trail. */
export function NarrativeDialog({ narrative, onClose }: { narrative: Narrative | null; onClose(): void }) {
  const say = useTexts(narrativeTexts);
  const [name, setName] = useState(narrative?.name ?? '');
  const [description, setDescription] = useState(narrative?.description ?? '');
  const isChanged = name.trim() !== narrative?.name || description.trim() !== narrative.description;
  const send = async (reason: string): Promise<void> => {
    const body = { name: name.trim(), description: description.trim(), reason };
    if (narrative === null) await api.POST('/v1/narratives', { body });
    else
      await api.PATCH('/v1/narratives/{narrative}', {
        params: {
          path: { narrative: narrative.id },
          header: { 'if-match': `"${narrative.id}-${narrative.version}"` },
        },
        body,
      });
    invalidate('/v1/narratives');
    tell(say('kept'));
  };
  return (
    <ActForm
      title={say(narrative === null ? 'add' : 'rename')}
      draft={`narrative.${narrative?.id ?? 'new'}`}
      isReady={name.trim().length >= 5 && isChanged}
      onSend={send}
      onClose={onClose}
    >
      <Field label={say('name')} rule="civil" help={say('nameHelp')} isRequired>
        <input value={name} maxLength={200} onInput={({ currentTarget }) => setName(currentTarget.value)} />
      </Field>
      <Field label={say('description')} help={say('descriptionHelp')}>
        <textarea
          rows={3}
          value={description}
          maxLength={2_000}
          onInput={({ currentTarget }) => setDescription(currentTarget.value)}
        />
      </Field>
    </ActForm>
  );
}
