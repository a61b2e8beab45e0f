/** The worker was told to stop and its grace time is over; the job goes back to the queue. */
export class Stopped extends Error {
  override name = 'Stopped';
}

/**
 * The outcome of `work`, unless `signal` aborts first. For work that cannot be called off, e.g. the wait for a slow site,
 * and that may run to its end unheard: what it still writes, the next try writes again.
 * @throws Stopped
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = Promise.withResolvers<never>();
  const stop = (): void => stopped.reject(new Stopped('the worker stops'));
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  work.catch(() => {});
  stopped.promise.catch(() => {});
  try {
    return await Promise.race([stopped.promise, work]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
