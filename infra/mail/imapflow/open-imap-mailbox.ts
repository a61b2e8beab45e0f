import type { Readable } from 'node:stream';
import type { FetchMessageObject, ImapFlow, MessageStructureObject } from 'imapflow';
import {
  type Mail,
  type Mailbox,
  MailboxUnavailable,
  type MailCursor,
  type OpenMailbox,
} from '../../../shared/ports/mailbox.ts';

/** A long forwarded chain has 30,000 characters; the rest of a mail is its history. */
const maxTextBytes = 200_000;

/** A screenshot of a phone has 0.3 to 3 MB; a chain of them is seldom longer than five. */
const pictureLimits = { maxBytes: 5_000_000, perMail: 5 };
/** Once one visit holds this many bytes of pictures, the other mails wait for the next: memory stays bounded. */
const maxVisitBytes = 25_000_000;

const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

export interface ImapOptions {
  /** `imaps://user:password@host:993/INBOX`, or `imap://…:143` for STARTTLS, which is then required. */
  url: string;
  /** Certificates the server's is checked by, and whether STARTTLS may be missing; for tests on loopback. */
  tls?: { ca?: string };
  allowPlain?: boolean;
}

/** Mailboxes over IMAP, opened read-only. */
export function createImapOpener({ url, tls, allowPlain = false }: ImapOptions): OpenMailbox {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === 'imaps:';
  const mailboxName = decodeURIComponent(pathname.slice(1)) || 'INBOX';
  return async () => {
    // loaded when the first mailbox is opened: most installations have none
    const { ImapFlow } = await import('imapflow');
    const client = new ImapFlow({
      host: hostname,
      port: port === '' ? (secure ? 993 : 143) : Number(port),
      secure,
      ...(secure || allowPlain ? {} : { doSTARTTLS: true }),
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      logger: false,
      disableAutoIdle: true,
      ...(tls ? { tls } : {}),
      ...timeouts,
    });
    client.on('error', () => {}); // the call that is under way rejects with it
    try {
      await client.connect();
      const { uidValidity } = await client.mailboxOpen(mailboxName, { readOnly: true });
      return toMailbox(client, String(uidValidity));
    } catch (error) {
      client.close();
      throw new MailboxUnavailable(explain(error), error);
    }
  };
}

function explain(error: unknown): string {
  const failed = error as { authenticationFailed?: boolean; code?: string; responseText?: string };
  if (failed.authenticationFailed)
    return 'Kotak surat menolak nama atau kata sandi; periksa SARING_IMAP_URL.';
  if (['ENOTFOUND', 'ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH'].includes(failed.code ?? ''))
    return 'Server surat tidak dapat dihubungi; periksa SARING_IMAP_URL dan sambungan internet kantor.';
  return `Kotak surat tidak dapat dibuka: ${failed.responseText ?? failed.code ?? 'sebab tidak dikenal'}.`;
}

function toMailbox(client: ImapFlow, validity: string): Mailbox {
  return {
    async since(cursor, limit) {
      const last = cursor?.validity === validity ? cursor.lastUid : 0;
      try {
        const query = { uid: true, envelope: true, bodyStructure: true, internalDate: true } as const;
        // "n:*" always names the newest message, also when it is older than n.
        const found = (await client.fetchAll(`${last + 1}:*`, query, { uid: true }))
          .filter(({ uid }) => uid > last)
          .sort((a, b) => a.uid - b.uid)
          .slice(0, limit);
        const mails: Mail[] = [];
        let held = 0;
        for (const message of found) {
          if (held >= maxVisitBytes) break;
          const mail = await readMail(client, message);
          mails.push(mail);
          held += mail.pictures.reduce((sum, { length }) => sum + length, 0);
        }
        const next: MailCursor = { validity, lastUid: mails.at(-1)?.uid ?? last };
        return { mails, cursor: next };
      } catch (error) {
        throw new MailboxUnavailable(explain(error), error);
      }
    },
    async close() {
      await client.logout().catch(() => client.close());
    },
  };
}

interface Leaf {
  part: string;
  type: string;
  /** As it lies in the message: base64 takes four bytes for three. */
  encodedBytes: number;
}

/** The parts of a message that hold something, in its order. */
function leavesOf(node: MessageStructureObject): Leaf[] {
  if (node.childNodes && node.childNodes.length > 0) return node.childNodes.flatMap(leavesOf);
  const type = (node.type ?? '').toLowerCase();
  return [{ part: node.part ?? '1', type, encodedBytes: node.size ?? 0 }];
}

async function readMail(client: ImapFlow, message: FetchMessageObject): Promise<Mail> {
  const { uid, envelope, internalDate } = message;
  const leaves = message.bodyStructure ? leavesOf(message.bodyStructure) : [];
  const body =
    leaves.find(({ type }) => type === 'text/plain') ?? leaves.find(({ type }) => type === 'text/html');
  const sent = envelope?.date ?? internalDate;
  const sentAt = sent === undefined ? Number.NaN : new Date(sent).getTime();
  return {
    uid,
    messageId: envelope?.messageId ?? null,
    from: envelope?.from?.[0]?.address ?? null,
    subject: envelope?.subject ?? '',
    text: body ? (await download(client, uid, body.part, maxTextBytes)).toString('utf8') : '',
    isHtml: body?.type === 'text/html',
    sentAt: Number.isNaN(sentAt) ? null : sentAt,
    ...(await readPictures(client, uid, leaves)),
  };
}

async function readPictures(
  client: ImapFlow,
  uid: number,
  leaves: readonly Leaf[],
): Promise<Pick<Mail, 'pictures' | 'picturesLeft'>> {
  const { maxBytes, perMail } = pictureLimits;
  const all = leaves.filter(({ type }) => type.startsWith('image/'));
  const pictures: Uint8Array[] = [];
  for (const { part, encodedBytes } of all) {
    if (pictures.length >= perMail || encodedBytes > maxBytes * 1.4) continue;
    // one byte more than allowed tells that there is more: a picture that is cut off shows nothing
    const bytes = await download(client, uid, part, maxBytes + 1);
    if (bytes.length > 0 && bytes.length <= maxBytes) pictures.push(new Uint8Array(bytes));
  }
  return { pictures, picturesLeft: all.length - pictures.length };
}

/** A part without its transfer encoding; texts as UTF-8, whatever they were written in. */
async function download(client: ImapFlow, uid: number, part: string, maxBytes: number): Promise<Buffer> {
  const { content } = await client.download(String(uid), part, { uid: true, maxBytes });
  if (!content) return Buffer.alloc(0);
  const pieces: Buffer[] = [];
  for await (const piece of content as Readable) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
