import { useState } from 'preact/hooks';

export interface Act {
  isBusy: boolean;
  error: unknown;
  /** Runs one thing at a time; what goes wrong is kept in `error` until the next one begins. True when it went well. */
  run(work: () => Promise<unknown>): Promise<boolean>;
  forget(): void;
}

/** Something a person does here and that may be refused. */
export function useAct(): Act {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return {
    isBusy,
    error,
    async run(work) {
      setIsBusy(true);
      setError(null);
      try {
        await work();
        return true;
      } catch (problem) {
        setError(problem);
        return false;
      } finally {
        setIsBusy(false);
      }
    },
    forget: () => setError(null),
  };
}
