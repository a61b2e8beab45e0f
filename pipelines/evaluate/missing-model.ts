/** A trained model that a command needs is not there; the message says how to make it. */
export class MissingModelError extends Error {
  override readonly name = 'MissingModelError';

  constructor(path: string, command: string) {
    super(`models/${path} is missing; make it with: ${command}`);
  }
}
