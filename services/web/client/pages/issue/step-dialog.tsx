import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { isConflict } from '../../api/problem.ts';
import { invalidate } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { RuleHelp } from '../../components/rule-help.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { tell } from '../../components/toasts.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { common } from '../../texts/common.ts';
import type { HeldWorkflow, Step, Workflow } from './issue-data.ts';
import { issueTexts } from './texts.ts';

const paths = ['claim', 'criticism', 'question', 'service'] as const;
const causes = ['not_ours', 'no_matter', 'satire', 'duplicate', 'other'] as const;
const known = ['path', 'cause', 'reply', 'forwardTo', 'outcome', 'reason'] as const;
type FieldName = (typeof known)[number];
type Values = Partial<Record<FieldName, string>>;

/** Sends a step; refused when somebody else worked on the issue since it was read. */
export async function takeStep(
  { workflow, tag }: HeldWorkflow,
  step: Step,
  values: Values = {},
): Promise<void> {
  await api.POST('/v1/issues/{issue}/steps', {
    params: { path: { issue: workflow.issue }, header: { 'if-match': tag } },
    body: { step: step.step, ...values } as never,
  });
  invalidate('/v1/i');
}

interface Props {
  held: HeldWorkflow;
  step: Step;
  onClose(): void;
}

/** Asks for what a step needs, each field with the rule that governs it. */
export function StepDialog({ held, step, onClose }: Props) {
  const say = useTexts(issueTexts);
  const sayCommon = useTexts(common);
  const draft = `saring.draft.step.${held.workflow.issue}.${step.step}`;
  const [values, setValues] = useState<Values>(() => readDraft(draft, step, held.workflow.likelyPath));
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const set = (name: FieldName, value: string): void => {
    const next = { ...values, [name]: value };
    setValues(next);
    keepDraft(draft, next);
  };
  const send = async (): Promise<void> => {
    setIsBusy(true);
    setError(null);
    try {
      await takeStep(held, step, values);
      keepDraft(draft, null);
      tell(say('stepDone', { step: step.label }));
      onClose();
    } catch (problem) {
      setError(problem);
      setIsBusy(false);
      // What is decided next is decided on what a colleague left.
      if (isConflict(problem)) invalidate('/v1/i');
    }
  };
  return (
    <Dialog title={step.label} onClose={onClose} onSubmit={() => void send()}>
      {step.needs.map(({ field, rule }) => (
        <StepField
          key={field}
          name={field}
          rule={rule}
          likely={held.workflow.likelyPath}
          value={values[field as FieldName] ?? ''}
          onSet={set}
        />
      ))}
      <ProblemNotice error={error} />
      <div class="dialog-end">
        <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        <Button type="submit" looks="main" isBusy={isBusy}>
          {step.label}
        </Button>
      </div>
    </Dialog>
  );
}

/** The likeliest kind is chosen already: triage is then two presses. */
function firstValues({ needs }: Step, likely: Workflow['likelyPath']): Values {
  const asks = (name: FieldName): boolean => needs.some(({ field }) => field === name);
  return {
    ...(asks('path') ? { path: likely ?? paths[0] } : {}),
    ...(asks('cause') ? { cause: causes[0] } : {}),
  };
}

function readDraft(name: string, step: Step, likely: Workflow['likelyPath']): Values {
  const first = firstValues(step, likely);
  try {
    return { ...first, ...(JSON.parse(sessionStorage.getItem(name) ?? '{}') as Values) };
  } catch {
    return first;
  }
}

function keepDraft(name: string, values: Values | null): void {
  try {
    if (values === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(values));
  } catch {
    // The text lives as long as the dialog.
  }
}

interface FieldProps {
  name: string;
  rule: string;
  likely: Workflow['likelyPath'];
  value: string;
  onSet(name: FieldName, value: string): void;
}

function StepField({ name, rule, likely, value, onSet }: FieldProps) {
  const say = useTexts(issueTexts);
  const field = known.find((one) => one === name);
  if (!field) return null;
  if (field === 'path')
    return (
      <fieldset class="stack step-paths">
        <legend class="small soft">{rule}</legend>
        <div class="field-head">
          <strong>{say('path')}</strong>
          <RuleHelp rule="path" about={say('path')} />
        </div>
        {paths.map((path) => (
          <label class="row" key={path}>
            <input type="radio" name="path" checked={value === path} onChange={() => onSet('path', path)} />
            <span>
              {say(path)}
              {path === likely && <span class="small soft"> ({say('likelyPath')})</span>}
            </span>
          </label>
        ))}
      </fieldset>
    );
  if (field === 'cause')
    return (
      <Field label={say('cause')} rule="path" help={rule} isRequired>
        <select value={value} onChange={(event) => onSet('cause', event.currentTarget.value)}>
          {causes.map((cause) => (
            <option key={cause} value={cause}>
              {say(cause === 'other' ? 'otherCause' : cause)}
            </option>
          ))}
        </select>
      </Field>
    );
  if (field === 'forwardTo')
    return (
      <Field label={say(field)} rule="path" help={rule} isRequired>
        <input value={value} maxLength={200} onInput={(event) => onSet(field, event.currentTarget.value)} />
      </Field>
    );
  return (
    <Field label={say(field)} rule="reason" help={rule} isRequired>
      <textarea
        value={value}
        maxLength={2_000}
        onInput={(event) => onSet(field, event.currentTarget.value)}
      />
    </Field>
  );
}
