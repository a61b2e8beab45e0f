import type { ComponentChildren } from 'preact';
import { ApiError, ServerAway, SignedOut } from '../api/problem.ts';
import { say as sayNow, useTexts } from '../texts/catalogue.ts';
import { common } from '../texts/common.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

type Known = 400 | 403 | 404 | 409 | 422 | 429 | 500 | 503;

/** 412 is what 409 is, for who sent a version. */
const knownOf = (status: number): Known => {
  if (status === 412 || status === 428) return 409;
  if (status === 413 || status === 415) return 400;
  return ([400, 403, 404, 409, 422, 429, 503] as const).find((one) => one === status) ?? 500;
};

/** What happened and what to do, in the reader's language. `isRead`: it was to be read, nothing was sent. */
export function explain(error: unknown, isRead = false): { title: string; todo: string } {
  if (error instanceof ServerAway)
    return { title: sayNow(common, 'away'), todo: sayNow(common, isRead ? 'awayRead' : 'awayDo') };
  const known = knownOf(error instanceof ApiError ? error.problem.status : 500);
  return { title: sayNow(common, `problem${known}`), todo: sayNow(common, `problem${known}Do`) };
}

interface ProblemProps {
  error: unknown;
  /** Offered as a button where trying again makes sense. */
  onRetry?: () => void;
  /** A known answer said in the words of the page, e.g. for a wrong password. */
  title?: string;
  /** What to do, likewise. */
  todo?: string;
}

/** An error from the API: what happened, what to do, and the technical words folded away. */
export function ProblemNotice({ error, onRetry, title, todo }: ProblemProps) {
  const say = useTexts(common);
  if (error === null || error === undefined || error instanceof SignedOut) return null;
  const told = explain(error, onRetry !== undefined);
  const problem = error instanceof ApiError ? error.problem : null;
  return (
    <div class="notice problem" role="alert">
      <strong>{title ?? told.title}</strong>
      <p>{todo ?? told.todo}</p>
      {problem?.status === 422 && (
        <ul>
          {[...new Set(problem.errors?.map(({ message }) => message))].map((message) => (
            <li class="outside" key={message}>
              {message}
            </li>
          ))}
        </ul>
      )}
      {problem && (
        <details class="small soft">
          <summary>{say('technical')}</summary>
          <p class="outside">
            {problem.status} · {problem.title} {problem.detail} {problem.hint}
          </p>
          {problem.errors?.map(({ path, message }) => (
            <p class="outside">
              {path}: {message}
            </p>
          ))}
          {problem.requestId && (
            <p>
              {say('requestNumber')}: {problem.requestId}
            </p>
          )}
        </details>
      )}
      {onRetry && (
        <div>
          <Button onClick={onRetry}>{say('tryAgain')}</Button>
        </div>
      )}
    </div>
  );
}

interface EmptyProps {
  icon: IconName;
  title: string;
  children?: ComponentChildren;
}

/** Nothing there, and what one does about it. */
export const Empty = ({ icon, title, children }: EmptyProps) => (
  <div class="empty">
    <Icon name={icon} />
    <h2>{title}</h2>
    {children}
  </div>
);

/** Holds the place of what comes, so that nothing jumps. */
export function Loading({ height = '12rem' }: { height?: string }) {
  const say = useTexts(common);
  return (
    <div class="skeleton" style={{ minHeight: height }} role="status">
      <span class="visually-hidden">{say('loading')}</span>
    </div>
  );
}
