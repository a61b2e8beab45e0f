import { useState } from 'preact/hooks';
import { useTexts } from '../texts/catalogue.ts';
import { common } from '../texts/common.ts';
import { tamed } from './outside.tsx';

interface Props {
  /** Endings or types, as the browser's own field has them. */
  accept: string;
  disabled?: boolean;
  /** The chosen one; undefined when the choice was taken back. */
  onFile(file: File | undefined): void;
  /** With it the field is empty again at once: each file is taken the moment it is chosen. */
  forgets?: boolean;
  /** Given by the field around it. */
  [attribute: string]: unknown;
}

/** The browser's own file field, with words in the language of the desk instead of the browser's. */
export function FileInput({ accept, disabled = false, onFile, forgets = false, ...given }: Props) {
  const say = useTexts(common);
  const [name, setName] = useState<string | null>(null);
  return (
    <span class={disabled ? 'file-input is-off' : 'file-input'}>
      <input
        {...given}
        type="file"
        accept={accept}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          setName(forgets ? null : (file?.name ?? null));
          onFile(file);
          if (forgets) currentTarget.value = '';
        }}
      />
      <span class="file-face" aria-hidden="true">
        <span class="button little">{say('chooseFile')}</span>
        <span class={name === null ? 'soft' : 'outside'}>{name === null ? say('noFile') : tamed(name)}</span>
      </span>
    </span>
  );
}
