import type { Language, Stance, TargetTone, Topic } from '../../shared/domain/labels.ts';
import { criticismByRule } from './criticism.ts';
import { type Judgement, likeliest } from './judgement.ts';
import { countLanguageMarks, fewestWords, languageByMarks, languageCues } from './language.ts';
import { createLexicon } from './lexicon/lexicon.ts';
import type { LinearModel } from './model/linear-model.ts';
import { modelWords } from './model/model-words.ts';
import { type FoundPlace, findPlaces } from './places/find-places.ts';
import { createGazetteer } from './places/gazetteer.ts';
import { type Scan, scanWords } from './read/scan-words.ts';
import { readSignals, type Signals } from './signals.ts';
import { stanceByRule } from './stance.ts';
import { targetByRule } from './target.ts';
import { targetToneByRule } from './target-tone.ts';
import { topicByRule } from './topic.ts';
import { unitOf } from './unit-of.ts';

/** The trained models of an item's labels; each is optional, and rules stand in. */
export interface TargetModels {
  tone?: LinearModel | undefined;
  criticism?: LinearModel | undefined;
  stance?: LinearModel | undefined;
  topic?: LinearModel | undefined;
  language?: LinearModel | undefined;
}

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

/** Below this confidence in the tone a person should look. Chosen: about one in six of the cross-validated rows. */
export const reviewBelow = 0.5;

/** Signs that the models see beside the words; the same in training and in use. */
export const modelCues = (signals: Signals, scan: Scan): string[] => [
  ...signals.cues,
  ...languageCues(countLanguageMarks(scan)),
];

/** Makes the reader of a text; the gazetteer and the word lists are built once. */
export function createItemReader(models: TargetModels): (text: string) => ItemReading {
  const gazetteer = createGazetteer();
  const lexicon = createLexicon();
  const anyModel = Object.values(models).some((model) => model !== undefined);
  return (text) => {
    const scan = scanWords(text);
    const signals = readSignals(scan, lexicon);
    const places = findPlaces(scan, gazetteer);
    const marks = countLanguageMarks(scan);
    const words = anyModel ? modelWords(scan.text).words : [];
    const cues = anyModel ? [...signals.cues, ...languageCues(marks)] : [];
    const by = <Name extends string>(
      model: LinearModel | undefined,
      rule: () => Judgement<Name>,
    ): Judgement<Name> => {
      if (!model) return rule();
      const best = likeliest<Name>(model.classes, model.predictWords(words, cues));
      return { value: best.value, confidence: best.confidence, words: rule().words };
    };
    const ruledTarget = targetByRule(signals);
    const tone = by<TargetTone>(models.tone, () =>
      ruledTarget.value
        ? targetToneByRule(signals)
        : { value: 'unrelated', confidence: ruledTarget.confidence, words: [] },
    );
    const isTarget = tone.value !== 'unrelated';
    const criticism = by<'yes' | 'no'>(models.criticism, () => {
      const ruled = criticismByRule(signals, tone.value);
      return { ...ruled, value: ruled.value ? 'yes' : 'no' };
    });
    const language: Judgement<Language> =
      marks.words < fewestWords
        ? { value: 'unsure', confidence: 1, words: [] }
        : by(models.language, () => ({ ...languageByMarks(marks), words: [] }));
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
      stance: by(models.stance, () => stanceByRule(signals, isTarget)),
      topic: by(models.topic, () => topicByRule(signals)),
      places,
    };
  };
}
