import type { Language, Stance, TargetTone, Topic } from '../../shared/domain/labels.ts';
import { criticismByRule } from './criticism.ts';
import { type Judgement, likeliest } from './judgement.ts';
import {
  countLanguageMarks,
  fewestWords,
  type LanguageMarks,
  languageByMarks,
  languageCues,
} from './language.ts';
import { createLexicon } from './lexicon/lexicon.ts';
import type { LinearModel } from './model/linear-model.ts';
import { modelWords } from './model/model-words.ts';
import { type FoundPlace, findPlaces } from './places/find-places.ts';
import { createGazetteer, type Gazetteer } from './places/gazetteer.ts';
import { type Scan, scanWords } from './read/scan-words.ts';
import { readSignals, type Signals } from './signals.ts';
import { stanceByRule } from './stance.ts';
import { targetByRule } from './target.ts';
import type { TargetModels } from './target-models.ts';
import { targetToneByRule } from './target-tone.ts';
import { topicByRule } from './topic.ts';
import { unitOf } from './unit-of.ts';

/** What a text says of KPU, with the signs it was read from. */
export interface ItemReading {
  scan: Scan;
  language: Judgement<Language>;
  target: Judgement<boolean> & { unit: string | null };
  tone: Judgement<TargetTone> & { needsReview: boolean };
  criticism: Judgement<boolean>;
  stance: Judgement<Stance>;
  topic: Judgement<Topic>;
  places: FoundPlace[];
}

/** What is known of a text before any label is judged. */
export interface ItemSigns {
  scan: Scan;
  signals: Signals;
  marks: LanguageMarks;
  /** Signs for the linear models; the same in training and in use. */
  cues: readonly string[];
}

/** Below this confidence in the tone a person should look. Chosen: about one in six of the cross-validated rows. */
export const reviewBelow = 0.5;

/** Makes the reader of signs; the word lists are compiled once. */
export function createSignReader(gazetteer: Gazetteer): (text: string) => ItemSigns {
  const lexicon = createLexicon();
  const skipPlace = (scan: Scan, at: number): number => {
    const found = gazetteer.trie.longestAt(scan.words, at);
    return found && found.value.need !== 'blocked' ? found.length : 0;
  };
  return (text) => {
    const scan = scanWords(text);
    const signals = readSignals(scan, lexicon, skipPlace);
    const marks = countLanguageMarks(scan);
    return { scan, signals, marks, cues: [...signals.cues, ...languageCues(marks)] };
  };
}

/** A judgement by the model where there is one, else by rule; the words are those the rule saw for it. */
type Judge = <Name extends string>(
  model: LinearModel | undefined,
  rule: () => Judgement<Name>,
) => Judgement<Name>;

function judgeBy(words: readonly string[], cues: readonly string[]): Judge {
  return (model, rule) => {
    const ruled = rule();
    if (!model) return ruled;
    const { value, confidence } = likeliest<typeof ruled.value>(
      model.classes,
      model.predictWords(words, cues),
    );
    return { value, confidence, words: ruled.words };
  };
}

const yesNo = ({ value, ...rest }: Judgement<boolean>): Judgement<'yes' | 'no'> => ({
  ...rest,
  value: value ? 'yes' : 'no',
});

/** Makes the reader of a text; the gazetteer and the word lists are built once. */
export function createItemReader(models: TargetModels): (text: string) => ItemReading {
  const gazetteer = createGazetteer();
  const readSigns = createSignReader(gazetteer);
  const anyModel = Object.values(models).some((model) => model !== undefined);
  return (text) => {
    const { scan, signals, marks, cues } = readSigns(text);
    const places = findPlaces(scan, gazetteer);
    const judge = judgeBy(anyModel ? modelWords(scan.text).words : [], cues);
    const ruledTarget = targetByRule(signals);
    const tone = judge<TargetTone>(models.tone, () =>
      ruledTarget.value
        ? targetToneByRule(signals)
        : { value: 'unrelated', confidence: ruledTarget.confidence, words: [] },
    );
    const isTarget = tone.value !== 'unrelated';
    const criticism = judge(models.criticism, () => yesNo(criticismByRule(signals, tone.value)));
    const language: Judgement<Language> =
      marks.words < fewestWords
        ? { value: 'unsure', confidence: 1, words: [] }
        : judge(models.language, () => ({ ...languageByMarks(marks), words: [] }));
    return {
      scan,
      language,
      target: {
        value: isTarget,
        confidence:
          isTarget === ruledTarget.value
            ? Math.max(tone.confidence, ruledTarget.confidence)
            : tone.confidence,
        words: ruledTarget.words,
        unit: isTarget ? unitOf(signals, places) : null,
      },
      tone: { ...tone, needsReview: tone.confidence < reviewBelow },
      criticism: { ...criticism, value: isTarget && criticism.value === 'yes' },
      stance: judge(models.stance, () => stanceByRule(signals, isTarget)),
      topic: judge(models.topic, () => topicByRule(signals)),
      places,
    };
  };
}
