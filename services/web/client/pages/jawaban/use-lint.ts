import { useEffect, useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { LintReport, ShownText } from './answer-data.ts';

/** Long enough not to ask at every key, short enough to feel live. */
const restMs = 450;

export interface Linted {
  report: LintReport;
  /** What is shown is of an earlier text. */
  isChecking: boolean;
  isAway: boolean;
}

/** The lint of a form as it is being typed: of the saved text at once, of a typed one after a short rest. */
export function useLint(answerId: string, saved: ShownText, plain: string): Linted {
  const [linted, setLinted] = useState({ plain: saved.plain, report: saved.lint, isAway: false });
  const isSaved = plain === saved.plain;
  useEffect(() => {
    if (isSaved) return setLinted({ plain, report: saved.lint, isAway: false });
    let isCurrent = true;
    const timer = setTimeout(() => {
      const body = { channel: saved.channel, plain };
      bodyOf(api.POST('/v1/answers/{answer}/lint', { params: { path: { answer: answerId } }, body })).then(
        (report) => isCurrent && setLinted({ plain, report, isAway: false }),
        () => isCurrent && setLinted((before) => ({ ...before, isAway: true })),
      );
    }, restMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [plain, isSaved, saved.lint]);
  return {
    report: linted.report,
    isChecking: linted.plain !== plain && !linted.isAway,
    isAway: linted.isAway,
  };
}
