/** A subscription to text messages that goes on where it was after every loss. */
export interface StreamOptions<Cursor> {
  /** The address to subscribe at (ws or wss), to go on from a cursor. */
  url(cursor: Cursor | null): string;
  cursor: Cursor | null;
  /** Sent with the handshake, e.g. a token. */
  headers?: Readonly<Record<string, string>>;
  /**
   * One message; they are handled one by one in order. What it throws ends the connection and the message comes again,
   * so nothing is lost.
   * @returns where to go on from after this message; null when it says nothing about that
   */
  onMessage(text: string): Cursor | null | Promise<Cursor | null>;
  /** The connection stands. */
  onOpen?(): void;
  /** The connection was lost or refused; `attempt` counts since the last message, `reason` is for the log. */
  onLost?(attempt: number, reason: string): void;
  /** A connection that says nothing for so long is taken for dead; none unless told. */
  idleMs?: number;
}

/**
 * The only way to listen to the web; the Fetcher's address checks hold. Waits between tries grow to a minute.
 * Not in here: what a message means, and where the cursor is kept.
 */
export type OpenStream = <Cursor>(options: StreamOptions<Cursor>) => Stream<Cursor>;

export interface Stream<Cursor> {
  /** Behind the last message that was handled. */
  cursor(): Cursor | null;
  close(): Promise<void>;
}
