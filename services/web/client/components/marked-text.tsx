import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface TextMark {
  start: number;
  end: number;
  looks: 'error' | 'warn' | 'here';
}

interface Props extends Omit<JSX.IntrinsicElements['textarea'], 'onInput' | 'value'> {
  value: string;
  marks: readonly TextMark[];
  onText(text: string): void;
  /** Where the caret or the pointer is, as a place in the text. */
  onPlace?: (place: number) => void;
  /** Put the caret there and bring it into sight; a new object each time. */
  goTo?: { start: number; end: number } | null;
  /** Where `value` begins in the text that `goTo` counts in. */
  base?: number;
}

/** The text cut at every edge of a mark, each piece with the looks of what lies over it. */
export function cutAtMarks(text: string, marks: readonly TextMark[]): { text: string; looks: string }[] {
  const kept = marks.filter(({ start, end }) => start < end && start < text.length);
  const edges = [...new Set([0, text.length, ...kept.flatMap(({ start, end }) => [start, end])])]
    .filter((edge) => edge >= 0 && edge <= text.length)
    .sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, n) => {
    const to = edges[n + 1]!;
    const over = kept.filter(({ start, end }) => start <= from && to <= end);
    return { text: text.slice(from, to), looks: [...new Set(over.map(({ looks }) => looks))].join(' ') };
  });
}

/** A field for text that is as high as what it holds, and shows marks under the words while one types. */
export function MarkedText({ value, marks, onText, onPlace, goTo, base = 0, ...rest }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const under = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!goTo || !area.current) return;
    area.current.focus();
    area.current.setSelectionRange(goTo.start - base, goTo.end - base);
  }, [goTo]);
  const hover = ({ clientX, clientY }: MouseEvent): void => {
    let from = 0;
    for (const piece of under.current?.children ?? []) {
      const isHere = [...piece.getClientRects()].some(
        ({ left, right, top, bottom }) =>
          left <= clientX && clientX <= right && top <= clientY && clientY <= bottom,
      );
      if (isHere) {
        onPlace?.(from);
        return;
      }
      from += piece.textContent?.length ?? 0;
    }
  };
  const caret = (): void => {
    onPlace?.(area.current?.selectionStart ?? 0);
  };
  return (
    <div class="marked">
      <div class="marked-under" aria-hidden="true" ref={under}>
        {cutAtMarks(value, marks).map(({ text, looks }) => (
          <span class={looks}>{text}</span>
        ))}{' '}
      </div>
      <textarea
        {...rest}
        ref={area}
        value={value}
        spellcheck={false}
        onInput={({ currentTarget }) => {
          onText(currentTarget.value);
          caret();
        }}
        onKeyUp={caret}
        onClick={caret}
        onFocus={caret}
        onMouseMove={onPlace && hover}
      />
    </div>
  );
}
