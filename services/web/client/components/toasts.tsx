import { createStore, useStore } from '../stores/create-store.ts';
import { useTexts } from '../texts/catalogue.ts';
import { common } from '../texts/common.ts';
import { explain } from './states.tsx';

interface Toast {
  id: number;
  text: string;
  undo?: () => void;
}

const toasts = createStore<readonly Toast[]>([]);
let last = 0;
/** Long enough to read a line and decide to take it back (WCAG asks for no less where there is a way to undo). */
const shownMs = 10_000;

const drop = (id: number): void => toasts.set(toasts.get().filter((one) => one.id !== id));

/** Says at the lower edge what was done, with a way to take it back. */
export function tell(text: string, undo?: () => void): void {
  last += 1;
  const id = last;
  toasts.set([...toasts.get().slice(-2), { id, text, ...(undo ? { undo } : {}) }]);
  setTimeout(() => drop(id), shownMs);
}

export const tellError = (error: unknown): void => {
  const { title, todo } = explain(error);
  tell(`${title}. ${todo}`);
};

export function Toasts() {
  const say = useTexts(common);
  const shown = useStore(toasts);
  return (
    <div class="toasts no-print" role="status" aria-live="polite">
      {shown.map(({ id, text, undo }) => (
        <div class="toast" key={id}>
          <span>{text}</span>
          {undo && (
            <button
              type="button"
              onClick={() => {
                drop(id);
                undo();
              }}
            >
              {say('undo')}
            </button>
          )}
          <button type="button" onClick={() => drop(id)}>
            {say('close')}
          </button>
        </div>
      ))}
    </div>
  );
}
