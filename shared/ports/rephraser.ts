/**
 * A language model that says a text in other words. Off unless an operator sets one up; a local one first, since a draft
 * names what is not public yet. Not in here: what is asked of it (pipelines), who may ask (services), approval of any kind.
 */
export interface Rephraser {
  /** What its texts are marked with, e.g. the model's name. */
  name: string;
  /** @throws RephraserFailed, never anything else */
  rephrase(request: { instruction: string; text: string }): Promise<string>;
}

/** It did not answer, or not with a text. `explanation` is what an officer reads, in Indonesian. */
export class RephraserFailed extends Error {
  override name = 'RephraserFailed';
  readonly explanation: string;
  constructor(explanation: string, options?: ErrorOptions) {
    super(explanation, options);
    this.explanation = explanation;
  }
}
