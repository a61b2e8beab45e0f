import { statusOf } from '../../api/problem.ts';
import { Field } from '../../components/field.tsx';
import { tamed } from '../../components/outside.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { type IssueDetail, useIssue } from './issue-data.ts';
import { IssueNumbers } from './issue-numbers.tsx';
import { issueTexts } from './texts.ts';

type Issue = IssueDetail['issue'];

const isNumber = (text: string): boolean => /^ISU-\d{4}-\d{6,}$/i.test(text.trim());

/** The issue that a typed number means, as it was read; null while there is none. */
export function useTarget(typed: string): { issue: Issue | null; isUnknown: boolean } {
  const { data, error } = useIssue(isNumber(typed) ? typed.trim().toUpperCase() : null);
  return { issue: data?.issue ?? null, isUnknown: statusOf(error) === 404 };
}

interface TargetProps {
  label: string;
  help: string;
  /** Names the list of numbers to choose from. */
  id: string;
  /** Not offered. */
  without: string;
  value: string;
  onType(value: string): void;
}

/** Asks for the number of an issue and shows its title, so that one sees what one decides on. */
export function TargetField({ label, help, id, without, value, onType }: TargetProps) {
  const say = useTexts(issueTexts);
  const { issue, isUnknown } = useTarget(value);
  return (
    <>
      <Field label={label} help={help} isRequired>
        <input
          value={value}
          placeholder="ISU-2026-000001"
          list={id}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      </Field>
      <IssueNumbers id={id} without={without} />
      {issue && (
        <p class="small soft outside" dir="auto">
          {tamed(issue.title)}
        </p>
      )}
      {isUnknown && <p class="small">{say('noSuchIssue')}</p>}
    </>
  );
}
