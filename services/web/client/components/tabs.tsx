import type { ComponentChildren } from 'preact';
import { useEffect, useId } from 'preact/hooks';

interface Props<T extends string> {
  label: string;
  tabs: readonly { key: T; title: string }[];
  chosen: T;
  onChoose(key: T): void;
  children: ComponentChildren;
}

/** Tabs as the keyboard knows them: arrows move, the panel follows. */
export function Tabs<T extends string>({ label, tabs, chosen, onChoose, children }: Props<T>) {
  const id = useId();
  useEffect(() => {
    // On a phone there are more tabs than fit: the chosen one is in sight.
    const tab = document.getElementById(`${id}-${chosen}`);
    tab?.parentElement?.scrollTo({ left: tab.offsetLeft - tab.parentElement.offsetLeft - 48 });
  }, [chosen]);
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const now = tabs.findIndex(({ key }) => key === chosen);
    const next = tabs[(now + by + tabs.length) % tabs.length]!;
    onChoose(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <div class="stack">
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map(({ key, title }) => (
          <button
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={key === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={key === chosen ? 0 : -1}
            onClick={() => onChoose(key)}
          >
            {title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`} class="stack">
        {children}
      </div>
    </div>
  );
}
