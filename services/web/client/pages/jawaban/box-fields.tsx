import { useState } from 'preact/hooks';
import { Field } from '../../components/field.tsx';
import { MarkedText, type TextMark } from '../../components/marked-text.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import type { Finding, ShownText } from './answer-data.ts';
import { composeTexts } from './compose-texts.ts';
import { answerTexts } from './texts.ts';
import { boxesOf, joinBoxes, type Segment, withinBox } from './typed-text.ts';

interface Props {
  saved: ShownText;
  plain: string;
  findings: readonly Finding[];
  here: Segment | null;
  aim: { start: number; end: number } | null;
  onText(plain: string): void;
  onPlace(place: number): void;
}

const boxed = ['fact', 'warning', 'why', 'fact_again', 'check', 'source'] as const;
type Boxed = (typeof boxed)[number];
const isBoxed = (role: string): role is Boxed => (boxed as readonly string[]).includes(role);

/** The marks of a part of the text, counted from its own beginning. */
const within = (marks: readonly TextMark[], start: number, end: number): TextMark[] =>
  marks
    .filter((mark) => mark.start < end && mark.end > start)
    .map((mark) => ({
      ...mark,
      start: Math.max(0, mark.start - start),
      end: Math.min(end, mark.end) - start,
    }));

/** The web page in its boxes, every other form in one field. */
export function BoxFields(props: Props) {
  const { saved, plain, findings, here, aim, onText, onPlace } = props;
  const say = useTexts(composeTexts);
  const sayAnswer = useTexts(answerTexts);
  const marks: TextMark[] = [
    ...(here ? [{ start: here.start, end: here.end, looks: 'here' as const }] : []),
    ...findings.map(({ start, end, severity }) => ({ start, end, looks: severity })),
  ];
  const [boxes, setBoxes] = useBoxes(plain);
  if (saved.channel !== 'web')
    return (
      <MarkedText
        value={plain}
        marks={marks}
        goTo={aim}
        onText={onText}
        onPlace={onPlace}
        aria-label={say('textOf', { form: sayAnswer(`channel_${saved.channel}`) })}
      />
    );
  const roles = [...(saved.title ? ['title'] : []), ...saved.blocks.map(({ role }) => role)];
  let at = 0;
  return (
    <div class="jawaban-boxes">
      {boxes.map((text, n) => {
        const start = at;
        const end = start + text.length;
        at = end + 2;
        const role = roles[n] ?? 'other';
        const label = role === 'title' ? say('boxTitle') : say(isBoxed(role) ? `box_${role}` : 'box_other');
        const help =
          role === 'title'
            ? say('boxTitleHelp')
            : isBoxed(role) && role !== 'check' && role !== 'source'
              ? say(`box_${role}Help`)
              : undefined;
        const isAimed = aim !== null && aim.start >= start && aim.start <= end;
        const change = (next: string): void => {
          const changed = boxes.map((box, at) => (at === n ? withinBox(next) : box));
          setBoxes(changed);
          onText(joinBoxes(changed));
        };
        return (
          <Field key={n} label={label} rule="truthFirst" {...(help ? { help } : {})}>
            <MarkedText
              value={text}
              marks={within(marks, start, end)}
              goTo={isAimed ? aim : null}
              base={start}
              onText={change}
              onPlace={(place) => onPlace(start + place)}
            />
          </Field>
        );
      })}
    </div>
  );
}

/** The boxes as they are typed: a line just begun at the end of one stays in it, and one that was emptied stays there. */
function useBoxes(plain: string): [string[], (boxes: string[]) => void] {
  const [typed, setTyped] = useState(() => boxesOf(plain));
  return [joinBoxes(typed) === plain ? typed : boxesOf(plain), setTyped];
}
