import { IndexUnavailable } from '../../../shared/ports/item-index.ts';
import type { FindPage, FoundPage, Question } from './find-page.ts';

/** What became of one question. */
export type Outcome = { found: FoundPage } | { failed: string };

/** Questions sent together: enough to keep the other thread busy while this one writes answers, few enough to wait for. */
const mostTogether = 8;

/**
 * Asks another thread, which answers several questions at a time: what comes meanwhile waits for the next turn.
 * @param ask rejects when the thread ended; @throws IndexUnavailable then, since the next question starts a new one
 */
export function createFindApart(ask: (questions: readonly Question[]) => Promise<Outcome[]>): FindPage {
  const waiting: { question: Question; resolve(found: FoundPage): void; reject(error: Error): void }[] = [];
  let isAsking = false;
  const turn = async (): Promise<void> => {
    isAsking = true;
    while (waiting.length > 0) {
      const together = waiting.splice(0, mostTogether);
      const outcomes = await ask(together.map(({ question }) => question)).catch((error: Error) => error);
      for (const [n, { resolve, reject }] of together.entries()) {
        const outcome = outcomes instanceof Error ? undefined : outcomes[n];
        if (outcome && 'found' in outcome) resolve(outcome.found);
        else if (outcome) reject(new Error(outcome.failed));
        else reject(new IndexUnavailable('The search was given up', { cause: outcomes }));
      }
    }
    isAsking = false;
  };
  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (!isAsking) void turn();
    });
}
