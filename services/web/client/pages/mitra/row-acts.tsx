import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { tell } from '../../components/toasts.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { partnersChanged } from './partner-data.ts';
import { partnersTexts } from './texts.ts';

interface Props {
  /** Said to those who cannot see beside what the buttons stand. */
  name: string;
  onEdit(): void;
  /** What is gone afterwards. */
  eraseText: string;
  onErase(): Promise<unknown>;
  onErased?: () => void;
}

/** Change and erase, for one row of the book. */
export function RowActs({ name, onEdit, eraseText, onErase, onErased }: Props) {
  const say = useTexts(partnersTexts);
  const [isAsking, setIsAsking] = useState(false);
  const erase = async (): Promise<void> => {
    await onErase();
    partnersChanged();
    tell(say('erased', { name }));
    onErased?.();
  };
  return (
    <span class="row no-print">
      <Button
        looks={['quiet', 'little']}
        icon="edit"
        aria-label={say('editNamed', { name })}
        onClick={onEdit}
      >
        {say('edit')}
      </Button>
      <Button
        looks={['quiet', 'little']}
        icon="close"
        aria-label={say('eraseNamed', { name })}
        onClick={() => setIsAsking(true)}
      >
        {say('erase')}
      </Button>
      {isAsking && (
        <FormDialog
          title={say('eraseNamed', { name })}
          doIt={say('erase')}
          isDanger={true}
          onSend={erase}
          onClose={() => setIsAsking(false)}
        >
          <p>{eraseText}</p>
        </FormDialog>
      )}
    </span>
  );
}
