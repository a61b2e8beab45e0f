/** One rule that is broken: where, and in Indonesian what is missing. */
export interface AnswerRefusal {
  path: string;
  message: string;
}

/** A rule of answering stands against it; nothing was written. */
export class AnswerRefused extends Error {
  override name = 'AnswerRefused';
  readonly refusals: readonly AnswerRefusal[];
  constructor(refusals: readonly AnswerRefusal[]) {
    super(refusals.map(({ message }) => message).join(' '));
    this.refusals = refusals;
  }
}
