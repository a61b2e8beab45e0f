/** One message of a mailbox, its text already decoded. */
export interface Mail {
  /** Grows with every message of the same mailbox generation. */
  uid: number;
  messageId: string | null;
  /** The sender's address. */
  from: string | null;
  subject: string;
  /** Plain text, or HTML where there is no plain text. */
  text: string;
  isHtml: boolean;
  /** Epoch milliseconds; when the server took it where the message does not say. */
  sentAt: number | null;
  /** The pictures that came with it, as files, whatever they turn out to be; each at most 5 MB, at most 5. */
  pictures: readonly Uint8Array[];
  /** Pictures that were too large or too many; they stay in the mailbox alone. */
  picturesLeft: number;
}

/** Where reading left off: IMAP's generation of the mailbox and its last uid. */
export interface MailCursor {
  validity: string;
  lastUid: number;
}

/**
 * A mailbox that is read and never changed: nothing is flagged, moved or deleted.
 * Not in here: what a message means.
 */
export interface Mailbox {
  /**
   * Messages after the cursor, oldest first; all of them when the mailbox was made anew since. May give fewer than
   * `limit` where pictures are heavy; the cursor then tells where to go on.
   */
  since(cursor: MailCursor | null, limit: number): Promise<{ mails: readonly Mail[]; cursor: MailCursor }>;
  close(): Promise<void>;
}

/** Opens the mailbox of the settings. @throws MailboxUnavailable */
export type OpenMailbox = () => Promise<Mailbox>;

/** `explanation` is what an officer reads, in Indonesian. */
export class MailboxUnavailable extends Error {
  override name = 'MailboxUnavailable';
  readonly explanation: string;
  constructor(explanation: string, cause?: unknown) {
    super(explanation, { cause });
    this.explanation = explanation;
  }
}
