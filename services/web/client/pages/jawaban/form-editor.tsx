import { useState } from 'preact/hooks';
import { Chips } from '../../components/chips.tsx';
import { RuleHelp } from '../../components/rule-help.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import type { Claim, Finding, ShownText } from './answer-data.ts';
import { BoxFields } from './box-fields.tsx';
import { composeTexts } from './compose-texts.ts';
import { Findings } from './findings.tsx';
import { FormPreview } from './form-preview.tsx';
import { GroundCard } from './ground-card.tsx';
import { segmentAt, segmentsOf, wordCount } from './typed-text.ts';
import { useLint } from './use-lint.ts';

export type Mode = 'write' | 'preview';

interface Props {
  answerId: string;
  saved: ShownText;
  /** As it is typed. */
  plain: string;
  claim: Claim | null;
  /** The same for every form, so that one looks through all of them as they will be seen. */
  mode: Mode;
  onMode(mode: Mode): void;
  /** Without it the text is locked. */
  onText: ((plain: string) => void) | null;
}

/** One form of an answer: written or looked at, with what the lint says and what each sentence rests on. */
export function FormEditor({ answerId, saved, plain, claim, mode, onMode, onText }: Props) {
  const say = useTexts(composeTexts);
  const [place, setPlace] = useState<number | null>(null);
  const [aim, setAim] = useState<{ start: number; end: number } | null>(null);
  const linted = useLint(answerId, saved, plain);
  const segments = segmentsOf(plain, saved);
  const here = place === null ? null : segmentAt(segments, place);
  const isWriting = mode === 'write' && onText !== null;
  const goTo = ({ start, end }: Finding): void => {
    if (onText) onMode('write');
    setPlace(start);
    setAim({ start, end });
  };
  const { score } = linted.report.ease;
  return (
    <div class="stack jawaban-frame">
      <div class="row spread">
        {onText ? (
          <Chips
            label={say('mode')}
            chosen={[mode]}
            onChoose={onMode}
            options={[
              { key: 'write' as Mode, title: say('write') },
              { key: 'preview', title: say('preview') },
            ]}
          />
        ) : (
          <span class="small soft">{say('readOnly')}</span>
        )}
        <span class="small soft number jawaban-counts">
          {say('counts', { words: wordCount(plain), characters: plain.length })}
          {score !== null && ` · ${say('ease', { score: Math.round(score) })}`}{' '}
          <RuleHelp rule="length" about={say('lengthRule')} />
        </span>
      </div>
      <div class="jawaban-editor">
        {isWriting ? (
          <BoxFields
            {...{ saved, plain, aim, onPlace: setPlace, here }}
            findings={linted.report.findings}
            onText={onText}
          />
        ) : (
          <FormPreview
            channel={saved.channel}
            plain={plain}
            segments={segments}
            place={place}
            onPlace={setPlace}
          />
        )}
        <div class="jawaban-beside stack">
          <GroundCard from={here?.from ?? null} isPointed={place !== null} claim={claim} />
          <Findings linted={linted} onGoTo={goTo} />
        </div>
      </div>
    </div>
  );
}
