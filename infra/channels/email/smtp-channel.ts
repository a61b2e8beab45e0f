import { PassThrough } from 'node:stream';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Message } from '../../../shared/domain/delivery.ts';
import { type Addressee, type Channel, TemporaryFailure } from '../../../shared/ports/channel.ts';
import { ofSmtpError } from './smtp-error.ts';

export interface SmtpOptions {
  /** `smtps://user:password@host:465`, or `smtp://…` with STARTTLS. */
  url: string;
  /** `Saring KPU <saring@kpu.example>` */
  from: string;
  /** Certificate authorities trusted beside the system's, as PEM. */
  ca?: string;
  /** Whether to go on without TLS; by default only to a relay on this machine. */
  requireTls?: boolean;
  /** Draws the message's chart as PNG; without it the mail goes without a picture. */
  drawPicture?(chart: { svg: string; width: number }): Promise<Uint8Array>;
  timeouts?: { connectMs?: number; silenceMs?: number; totalMs?: number };
}

/** Mail servers slow down or block a sender beyond a few messages a second; few on their way keep doubles few. */
const limits = { perSecond: 10, atOnce: 2 };

const localHosts = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Tells robots and out-of-office programs not to answer (RFC 3834, and what Exchange and old lists obey). */
const quietHeaders = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  Precedence: 'bulk',
};

/** Mail programs show a button to stop messages where they find these (RFC 8058). */
const stopHeaders = ({ data }: Message): Record<string, string> =>
  typeof data['optOut'] === 'string'
    ? {
        'List-Unsubscribe': `<${data['optOut']}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }
    : {};

const oneLine = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();

/** The chart as a picture that comes with the mail: nothing is loaded from outside, and it can be passed on. */
async function picturesOf(
  { chart }: Message,
  drawPicture: SmtpOptions['drawPicture'],
): Promise<NonNullable<SendMailOptions['attachments']>> {
  if (!chart || !drawPicture) return [];
  const content = Buffer.from(await drawPicture(chart));
  return [{ filename: 'grafik.png', content, contentType: 'image/png' }];
}

function mailOf(message: Message, { name, contact, deliveryId }: Addressee, from: string): SendMailOptions {
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'saring.invalid';
  return {
    from,
    to: { name: oneLine(name), address: contact.address },
    subject: oneLine(message.subject),
    text: `${message.text}\n`,
    html: message.html,
    // The same on every retry: mailboxes that know an id drop the double.
    messageId: `<${deliveryId}@${domain}>`,
    date: new Date(message.at),
    headers: { ...quietHeaders, ...stopHeaders(message) },
    priority: message.level === 'kritis' ? 'high' : 'normal',
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** E-mail by SMTP, plain text and HTML side by side. A connection a message: alerts are hours apart. */
export function createSmtpChannel(options: SmtpOptions): Channel {
  const url = new URL(options.url);
  const secure = url.protocol === 'smtps:';
  const { connectMs = 15_000, silenceMs = 60_000, totalMs = 120_000 } = options.timeouts ?? {};
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && (options.requireTls ?? !localHosts.has(url.hostname)),
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    tls: { minVersion: 'TLSv1.2', ...(options.ca ? { ca: options.ca } : {}) },
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
  });
  watchProgress(transport);
  return {
    name: 'email',
    limits,
    async send(message, addressee) {
      const progress = { bodySent: false };
      // a chart that cannot be drawn must not keep the alert back
      const attachments = await picturesOf(message, options.drawPicture).catch(() => []);
      const mail = { ...mailOf(message, addressee, options.from), attachments, progress };
      const sent = transport.sendMail(mail).catch((error: unknown) => {
        throw ofSmtpError(error, progress.bodySent);
      });
      const { messageId } = await within(sent, totalMs, progress);
      return { state: 'sent', providerId: messageId };
    },
    async close() {
      transport.close();
    },
  };
}

/** Notes on each mail when its last byte has gone to the socket. */
function watchProgress(transport: ReturnType<typeof createTransport>): void {
  transport.use('stream', (mail, done) => {
    const { progress } = mail.data as { progress?: { bodySent: boolean } };
    mail.message.transform(() => {
      const stream = new PassThrough();
      stream.on('end', () => {
        if (progress) progress.bodySent = true;
      });
      return stream;
    });
    done();
  });
}

/** A server that keeps talking without an end must not hold the channel longer than its lease. */
async function within<T>(work: Promise<T>, ms: number, progress: { bodySent: boolean }): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new TemporaryFailure('Server surel terlalu lama melayani pesan ini.', {
            maybeSent: progress.bodySent,
          }),
        ),
      ms,
    );
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}
