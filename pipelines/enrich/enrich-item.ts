import { fullText } from '../../shared/domain/full-text.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { LabelledItem } from '../../shared/domain/labelled-item.ts';
import type { Labels, Tone } from '../../shared/domain/labels.ts';
import type { Source } from '../../shared/domain/source.ts';
import { isAbusive } from './abuse.ts';
import { findEntities } from './entities.ts';
import { toneWords } from './judge-target.ts';
import type { Judgement } from './judgement.ts';
import { createItemReader, type ItemReading } from './read-item.ts';
import type { TargetModels } from './target-models.ts';
import type { ReadTextTone } from './text-tone.ts';

/** What the source of an item tells of it. */
export type ItemSource = Pick<Source, 'homeArea'> & Partial<Pick<Source, 'outlet' | 'kind'>>;

/** Reads how far an item looks like a circulating claim; never a verdict. */
export type ReadIndication = (item: Item, source: ItemSource | undefined) => Labels['indication'];

/** What enrich knows beyond its rules; whatever is absent is made up for by rules. */
export interface Knowledge {
  textTone?: ReadTextTone | undefined;
  indication?: ReadIndication | undefined;
  targetModels?: TargetModels | undefined;
}

export interface Enricher {
  /** Labels one item. Never throws on any text; deterministic; reads at most the first 10,000 characters. */
  enrich(item: Item, source?: ItemSource): LabelledItem;
}

/** What is read of a text for its mood: as much as for the other labels' models. */
const maxMoodLength = 4_000;

/** The text's own mood; its words are those the lists know, and the model's own where the lists know none. */
function readMood(
  textTone: ReadTextTone | undefined,
  text: string,
  { tone, signals }: ItemReading,
): Judgement<Tone> {
  if (!textTone)
    return { value: tone.value === 'unrelated' ? 'neutral' : tone.value, confidence: 0.4, words: tone.words };
  const { value, confidence, words } = textTone.open(text.slice(0, maxMoodLength));
  const known = toneWords(signals, value);
  return { value, confidence, words: known.length > 0 || value === 'neutral' ? known : words() };
}

/** Makes the stage that says what an item says, about whom, where and in what tone. */
export function createEnricher(knowledge: Knowledge): Enricher {
  const read = createItemReader(knowledge.targetModels);
  const machine = 'machine' as const;
  return {
    enrich(item, source) {
      const text = fullText(item);
      const reading = read(text);
      const { scan, notes, target, tone, criticism, stance, topic, language } = reading;
      const mood = readMood(knowledge.textTone, text, reading);
      const places: Labels['places'] = reading.places.map(({ code, words }) => ({
        code,
        from: 'text',
        words,
      }));
      if (places.length === 0 && source?.homeArea)
        places.push({ code: source.homeArea, from: 'outlet', words: [] });
      const labels: Labels = {
        language: { ...language, by: machine },
        target: { ...target, by: machine },
        tone: { ...tone, by: machine },
        textTone: { ...mood, by: machine },
        criticism: { ...criticism, by: machine },
        stance: { ...stance, by: machine },
        topic: { ...topic, by: machine },
        indication: knowledge.indication?.(item, source) ?? { score: 0, raised: false, reasons: [] },
        places,
        entities: findEntities(scan, notes),
        abusive: isAbusive(scan, notes),
      };
      return { ...item, labels };
    },
  };
}
