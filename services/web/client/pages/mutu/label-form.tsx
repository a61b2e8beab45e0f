import { useRef, useState } from 'preact/hooks';
import { topics } from '../../../../../shared/domain/label-values.ts';
import { api } from '../../api/client.ts';
import type { components, paths } from '../../api/generated/schema.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { tell } from '../../components/toasts.tsx';
import { useAct } from '../../components/use-act.ts';
import { useDraft } from '../../components/use-draft.ts';
import { useKeys } from '../../components/use-keys.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { isWord, words } from '../../texts/words.ts';
import { sayShare } from './set-report.tsx';
import { labelTexts } from './texts.ts';

type Body = paths['/v1/items/{item}/labels']['post']['requestBody']['content']['application/json'];
type Values = Body['values'];
/** Undefined takes a label back. */
type Change = { [Name in keyof Values]?: Values[Name] | undefined };

const tones = ['positive', 'neutral', 'negative', 'unrelated'] as const;
const stances = ['none', 'menyebarkan', 'membantah', 'bertanya', 'memberitakan'] as const;

interface Props {
  item: components['schemas']['Item'];
  onSaved(): void;
  onSkip(): void;
}

/** A person's labels of one post, by mouse or by keys alone. */
export function LabelForm({ item, onSaved, onSkip }: Props) {
  const say = useTexts(labelTexts);
  const word = useTexts(words);
  const [values, setValues] = useState<Values>({});
  const [reason, setReason, clear] = useDraft('label.reason');
  const reasonRef = useRef<HTMLDivElement>(null);
  const { isBusy, error, run } = useAct();
  const isEmpty = Object.keys(values).length === 0;
  const put = (change: Change): void => setValues(withoutNothing({ ...values, ...change }));
  const setTone = (tone: (typeof tones)[number]): void =>
    // What is not about KPU is no criticism of it.
    put({ tone, ...(tone === 'unrelated' ? { criticism: undefined } : {}) });
  const save = async (): Promise<void> => {
    const isDone = await run(() =>
      api.POST('/v1/items/{item}/labels', {
        params: { path: { item: item.id } },
        body: { values, reason: reason.trim() },
      }),
    );
    if (!isDone) return;
    const { value, confidence } = item.labels.tone;
    tell(say('saved', { tone: word(value), sure: sayShare(confidence) }));
    clear();
    onSaved();
  };
  useKeys({
    1: () => setTone(tones[0]),
    2: () => setTone(tones[1]),
    3: () => setTone(tones[2]),
    4: () => setTone(tones[3]),
    k: () => values.tone !== 'unrelated' && put({ criticism: !values.criticism }),
    j: onSkip,
    r: () => reasonRef.current?.querySelector('input')?.focus(),
  });
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) void save();
      }}
    >
      <Choice
        label={say('toneAsk')}
        options={tones.map((one, n) => ({
          value: one,
          title: `${n + 1} ${one === 'unrelated' ? say('unrelatedOne') : word(one)}`,
        }))}
        chosen={values.tone}
        onChoose={(tone) => (tone ? setTone(tone) : put({ tone: undefined }))}
      />
      {values.tone !== 'unrelated' && (
        <Choice
          label={say('criticismAsk')}
          options={(['yes', 'no'] as const).map((one) => ({ value: one, title: say(one) }))}
          chosen={values.criticism === undefined ? undefined : values.criticism ? 'yes' : 'no'}
          onChoose={(one) => put({ criticism: one === undefined ? undefined : one === 'yes' })}
        />
      )}
      <div class="quality-pair">
        <Field label={say('stanceAsk')} rule="labels">
          <select
            value={values.stance ?? ''}
            onChange={(event) => put({ stance: stances.find((one) => one === event.currentTarget.value) })}
          >
            <option value="">{say('notJudged')}</option>
            {stances.map((one) => (
              <option value={one}>{word(one)}</option>
            ))}
          </select>
        </Field>
        <Field label={say('topicAsk')} rule="labels">
          <select
            value={values.topic ?? ''}
            onChange={(event) => put({ topic: topics.find((one) => one === event.currentTarget.value) })}
          >
            <option value="">{say('notJudged')}</option>
            {topics.map((one) => (
              <option value={one}>{isWord(one) ? word(one) : one}</option>
            ))}
          </select>
        </Field>
      </div>
      <div ref={reasonRef}>
        <Field label={say('reason')} rule="reason" help={say('reasonHelp')} isRequired>
          <input
            value={reason}
            minLength={3}
            maxLength={500}
            autocomplete="off"
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </Field>
      </div>
      <ProblemNotice error={error} />
      <div class="row">
        <Button type="submit" looks="main" isBusy={isBusy} disabled={isEmpty}>
          {say('save')}
        </Button>
        <Button onClick={onSkip}>{say('skip')}</Button>
        {isEmpty && <span class="small soft">{say('needOne')}</span>}
      </div>
    </form>
  );
}

/** What was not judged is not sent. */
const withoutNothing = (values: Change): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;

interface ChoiceProps<T extends string> {
  label: string;
  options: readonly { value: T; title: string }[];
  chosen: T | undefined;
  /** Undefined when the chosen one was pressed again. */
  onChoose(value: T | undefined): void;
}

function Choice<T extends string>({ label, options, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend>
        <strong>{label}</strong>
      </legend>
      <div class="row">
        {options.map(({ value, title }) => (
          <button
            type="button"
            class="chip"
            aria-pressed={value === chosen}
            onClick={() => onChoose(value === chosen ? undefined : value)}
          >
            {title}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
