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
  /** How many pictures came with it. */
  pictures: number;
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
  /** Messages after the cursor, oldest first; all of them when the mailbox was made anew since. */
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
