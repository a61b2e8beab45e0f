import type { Message } from '../domain/delivery.ts';
import type { ChannelName, Contact } from '../domain/recipient.ts';

/**
 * One way to reach people.
 * Not in here: whom to tell and when (pipelines/deliver), retries, receipts, and what a message says. A channel only
 * picks the form that fits it, escapes it, hands it to its provider and says what became of that.
 */
export interface Channel {
  readonly name: ChannelName;
  readonly limits: ChannelLimits;
  /**
   * Hands one message over. `addressee.deliveryId` names the try towards the provider wherever it knows idempotency,
   * and is the same on every retry. Whatever stands in the message arrives as text, never as markup of the channel.
   * @throws TemporaryFailure, PermanentRefusal or Misconfigured, never anything else
   */
  send(message: Message, addressee: Addressee): Promise<SendOutcome>;
  /** Ends open connections. Safe to call twice. */
  close(): Promise<void>;
}

export interface ChannelLimits {
  /** Messages a second, over all recipients. */
  perSecond: number;
  /** Messages on their way at once; so many may be doubled when the process is killed. */
  atOnce: number;
}

export interface Addressee {
  deliveryId: string;
  recipientId: string;
  name: string;
  contact: Contact;
}

export interface SendOutcome {
  /** `delivered` only where the answer proves it; else `sent`: the provider has taken it. */
  state: 'sent' | 'delivered';
  /** What the provider calls it: later reports name it so. */
  providerId: string | null;
}

/** `message` is what an officer reads, in Indonesian; it never holds a secret. */
abstract class ChannelError extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = new.target.name;
  }
}

/** Trying again may help. */
export class TemporaryFailure extends ChannelError {
  /** Not before this moment, epoch ms; null leaves it to the plan of retries. */
  readonly retryAt: number | null;
  /** The message may have arrived although no answer came: a retry may make a double. */
  readonly maybeSent: boolean;
  constructor(
    reason: string,
    {
      retryAt = null,
      maybeSent = false,
      cause,
    }: { retryAt?: number | null; maybeSent?: boolean; cause?: unknown } = {},
  ) {
    super(reason, { cause });
    this.retryAt = retryAt;
    this.maybeSent = maybeSent;
  }
}

/** This message will never reach this address: the next channel is due. */
export class PermanentRefusal extends ChannelError {}

/** The channel itself is set up wrongly: nobody can be reached by it until somebody mends it. */
export class Misconfigured extends ChannelError {}
