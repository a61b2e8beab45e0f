import { ApiError } from '../api/problem.ts';
import { ProblemNotice } from './states.tsx';

interface Props {
  error: unknown;
  /** What was not done, e.g. "Belum bisa diajukan". */
  title: string;
  /** Makes a button of a reason: leads to the place that it is about. */
  onReason?: (path: string) => void;
}

/** Why a rule stands against something, reason by reason in the words of the rule; any other error as everywhere. */
export function Refusal({ error, title, onReason }: Props) {
  const problem = error instanceof ApiError ? error.problem : null;
  const isRule = problem !== null && (problem.status === 422 || problem.status === 403) && problem.detail;
  if (!isRule) return <ProblemNotice error={error} />;
  const reasons = problem.errors ?? [{ path: '', message: problem.detail ?? '' }];
  const seen = new Map(reasons.map((reason) => [`${reason.path} ${reason.message}`, reason]));
  return (
    <div class="notice problem" role="alert">
      <strong>{title}</strong>
      <ul>
        {[...seen.values()].map(({ path, message }) => (
          <li>
            {onReason && path !== '' ? (
              <button type="button" class="link" onClick={() => onReason(path)}>
                {message}
              </button>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
