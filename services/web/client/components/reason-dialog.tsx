import { useTexts } from '../texts/catalogue.ts';
import { common } from '../texts/common.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ReasonField } from './reason-field.tsx';
import { useDraft } from './use-draft.ts';

interface ReasonProps {
  /** Of what is typed, so that it is not lost. */
  name: string;
  title: string;
  question: string;
  help?: string;
  /** Characters that the API asks for. */
  least?: number;
  /** True when it was done: until then what was typed is kept. */
  onReason(reason: string): Promise<boolean>;
  onClose(): void;
}

/** Asks why, before something that is kept for ever. */
export function ReasonDialog({ name, title, question, help, least = 3, onReason, onClose }: ReasonProps) {
  const say = useTexts(common);
  const [reason, setReason, clear] = useDraft(`reason.${name}`);
  const send = async (): Promise<void> => {
    if (await onReason(reason.trim())) clear();
  };
  return (
    <Dialog title={title} onClose={onClose} onSubmit={() => void send()}>
      <ReasonField
        label={question}
        ruleAbout={say('reasonWord')}
        {...(help ? { help } : {})}
        least={least}
        value={reason}
        onType={setReason}
      />
      <div class="dialog-end">
        <Button onClick={onClose}>{say('cancel')}</Button>
        <Button looks="main" type="submit">
          {title}
        </Button>
      </div>
    </Dialog>
  );
}

interface SureProps {
  title: string;
  text: string;
  yes: string;
  onYes(): void;
  onClose(): void;
}

/** Says what will happen, before it happens. */
export function SureDialog({ title, text, yes, onYes, onClose }: SureProps) {
  const say = useTexts(common);
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <div class="dialog-end">
        <Button onClick={onClose}>{say('cancel')}</Button>
        <Button looks="main" onClick={onYes}>
          {yes}
        </Button>
      </div>
    </Dialog>
  );
}
