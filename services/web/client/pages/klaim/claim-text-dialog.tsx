import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { Field } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { ReasonField } from '../../components/reason-field.tsx';
import { tell } from '../../components/toasts.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { common } from '../../texts/common.ts';
import { type Claim, claimsChanged } from './claim-data.ts';
import { claimTexts } from './texts.ts';

/** Changes the wording of a claim, e.g. a word that was copied wrongly. */
export function ClaimTextDialog({ claim, onClose }: { claim: Claim; onClose(): void }) {
  const say = useTexts(claimTexts);
  const sayCommon = useTexts(common);
  const [text, setText] = useState(claim.text);
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    await api.PATCH('/v1/claims/{claim}', {
      params: { path: { claim: claim.id } },
      body: { text: text.trim(), version: claim.version, reason: reason.trim() },
    });
    claimsChanged();
    tell(say('saved'));
  };
  return (
    <FormDialog
      title={say('editClaim')}
      doIt={sayCommon('save')}
      isReady={text.trim() !== claim.text}
      onSend={send}
      onClose={onClose}
    >
      <p class="small soft">{say('editClaimHelp')}</p>
      <Field label={say('newText')} rule="verbatim" help={say('newHelp')} isRequired>
        <textarea
          rows={4}
          minLength={3}
          maxLength={5_000}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </Field>
      <ReasonField label={say('reason')} help={say('reasonHelp')} value={reason} onType={setReason} />
    </FormDialog>
  );
}
