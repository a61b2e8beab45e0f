import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { ReasonField } from '../../components/reason-field.tsx';
import { tell } from '../../components/toasts.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { common } from '../../texts/common.ts';
import { type Fact, factsChanged } from './claim-data.ts';
import { FactFields, factBody, typedFrom } from './fact-fields.tsx';
import { claimTexts } from './texts.ts';

/** Changes a fact: its approval lapses, and the version before stays readable. */
export function FactDialog({ fact, onClose }: { fact: Fact; onClose(): void }) {
  const say = useTexts(claimTexts);
  const sayCommon = useTexts(common);
  const [typed, setTyped] = useState(() => typedFrom(fact));
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    await api.PATCH('/v1/facts/{fact}', {
      params: { path: { fact: fact.id } },
      body: { ...factBody(typed), version: fact.version, reason: reason.trim() },
    });
    factsChanged();
    tell(say('factChanged'));
  };
  return (
    <FormDialog title={say('editFact')} doIt={sayCommon('save')} onSend={send} onClose={onClose}>
      <p class="small soft">{say('editFactHelp')}</p>
      <FactFields typed={typed} onType={setTyped} />
      <ReasonField label={say('reason')} help={say('reasonHelp')} value={reason} onType={setReason} />
    </FormDialog>
  );
}
