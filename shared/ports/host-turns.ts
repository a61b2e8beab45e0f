/**
 * Turns with a host of the web over all processes of an installation.
 * Not in here: what is asked of the host, and pacing within one process (the Fetcher's own).
 */
export interface HostTurns {
  /**
   * Waits until nobody else in any process is asking the host and the pause after the last one is over. The turn lasts
   * `holdMs` at the most: of a process that died others wait no longer. Never rejects: without the server that keeps
   * the turns each process paces by itself.
   */
  take(host: string, holdMs: number): Promise<HostTurn>;
  /** Every process leaves the host alone for this long. Never rejects. */
  backOff(host: string, ms: number): Promise<void>;
}

export interface HostTurn {
  /** For how long the host is to be left alone, as some process was told; 0 when it may be asked. */
  backedOffMs: number;
  /** Ends the turn; the host is left alone for `pauseMs`. Never rejects. */
  end(pauseMs: number): Promise<void>;
}
