import { Misconfigured, PermanentRefusal, TemporaryFailure } from '../../../shared/ports/channel.ts';

/** What nodemailer tells of a failure. */
interface SmtpFailure {
  code?: string;
  command?: string;
  responseCode?: number;
  message: string;
}

/** The server's own words, cut: they help whoever mends it and hold no secret of ours. */
const words = ({ message }: SmtpFailure): string => message.replace(/\s+/g, ' ').slice(0, 200);

/** Certificates that do not hold and servers without STARTTLS; a connection that only broke is no such case. */
const isAboutTls = ({ code, message }: SmtpFailure): boolean =>
  (code === 'ETLS' || code === 'ESOCKET') &&
  /certificate|self-signed|altname|STARTTLS|wrong version/i.test(message);

/**
 * The channel's error for nodemailer's. RFC 5321: 4yz may go well later, 5yz never does; who was refused decides
 * whether it is this address (RCPT, DATA) or our own set-up (AUTH, MAIL FROM, TLS).
 * @param bodySent whether the whole message was on its way when it failed, so that it may have arrived (RFC 1047)
 */
export function ofSmtpError(error: unknown, bodySent: boolean): Error {
  const failure = error as SmtpFailure;
  const status = failure.responseCode ?? 0;
  const refused = status >= 500;
  if (status >= 400 && !refused)
    return new TemporaryFailure(`Server surel belum dapat menerima pesan: ${words(failure)}`);
  if (failure.code === 'EAUTH')
    return new Misconfigured(
      'Server surel menolak nama pengguna atau kata sandinya; periksa pengaturan SMTP.',
    );
  if (failure.command === 'MAIL FROM' && refused)
    return new Misconfigured(`Server surel menolak alamat pengirim: ${words(failure)}`);
  if (isAboutTls(failure))
    return new Misconfigured(`Sambungan aman ke server surel gagal: ${words(failure)}`);
  if (failure.code === 'EENVELOPE' || (failure.code === 'EMESSAGE' && refused))
    return new PermanentRefusal(`Server surel menolak pesan ini: ${words(failure)}`);
  return new TemporaryFailure(
    bodySent
      ? 'Server surel tidak menjawab setelah pesan dikirim; pesan mungkin sudah sampai.'
      : 'Server surel tidak dapat dihubungi atau memutus sambungan.',
    { maybeSent: bodySent },
  );
}
