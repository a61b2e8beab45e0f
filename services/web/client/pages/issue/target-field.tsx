import { useId } from 'preact/hooks';
import { statusOf } from '../../api/problem.ts';
import { Field } from '../../components/field.tsx';
import { tamed } from '../../components/outside.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { type IssueDetail, useIssue } from './issue-data.ts';
import { IssueNumbers } from './issue-numbers.tsx';
import { issueTexts } from './texts.ts';

type Issue = IssueDetail['issue'];

const isNumber = (text: string): boolean => /^ISU-\d{4}-\d{6,}$/i.test(text.trim());

/** A number that is typed, and the issue that it means as it was read: null while there is none. */
interface Target {
  typed: string;
  onType(text: string): void;
  issue: Issue | null;
  isUnknown: boolean;
}

export function useTarget(typed: string, onType: (text: string) => void): Target {
  const { data, error } = useIssue(isNumber(typed) ? typed.trim().toUpperCase() : null);
  return { typed, onType, issue: data?.issue ?? null, isUnknown: statusOf(error) === 404 };
}

interface TargetProps {
  label: string;
  help: string;
  /** Number of an issue that is not offered. */
  without: string;
  target: Target;
}

/** Asks for the number of an issue and shows its title, so that one sees what one decides on. */
export function TargetField({ label, help, without, target }: TargetProps) {
  const say = useTexts(issueTexts);
  const numbers = useId();
  const { typed, onType, issue, isUnknown } = target;
  return (
    <>
      <Field label={label} help={help} isRequired>
        <input
          value={typed}
          placeholder="ISU-2026-000001"
          list={numbers}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      </Field>
      <IssueNumbers id={numbers} without={without} />
      {issue && (
        <p class="small soft outside" dir="auto">
          {tamed(issue.title)}
        </p>
      )}
      {isUnknown && <p class="small">{say('noSuchIssue')}</p>}
    </>
  );
}
