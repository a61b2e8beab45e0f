import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { localhostCertificate } from '../../shared/testing/localhost-certificate.ts';

/** What goes wrong with a message, drawn anew for every try. */
export type SmtpFault = 'refuse' | 'hang' | 'hang_after_data' | 'drop' | 'lose_answer' | 'none';

export interface FaultySmtpOptions {
  /** The fault of the next message. */
  draw(): SmtpFault;
  /** Called when a mail was taken, before the sender is told: the moment at which a kill makes a double. */
  accepted(messageId: string, total: number): void;
}

export interface FaultySmtp {
  port: number;
  /** How often each message id was taken. */
  arrivals: ReadonlyMap<string, number>;
  faults: Readonly<Record<string, number>>;
  /** Refuses every connection until called with false. */
  shut(closed: boolean): Promise<void>;
  stop(): Promise<void>;
}

const busy = Object.assign(new Error('try later'), { responseCode: 451 });

async function headOf(stream: SMTPServerDataStream): Promise<string> {
  let head = '';
  for await (const part of stream) if (head.length < 20_000) head += String(part);
  return /^message-id:\s*(<[^>]+>)/im.exec(head)?.[1] ?? '';
}

/** A real SMTP server with STARTTLS that misbehaves as told, and counts what it really took. */
export async function startFaultySmtp({ draw, accepted }: FaultySmtpOptions): Promise<FaultySmtp> {
  const arrivals = new Map<string, number>();
  const faults: Record<string, number> = {};
  let total = 0;
  const bySession = new Map<string, SmtpFault>();
  const create = (): SMTPServer =>
    new SMTPServer({
      ...localhostCertificate,
      authOptional: true,
      onMailFrom(_address, session, done) {
        const fault = draw();
        bySession.set(session.id, fault);
        if (fault !== 'none') faults[fault] = (faults[fault] ?? 0) + 1;
        if (fault === 'refuse') return done(busy);
        if (fault !== 'hang') return done();
      },
      onClose: (session) => void bySession.delete(session.id),
      onData(stream, session, done) {
        const fault = bySession.get(session.id);
        if (fault === 'drop') {
          for (const connection of server.connections)
            if (connection.session.id === session.id) connection.close();
          return void stream.resume();
        }
        headOf(stream).then((messageId) => {
          if (fault === 'hang_after_data') return;
          arrivals.set(messageId, (arrivals.get(messageId) ?? 0) + 1);
          total += 1;
          accepted(messageId, total);
          if (fault !== 'lose_answer') done();
        }, done);
      },
    });
  let server = create();
  const listen = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.on('error', (error) => reject(error));
      server.listen(port, '127.0.0.1', () => {
        const address = server.server.address();
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      for (const connection of server.connections) connection.close();
      server.close(() => resolve());
    });
  const port = await listen(0);
  return {
    port,
    arrivals,
    faults,
    async shut(closed) {
      if (closed) {
        faults['shut'] = (faults['shut'] ?? 0) + 1;
        return close();
      }
      server = create();
      await listen(port);
    },
    stop: close,
  };
}
