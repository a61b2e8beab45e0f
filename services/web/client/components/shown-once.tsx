import { useTexts } from '../texts/catalogue.ts';
import { common } from '../texts/common.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';

interface Props {
  label: string;
  /** Why it is not shown again, and what to do with it. */
  help: string;
  value: string;
  onClose(): void;
}

/** A secret that is shown this once: to be copied, then put away. */
export function ShownOnce({ label, help, value, onClose }: Props) {
  const say = useTexts(common);
  return (
    <section class="notice shown-once" aria-label={label}>
      <strong>{label}</strong>
      <p>{help}</p>
      <textarea
        class="input number"
        readOnly
        rows={Math.max(2, value.split('\n').length)}
        aria-label={label}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="row">
        <CopyButton text={value} looks="main" />
        <Button onClick={onClose}>{say('keptIt')}</Button>
      </div>
    </section>
  );
}
