import { z } from 'zod';
import { areaCodeSchema } from './area.ts';
import { instantSchema } from './instant.ts';
import { type Labels, languageSchema, stanceSchema, targetToneSchema, topicSchema } from './labels.ts';

/** What a person says of an item; what is left out they did not judge. */
const valueShape = {
  target: z.boolean(),
  tone: targetToneSchema,
  criticism: z.boolean(),
  stance: stanceSchema,
  topic: topicSchema,
  areas: z.array(areaCodeSchema).max(50),
  /** A person who is unsure leaves it out. */
  language: languageSchema.exclude(['unsure']),
};

/** LABELS 1 and 6: `target` is false exactly when the tone is `unrelated`, and what has no target is no criticism. */
const agrees = ({ target, tone, criticism }: LabelValues): boolean => {
  const isTarget = target ?? (tone === undefined ? undefined : tone !== 'unrelated');
  if (target !== undefined && tone !== undefined && target !== (tone !== 'unrelated')) return false;
  return !(isTarget === false && criticism === true);
};

export const labelValuesSchema = z
  .strictObject(valueShape)
  .partial()
  .refine((values) => Object.keys(values).length > 0, 'at least one label is needed')
  .refine(
    agrees,
    'target is false exactly when tone is unrelated, and an item without target is no criticism',
  );
export type LabelValues = {
  [Field in keyof typeof valueShape]?: z.infer<(typeof valueShape)[Field]> | undefined;
};
export type LabelField = keyof LabelValues;

/** What the machine had said when the person looked: what its figures on the desk's own items are made of. */
export const machineLabelsSchema = z.object({
  ...valueShape,
  language: languageSchema,
  toneConfidence: z.number().min(0).max(1),
  needsReview: z.boolean(),
});
export type MachineLabels = z.infer<typeof machineLabelsSchema>;

/** One person's labels of one item; a later one of the same person counts instead of the earlier. */
export const personLabelSchema = z.object({
  id: z.string(),
  itemId: z.string(),
  /** The version of the item that the person read. */
  itemVersion: z.number().int().positive(),
  by: z.string(),
  at: instantSchema,
  reason: z.string(),
  values: labelValuesSchema,
  said: machineLabelsSchema,
});
export type PersonLabel = z.infer<typeof personLabelSchema>;

/** The labels of an item in the shape of {@link PersonLabel.said}. */
export const machineLabelsOf = (labels: Labels): MachineLabels => ({
  target: labels.target.value,
  tone: labels.tone.value,
  criticism: labels.criticism.value,
  stance: labels.stance.value,
  topic: labels.topic.value,
  areas: labels.places.filter(({ from }) => from === 'text').map(({ code }) => code),
  language: labels.language.value,
  toneConfidence: labels.tone.confidence,
  needsReview: labels.tone.needsReview,
});

const person = { confidence: 1, by: 'person' as const };

/**
 * The labels with a person's values in force. `target: true` alone on an item the machine called `unrelated` makes the
 * tone neutral, marked for review, since a target has a tone and the person gave none.
 */
export function applyValues(labels: Labels, values: LabelValues): Labels {
  const { target, criticism, stance, topic, areas, language } = values;
  const tone = values.tone ?? toneByTarget(labels, target);
  const next: Labels = { ...labels };
  if (tone !== undefined) {
    const isTarget = tone !== 'unrelated';
    const needsReview = values.tone === undefined && isTarget;
    next.tone = { ...labels.tone, ...person, value: tone, needsReview };
    next.target = {
      ...labels.target,
      ...person,
      value: isTarget,
      unit: isTarget ? labels.target.unit : null,
    };
    if (!isTarget) next.criticism = { ...labels.criticism, ...person, value: false };
  } else if (target !== undefined) next.target = { ...labels.target, ...person, value: target };
  if (criticism !== undefined && next.target.value)
    next.criticism = { ...labels.criticism, ...person, value: criticism };
  if (stance !== undefined) next.stance = { ...labels.stance, ...person, value: stance };
  if (topic !== undefined) next.topic = { ...labels.topic, ...person, value: topic };
  if (language !== undefined) next.language = { ...labels.language, ...person, value: language };
  if (areas !== undefined)
    next.places = [...new Set(areas)].map(
      (code) =>
        labels.places.find((one) => one.code === code && one.from === 'text') ?? {
          code,
          from: 'text',
          words: [],
        },
    );
  return next;
}

/** The tone that a target alone implies; undefined where the tone that is there agrees with it. */
function toneByTarget(labels: Labels, target: boolean | undefined): Labels['tone']['value'] | undefined {
  if (target === undefined || target === (labels.tone.value !== 'unrelated')) return undefined;
  return target ? 'neutral' : 'unrelated';
}

/**
 * What is in force of an item's labels by people, oldest first: field by field the latest word. A word on the target and
 * one on the tone belong together, so that a later tone takes an earlier target's place and the other way round.
 */
export function valuesInForce(labels: readonly PersonLabel[]): LabelValues {
  const values: LabelValues = {};
  for (const { values: said } of labels) {
    if (said.tone !== undefined) delete values.target;
    if (said.target !== undefined && said.tone === undefined) delete values.tone;
    Object.assign(values, said);
  }
  return values;
}
