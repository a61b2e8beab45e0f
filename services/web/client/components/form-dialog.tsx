import type { ComponentChildren } from 'preact';
import { useTexts } from '../texts/catalogue.ts';
import { common } from '../texts/common.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ProblemNotice } from './states.tsx';
import { useAct } from './use-act.ts';

interface Props {
  title: string;
  /** What the button says. */
  doIt: string;
  isDanger?: boolean;
  isReady?: boolean;
  /** Closes when it went well; keeps everything when it did not. */
  onSend(): Promise<unknown>;
  onClose(): void;
  children: ComponentChildren;
}

/** A dialog that sends something once. */
export function FormDialog({
  title,
  doIt,
  isDanger = false,
  isReady = true,
  onSend,
  onClose,
  children,
}: Props) {
  const say = useTexts(common);
  const { isBusy, error, run } = useAct();
  const send = async (): Promise<void> => {
    if (await run(onSend)) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose} onSubmit={() => void send()}>
      {children}
      <ProblemNotice error={error} />
      <div class="dialog-end">
        <Button onClick={onClose}>{say('cancel')}</Button>
        <Button type="submit" looks={isDanger ? 'danger' : 'main'} isBusy={isBusy} disabled={!isReady}>
          {doIt}
        </Button>
      </div>
    </Dialog>
  );
}
