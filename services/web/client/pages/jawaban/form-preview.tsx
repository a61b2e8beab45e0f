import { tamed } from '../../components/outside.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import type { AnswerChannel } from './answer-data.ts';
import { composeTexts } from './compose-texts.ts';
import { allSegments, boxesOf, type Segment } from './typed-text.ts';

const looks: Partial<Record<AnswerChannel, string>> = { whatsapp: 'bubble', x: 'post', caption: 'post' };

interface Props {
  channel: AnswerChannel;
  plain: string;
  segments: readonly Segment[];
  /** Start of the sentence that is pointed at. */
  place: number | null;
  onPlace(place: number): void;
}

/** A form as its readers will see it. Every sentence can be reached, and says what it rests on. */
export function FormPreview({ channel, plain, segments, place, onPlace }: Props) {
  const say = useTexts(composeTexts);
  const all = allSegments(plain, segments);
  let at = 0;
  const paragraphs = boxesOf(plain).map((text) => {
    const start = at;
    at += text.length + 2;
    return { start, end: start + text.length, text };
  });
  return (
    <div class={`jawaban-sheet ${looks[channel] ?? ''}`}>
      {channel === 'caption' && (
        <div class="jawaban-picture" aria-hidden="true">
          {say('place')}
        </div>
      )}
      {paragraphs.map(({ start, end, text }, n) => (
        <p class={n === 0 && channel !== 'x' && !text.includes('\n') ? 'sheet-title' : ''} key={start}>
          {all
            .filter((segment) => segment.start < end && segment.end > start)
            .map((segment) => {
              const words = plain.slice(Math.max(start, segment.start), Math.min(end, segment.end));
              return <Sentence {...{ segment, words, channel, place, onPlace }} key={segment.start} />;
            })}
        </p>
      ))}
    </div>
  );
}

interface SentenceProps {
  segment: Segment;
  words: string;
  channel: AnswerChannel;
  place: number | null;
  onPlace(place: number): void;
}

function Sentence({ segment, words, channel, place, onPlace }: SentenceProps) {
  // WhatsApp shows words between asterisks in bold, and not the asterisks.
  const shown = channel === 'whatsapp' ? words.replace(/^\*|\*$/g, '') : words;
  const lines = tamed(shown).split('\n');
  const text = lines.map((line, n) => (
    <>
      {n > 0 && <br />}
      {line}
    </>
  ));
  if (segment.from === null && words.trim().length < 2) return <>{text}</>;
  const isChosen = place !== null && segment.start <= place && place < segment.end;
  const isLoose = segment.from === null || segment.from.length === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it does nothing but tell what it rests on
    <span
      class={`jawaban-sentence${isChosen ? ' chosen' : ''}${isLoose ? ' loose' : ''}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach what the pointer reaches
      tabIndex={0}
      onMouseEnter={() => onPlace(segment.start)}
      onFocus={() => onPlace(segment.start)}
    >
      {text}
    </span>
  );
}
