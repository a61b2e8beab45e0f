import type { Language, Stance, TargetTone, Topic } from '../../shared/domain/labels.ts';
import { mayStartAbuse } from './abuse.ts';
import { mayStartEntity } from './entities.ts';
import { judgeTarget } from './judge-target.ts';
import { type Judgement, likeliest } from './judgement.ts';
import {
  addLanguageCues,
  countLanguageMarks,
  familiesOf,
  fewestWords,
  type LanguageMarks,
  languageBits,
  languageByMarks,
} from './language.ts';
import { createLexicon, type Lexicon } from './lexicon/lexicon.ts';
import type { Cue } from './model/cue.ts';
import type { KnownWord } from './model/known-word.ts';
import { type ModelWords, modelWords } from './model/model-words.ts';
import { createReasons, languageWords, saysNothing } from './model-reasons.ts';
import { createModelWordReader } from './model-word-reader.ts';
import { type FoundPlace, findPlaces } from './places/find-places.ts';
import { createGazetteer, type Gazetteer } from './places/gazetteer.ts';
import { mayBeTag } from './places/place-in-tag.ts';
import { type Scan, scanWords } from './read/scan-words.ts';
import { createNoteTaker, startBits, type TakeNote, type WordNote } from './read/word-notes.ts';
import { readSignals, type Signals } from './signals.ts';
import { stanceByRule } from './stance.ts';
import type { HeadAnswer, TargetHead, TargetModels } from './target-models.ts';
import { topicByRule } from './topic.ts';
import { unitOf } from './unit-of.ts';

/** What a text says of KPU, with the signs it was read from. */
export interface ItemReading {
  scan: Scan;
  notes: readonly WordNote[];
  signals: Signals;
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
  /** What the lists know of the scan's words. */
  notes: readonly WordNote[];
  signals: Signals;
  marks: LanguageMarks;
  /** The words as the models read them. */
  words: readonly KnownWord[];
  /** Where each of them stands in the text as written. */
  written: Pick<ModelWords, 'plain' | 'starts' | 'ends'>;
  /** Signs for the linear models, the words' stems among them; the same in training and in use. */
  cues: readonly Cue[];
}

/** Below this confidence in the tone a person should look. Chosen: one in eight of the cross-validated rows, right in about half. */
export const reviewBelow = 0.6;

/** A text of very few words gets a language only above this confidence. Chosen. */
const sureOfFew = 0.6;

/** What the models read of a text: tone and topic of an article show in its first screens. Chosen. */
const maxModelLength = 4_000;
/** What all lists say of a word. */
const noteOf =
  (lexicon: Lexicon, { trie }: Gazetteer): TakeNote =>
  (word, bare) => ({
    starts:
      lexicon.startsOf(word, bare) |
      (mayStartEntity(word, bare) ? startBits.entities : 0) |
      (mayStartAbuse(word, bare) ? startBits.abuse : 0) |
      (trie.mayStart(word, null) ? startBits.places : 0) |
      (mayBeTag(word) ? startBits.tags : 0),
    languages: languageBits(word, bare),
  });

/** Makes the reader of signs; the word lists are compiled once. */
export function createSignReader(gazetteer: Gazetteer): (text: string) => ItemSigns {
  const lexicon = createLexicon();
  const noteWords = createNoteTaker(noteOf(lexicon, gazetteer));
  const readWords = createModelWordReader(gazetteer);
  const skipPlace = (scan: Scan, at: number): number => {
    const found = gazetteer.trie.longestAt(scan.words, at);
    return found && found.value.need !== 'blocked' ? found.length : 0;
  };
  return (text) => {
    const scan = scanWords(text);
    const notes = noteWords(scan);
    const signals = readSignals(scan, notes, lexicon, skipPlace);
    const marks = countLanguageMarks(scan, notes);
    const written = modelWords(scan.text.slice(0, maxModelLength));
    const { cues } = signals;
    addLanguageCues(cues, marks);
    const words = readWords(written.known, cues);
    return { scan, notes, signals, marks, words, written, cues };
  };
}

/** The model's answer where there is one, else the rule's; the words are those that the rule saw. */
function judge<Name extends string>(
  answer: HeadAnswer | undefined,
  rule: () => Judgement<Name>,
): Judgement<Name> {
  const ruled = rule();
  if (!answer) return ruled;
  const { value, confidence } = likeliest<Name>(answer.classes, answer.probabilities);
  return { value, confidence, words: ruled.words };
}

const unsure: Judgement<Language> = { value: 'unsure', confidence: 1, words: [] };

/** The language; `unsure` for a text without words, or with too few to be sure of. */
function judgeLanguage(answer: HeadAnswer | undefined, marks: LanguageMarks): Judgement<Language> {
  if (marks.words === 0) return unsure;
  const judged = answer ? likeliest<Language>(answer.classes, answer.probabilities) : languageByMarks(marks);
  const { value, confidence } = judged;
  return marks.words < fewestWords && confidence < sureOfFew ? unsure : { value, confidence, words: [] };
}

/** Makes the reader of a text; the gazetteer and the word lists are built once. */
export function createItemReader(models?: TargetModels): (text: string) => ItemReading {
  const gazetteer = createGazetteer();
  const readSigns = createSignReader(gazetteer);
  return (text) => {
    const signs = readSigns(text);
    const { scan, notes, signals, marks } = signs;
    const answers = models?.answer(signs.words, signs.cues);
    const places = findPlaces(scan, gazetteer, notes);
    const reasons = createReasons(models, signs.words, signs.written);
    const { target, tone, criticism } = judgeTarget(answers?.judgement, signals, reasons);
    const language = judgeLanguage(answers?.language, marks);
    const explained = <Name extends string>(judged: Judgement<Name>, head: TargetHead): Judgement<Name> =>
      saysNothing.has(judged.value)
        ? judged
        : { ...judged, words: reasons.of(judged.words, head, (name) => name === judged.value) };
    return {
      scan,
      notes,
      signals,
      language: {
        ...language,
        words: languageWords(scan.words, (i) => familiesOf(notes[i]!.languages), language.value),
      },
      target: { ...target, unit: target.value ? unitOf(signals, places) : null },
      tone: { ...tone, needsReview: tone.confidence < reviewBelow || marks.words === 0 },
      criticism,
      stance: explained(
        judge(answers?.stance, () => stanceByRule(signals, target.value)),
        'stance',
      ),
      topic: explained(
        judge(answers?.topic, () => topicByRule(signals)),
        'topic',
      ),
      places,
    };
  };
}
