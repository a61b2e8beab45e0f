import { Field } from './field.tsx';

interface ReasonFieldProps {
  label: string;
  help?: string;
  /** What the help about the rule calls it, where the label is a question. */
  ruleAbout?: string;
  /** Characters that the API asks for. */
  least?: number;
  most?: number;
  value: string;
  onType(reason: string): void;
}

/** Why something is done that is kept for ever. */
export const ReasonField = ({
  label,
  help,
  ruleAbout,
  least = 3,
  most = 500,
  value,
  onType,
}: ReasonFieldProps) => (
  <Field
    label={label}
    rule="reason"
    isRequired
    {...(ruleAbout ? { ruleAbout } : {})}
    {...(help ? { help } : {})}
  >
    <textarea
      rows={3}
      minLength={least}
      maxLength={most}
      value={value}
      onInput={({ currentTarget }) => onType(currentTarget.value)}
    />
  </Field>
);
