import type { IssueState } from '../../shared/domain/issue.ts';
import type { Permission } from '../../shared/domain/user.ts';
import type { CasePath, StepField, StepFields } from '../../shared/domain/workflow.ts';
import { conditions, type StepFacts } from './conditions.ts';
import { fieldRules, type Step, type StepPath, steps } from './step-table.ts';

/** Where an issue stands; one that moved before anybody sorted it is treated as a claim. */
export const pathOf = (state: IssueState, path: CasePath | null): StepPath =>
  path ?? (state === 'new' || state === 'closed' || state === 'dismissed' ? 'unsorted' : 'claim');

/** The steps that lead on from here, whoever asks. */
export const stepsFrom = (state: IssueState, path: CasePath | null): Step[] => {
  const way = pathOf(state, path);
  return steps.filter((step) => step.from.includes(state) && step.paths.includes(way));
};

const permissionNames: Readonly<Record<Permission, string>> = {
  read: 'membaca',
  triage: 'analis',
  draft: 'penyusun naskah',
  approve: 'penyetuju',
  manage: 'administrator',
  audit: 'ketua',
};

/** Why this step is closed to whoever asks, each in one Indonesian sentence; empty when it is open. */
export function blocksOf(step: Step, facts: StepFacts): string[] {
  const { permissions } = facts;
  const forbidden = permissions !== null && !permissions.has(step.permission);
  const met = step.conditions.flatMap((name) => conditions[name](facts) ?? []);
  return forbidden
    ? [`Langkah ini memerlukan peran ${permissionNames[step.permission]} atau di atasnya.`, ...met]
    : met;
}

/** Fields that a step needs and did not get, each with its rule. */
export const missingFields = (
  step: Pick<Step, 'needs'>,
  fields: StepFields,
): { path: StepField; message: string }[] =>
  step.needs
    .filter((name) => fields[name] === undefined)
    .map((path) => ({ path, message: fieldRules[path] }));
