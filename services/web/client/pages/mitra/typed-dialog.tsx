import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { FormDialog } from '../../components/form-dialog.tsx';
import { tell } from '../../components/toasts.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { common } from '../../texts/common.ts';
import { partnersChanged } from './partner-data.ts';
import { partnersTexts } from './texts.ts';
import type { Bind, Typed } from './typed-form.tsx';

interface Props {
  title: string;
  /** As it stands now. */
  first: Typed;
  onSave(typed: Typed): Promise<unknown>;
  onClose(): void;
  children(bind: Bind): ComponentChildren;
}

/** Changes one thing that is there already. */
export function TypedDialog({ title, first, onSave, onClose, children }: Props) {
  const say = useTexts(partnersTexts);
  const sayCommon = useTexts(common);
  const [typed, setTyped] = useState(first);
  const bind: Bind = (field) => ({
    value: typed[field] ?? '',
    onInput: ({ currentTarget }) => setTyped({ ...typed, [field]: currentTarget.value }),
  });
  const send = async (): Promise<void> => {
    await onSave(typed);
    partnersChanged();
    tell(say('added'));
  };
  return (
    <FormDialog title={title} doIt={sayCommon('save')} onSend={send} onClose={onClose}>
      {children(bind)}
    </FormDialog>
  );
}
