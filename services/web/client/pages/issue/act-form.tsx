import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { isConflict } from '../../api/problem.ts';
import { invalidate } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ReasonField } from '../../components/reason-field.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { common } from '../../texts/common.ts';
import { explainRefusal } from './act-refusal.ts';
import { issueTexts } from './texts.ts';

interface ActFormProps {
  title: string;
  /** Keeps what is typed under this name until it was sent. */
  draft: string;
  isReady: boolean;
  /** Letters of a reason; routes differ. */
  minLength?: number;
  onSend(reason: string): Promise<void>;
  onClose(): void;
  children: ComponentChildren | ((error: unknown) => ComponentChildren);
}

/** A dialog that asks for a reason, and keeps it when something goes wrong. */
export function ActForm({ title, draft, isReady, minLength = 3, onSend, onClose, children }: ActFormProps) {
  const say = useTexts(issueTexts);
  const sayCommon = useTexts(common);
  const [reason, setReason, clear] = useDraft(`reason.${draft}`);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const send = async (): Promise<void> => {
    setIsBusy(true);
    setError(null);
    try {
      await onSend(reason.trim());
      clear();
      onClose();
    } catch (problem) {
      setError(problem);
      setIsBusy(false);
      if (isConflict(problem)) invalidate('/v1/i');
    }
  };
  return (
    <Dialog title={title} onClose={onClose} onSubmit={() => void send()}>
      {typeof children === 'function' ? children(error) : children}
      <ReasonField
        label={say('reason')}
        help={say('reasonHelp')}
        least={minLength}
        value={reason}
        onType={setReason}
      />
      <ProblemNotice error={error} {...explainRefusal(error)} />
      <div class="dialog-end">
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        <Button type="submit" looks="main" isBusy={isBusy} disabled={!isReady}>
          {title}
        </Button>
      </div>
    </Dialog>
  );
}
