import type { ComponentChildren } from 'preact';
import { Button } from '../../components/button.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { useDraft } from '../../components/use-draft.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { partnersChanged } from './partner-data.ts';
import { partnersTexts } from './texts.ts';

export type Typed = Record<string, string>;
export type Bind = (name: string) => {
  value: string;
  onInput(event: { currentTarget: { value: string } }): void;
};

interface Props {
  /** Of what is typed. */
  name: string;
  title: string;
  blank: Typed;
  onAdd(typed: Typed): Promise<unknown>;
  children(bind: Bind): ComponentChildren;
}

/** A folded form that adds one thing; what is typed into it is kept until it was sent. */
export function TypedForm({ name, title, blank, onAdd, children }: Props) {
  const say = useTexts(partnersTexts);
  const [kept, keep, clear] = useDraft(name, JSON.stringify(blank));
  const typed = JSON.parse(kept) as Typed;
  const act = useAct();
  const bind: Bind = (field) => ({
    value: typed[field] ?? '',
    onInput: ({ currentTarget }) => keep(JSON.stringify({ ...typed, [field]: currentTarget.value })),
  });
  const add = (): void =>
    void act.run(async () => {
      await onAdd(typed);
      clear();
      partnersChanged();
      tell(say('added'));
    });
  return (
    <details class="card fold">
      <summary>
        <h2>{title}</h2>
      </summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <div class="mitra-fields">{children(bind)}</div>
        <Refusal error={act.error} title={say('notDone')} />
        <div>
          <Button looks="main" type="submit" isBusy={act.isBusy}>
            {say('add')}
          </Button>
        </div>
      </form>
    </details>
  );
}
