/** The time. In event-time replay it follows the items. */
export interface Clock {
  /** Epoch milliseconds, UTC; never goes back within a process. */
  now(): number;
}

/** Fresh record ids: UUIDv7, so they sort by time. */
export interface Ids {
  next(): string;
}
