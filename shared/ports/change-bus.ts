/** What changed, told to everyone who listens at /v1/events. */
export interface ChangeEvent {
  kind:
    | 'issue.changed'
    | 'alert.raised'
    | 'source.changed'
    | 'message.delivered'
    | 'notice.added'
    | 'units.changed';
  /** Epoch ms. */
  at: number;
  /** Of what changed; of a notice, the person it is for. */
  id: string;
  unit: string;
}

export interface NumberedChange {
  event: ChangeEvent;
  /** Grows with every change, the same in every process. */
  id: number;
}

/**
 * Changes told from one process to all others of an installation. They are hints for open pages: one that gets lost
 * while the server is away is no loss of data.
 * Not in here: who listens (services/api).
 */
export interface ChangeBus {
  /** Tells all processes, this one too, in the order given. Never rejects. */
  tell(events: readonly ChangeEvent[]): Promise<void>;
  /**
   * Hears every change from now on, and first the last ones that are kept (at most 500), oldest first.
   * @returns a function that stops it
   */
  follow(heard: (change: NumberedChange) => void): Promise<() => Promise<void>>;
}
