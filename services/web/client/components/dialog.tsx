import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { tamed } from './outside.tsx';

interface Props {
  title: string;
  onClose(): void;
  /** With it the dialog is a form. */
  onSubmit?: () => void;
  children: ComponentChildren;
}

/** The browser's own modal dialog: focus stays in it, Escape closes it, and goes back to where it was. */
export function Dialog({ title, onClose, onSubmit, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.showModal();
    // A "?" stands before its field, but what one came to do is the field.
    if (document.activeElement?.classList.contains('rule-mark'))
      ref.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    // A browser shows the end of a long text; one who changes it reads it from its beginning.
    if (document.activeElement && ref.current?.contains(document.activeElement))
      document.activeElement.scrollTo(0, 0);
    return () => before instanceof HTMLElement && before.isConnected && before.focus();
  }, []);
  const inside = (
    <>
      <h2 id={id} class="outside">
        {tamed(title)}
      </h2>
      {children}
    </>
  );
  return (
    <dialog
      ref={ref}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {onSubmit ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {inside}
        </form>
      ) : (
        <div>{inside}</div>
      )}
    </dialog>
  );
}
