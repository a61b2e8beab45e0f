import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { ProviderMood } from '../../../shared/ports/channel.contract.ts';
import { localhostCertificate } from '../../../shared/testing/localhost-certificate.ts';

export interface LocalSmtp {
  port: number;
  mails: ParsedMail[];
  /** Whether each accepted mail came over TLS. */
  secure: boolean[];
  behave(mood: ProviderMood | 'lose_answer'): void;
  destroy(): Promise<void>;
}

const failure = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

/** A real SMTP server with STARTTLS and log-in. `lose_answer` takes the mail and never says so. */
export async function startLocalSmtp(
  options: { hideStartTls?: boolean; secure?: boolean } = {},
): Promise<LocalSmtp> {
  let mood: ProviderMood | 'lose_answer' = 'accept';
  const mails: ParsedMail[] = [];
  const secure: boolean[] = [];
  const server = new SMTPServer({
    ...localhostCertificate,
    authOptional: true,
    // TLS from the first byte, as on port 465
    secure: options.secure ?? false,
    hideSTARTTLS: options.hideStartTls ?? false,
    disabledCommands: options.hideStartTls ? ['STARTTLS'] : [],
    onAuth: (auth, _session, done) =>
      mood === 'deny' || auth.password !== 'rahasia'
        ? done(failure(535, 'credentials'))
        : done(null, { user: 'saring' }),
    onRcptTo: (_address, _session, done) => {
      if (mood === 'busy') return done(failure(451, 'greylisted'));
      if (mood === 'refuse') return done(failure(550, 'no such mailbox'));
      return done();
    },
    onData(stream, session, done) {
      if (mood === 'drop') {
        stream.once('data', () => {
          for (const connection of server.connections) connection.close();
        });
        return;
      }
      simpleParser(stream).then((mail) => {
        if (mood === 'hang') return;
        mails.push(mail);
        secure.push(session.secure);
        if (mood !== 'lose_answer') done();
      }, done);
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    secure,
    behave: (next) => {
      mood = next;
    },
    destroy: () =>
      new Promise((resolve) => {
        for (const connection of server.connections) connection.close();
        server.close(() => resolve());
      }),
  };
}
