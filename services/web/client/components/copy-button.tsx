import { useEffect, useState } from 'preact/hooks';
import { catalogue, useTexts } from '../texts/catalogue.ts';
import { Button } from './button.tsx';
import { tell } from './toasts.tsx';

const copyTexts = catalogue({
  copy: ['Salin', 'Copy'],
  copied: ['Tersalin', 'Copied'],
  byHand: [
    'Peramban tidak mengizinkan penyalinan. Pilih teksnya, lalu tekan Ctrl+C.',
    'The browser does not allow copying. Select the text and press Ctrl+C.',
  ],
});
const shownMs = 4_000;

/** For browsers without a clipboard of their own, and for pages that are not served by HTTPS. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  const isDone = document.execCommand('copy');
  area.remove();
  return isDone;
}

const copy = async (text: string): Promise<boolean> =>
  navigator.clipboard?.writeText(text).then(
    () => true,
    () => copyBySelection(text),
  ) ?? copyBySelection(text);

interface Props {
  text: string;
  label?: string;
  looks?: 'main';
  onCopied?: () => void;
}

export function CopyButton({ text, label, looks, onCopied }: Props) {
  const say = useTexts(copyTexts);
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const press = async (): Promise<void> => {
    if (!(await copy(text))) return tell(say('byHand'));
    setIsCopied(true);
    onCopied?.();
  };
  return (
    <Button icon={isCopied ? 'check' : 'jawaban'} looks={looks ?? []} onClick={() => void press()}>
      <span aria-live="polite">{isCopied ? say('copied') : (label ?? say('copy'))}</span>
    </Button>
  );
}
