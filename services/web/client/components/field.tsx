import type { ComponentChildren, VNode } from 'preact';
import { cloneElement } from 'preact';
import { useId } from 'preact/hooks';
import { useTexts } from '../texts/catalogue.ts';
import { common } from '../texts/common.ts';
import type { Rule } from '../texts/rules.ts';
import { RuleHelp } from './rule-help.tsx';

interface Props {
  label: string;
  /** What a rule asks of this field, in words an officer knows. */
  help?: ComponentChildren;
  /** What is wrong with what was typed. */
  wrong?: string | null;
  isRequired?: boolean;
  /** The rule that governs it: opened by a "?" beside its name. */
  rule?: Rule;
  /** What the rule is about, where the name of the field is a whole question. */
  ruleAbout?: string;
  /** One input, select or textarea. */
  children: VNode<Record<string, unknown>>;
}

/** A labelled field; help and error are read out with it. */
export function Field({ label, help, wrong, isRequired, rule, ruleAbout, children }: Props) {
  const id = useId();
  const say = useTexts(common);
  const describedBy = [help && `${id}-help`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <div class="field-head">
        <label for={id}>
          {label}
          {isRequired && <span class="soft small"> ({say('required')})</span>}
        </label>
        {rule && <RuleHelp rule={rule} about={ruleAbout ?? label} />}
      </div>
      {cloneElement(children, {
        id,
        required: isRequired,
        'aria-invalid': wrong ? 'true' : undefined,
        'aria-describedby': describedBy || undefined,
      })}
      {help && (
        <div class="help" id={`${id}-help`}>
          {help}
        </div>
      )}
      {wrong && (
        <div class="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </div>
      )}
    </div>
  );
}
