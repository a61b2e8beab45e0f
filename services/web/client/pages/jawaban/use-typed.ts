import { useEffect } from 'preact/hooks';
import { useDraft } from '../../components/use-draft.ts';
import type { AnswerChannel, ShownText } from './answer-data.ts';

type ByChannel = Partial<Record<AnswerChannel, string>>;

export interface Typed {
  /** As it is typed, else as it is saved. */
  plainOf(text: ShownText): string;
  isTyped(text: ShownText): boolean;
  type(text: ShownText, plain: string): void;
  /** Forms that differ from what is saved. */
  unsaved: { channel: AnswerChannel; plain: string }[];
  clear(): void;
}

/**
 * What is typed into the forms of an answer and not saved: it outlives a reload, a lost session and a conflict with a
 * colleague, until it was saved.
 */
export function useTyped(answerId: string, texts: readonly ShownText[]): Typed {
  const [kept, keep, clear] = useDraft(`answer.${answerId}`, '{}');
  const typed = JSON.parse(kept) as ByChannel;
  const unsaved = texts.flatMap(({ channel, plain }) => {
    const now = typed[channel];
    return now === undefined || now === plain ? [] : [{ channel, plain: now }];
  });
  const isTyped = ({ channel }: ShownText): boolean => unsaved.some((one) => one.channel === channel);
  const hasUnsaved = unsaved.length > 0;
  useEffect(() => {
    if (!hasUnsaved) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [hasUnsaved]);
  return {
    plainOf: ({ channel, plain }) => typed[channel] ?? plain,
    isTyped,
    type: ({ channel }, plain) => keep(JSON.stringify({ ...typed, [channel]: plain })),
    unsaved,
    clear,
  };
}
