import { describe, expect, it } from 'vitest';
import { buildLabels } from '../testing/build-item.ts';
import { applyValues, labelValuesSchema, type PersonLabel, valuesInForce } from './correction.ts';

describe('labelValuesSchema', () => {
  it.each([
    ['nothing', {}],
    ['a target without tone', { target: false, tone: 'negative' }],
    ['a tone without target', { target: true, tone: 'unrelated' }],
    ['criticism of nobody', { tone: 'unrelated', criticism: true }],
    ['an unsure language', { language: 'unsure' }],
    ['a strange field', { mood: 'positive' }],
    ['no area code', { areas: ['Malang'] }],
  ])('refuses %s', (_, values) => {
    expect(labelValuesSchema.safeParse(values).success).toBe(false);
  });

  it('takes what hangs together', () => {
    const values = { target: true, tone: 'negative', criticism: true, areas: ['35.73'] };
    expect(labelValuesSchema.parse(values)).toEqual(values);
  });
});

describe('applyValues', () => {
  it('puts a person’s word in force and leaves the rest to the machine', () => {
    const labels = applyValues(buildLabels(), { tone: 'negative', topic: 'dpt', areas: ['35.73', '35.73'] });
    expect(labels.tone).toMatchObject({ value: 'negative', confidence: 1, by: 'person', needsReview: false });
    expect(labels.target).toMatchObject({ value: true, by: 'person' });
    expect(labels.topic).toMatchObject({ value: 'dpt', by: 'person' });
    expect(labels.places).toEqual([{ code: '35.73', from: 'text', words: [] }]);
    expect(labels.stance.by).toBe('machine');
  });

  it('keeps target, tone and criticism together', () => {
    const criticised = buildLabels({
      criticism: { value: true, confidence: 0.7, words: ['lambat'], by: 'machine' },
    });
    const off = applyValues(criticised, { target: false });
    expect([off.target.value, off.tone.value, off.criticism.value]).toEqual([false, 'unrelated', false]);
    const on = applyValues(off, { target: true });
    expect([on.target.value, on.tone.value, on.tone.needsReview]).toEqual([true, 'neutral', true]);
    const confirmed = applyValues(buildLabels(), { target: true });
    expect([confirmed.target.by, confirmed.tone.by]).toEqual(['person', 'machine']);
  });
});

describe('valuesInForce', () => {
  it('is the latest word, field by field; a tone takes an earlier target with it', () => {
    const label = (values: PersonLabel['values']) => ({ values }) as PersonLabel;
    expect(
      valuesInForce([
        label({ target: false, topic: 'dpt' }),
        label({ tone: 'negative' }),
        label({ stance: 'none' }),
      ]),
    ).toEqual({ topic: 'dpt', tone: 'negative', stance: 'none' });
    expect(valuesInForce([label({ tone: 'negative' }), label({ target: false })])).toEqual({ target: false });
  });
});
