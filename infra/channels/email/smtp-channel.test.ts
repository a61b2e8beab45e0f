import type { ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { contactSchema } from '../../../shared/domain/recipient.ts';
import { contractMessage, describeChannelContract } from '../../../shared/ports/channel.contract.ts';
import { Misconfigured, TemporaryFailure } from '../../../shared/ports/channel.ts';
import { localhostCertificate } from '../../../shared/testing/localhost-certificate.ts';
import { startLocalSmtp } from './local-smtp.contract.ts';
import { createSmtpChannel, type SmtpOptions } from './smtp-channel.ts';

const contact = contactSchema.parse({ channel: 'email', address: 'humas@kota.example' });
const addressee = { deliveryId: 'd'.repeat(32), recipientId: 'r1', name: 'Petugas "Humas" <x>', contact };

const channelTo = (port: number, over: Partial<SmtpOptions> = {}) =>
  createSmtpChannel({
    url: `smtp://saring:rahasia@127.0.0.1:${port}`,
    from: 'Saring KPU <saring@kpu.example>',
    ca: localhostCertificate.cert,
    requireTls: true,
    timeouts: { connectMs: 300, silenceMs: 300, totalMs: 1_000 },
    ...over,
  });

const idOf = (mail: ParsedMail): string | null => /<(\w+)@/.exec(mail.messageId ?? '')?.[1] ?? null;

describeChannelContract({
  name: 'email',
  async create() {
    const server = await startLocalSmtp();
    return {
      channel: channelTo(server.port),
      contact,
      behave: server.behave,
      arrived: async () =>
        server.mails.map((mail) => ({ deliveryId: idOf(mail), visible: `${mail.subject}\n${mail.text}` })),
      destroy: server.destroy,
    };
  },
});

describe('the e-mail channel', () => {
  it('sends text and page side by side over TLS, and asks robots not to answer', async () => {
    const server = await startLocalSmtp();
    const { state, providerId } = await channelTo(server.port).send(
      contractMessage({ subject: 'KRITIS\r\nBcc: semua@example.org' }),
      addressee,
    );
    expect([state, providerId]).toEqual(['sent', `<${'d'.repeat(32)}@kpu.example>`]);
    const [mail] = server.mails as [ParsedMail];
    expect(server.secure).toEqual([true]);
    expect(mail.subject).toBe('KRITIS Bcc: semua@example.org');
    expect(mail.bcc).toBeUndefined();
    expect([mail.to].flat().map((one) => one?.value)).toEqual([
      [{ address: 'humas@kota.example', name: 'Petugas "Humas" <x>' }],
    ]);
    expect(mail.text?.trim()).toBe('Isi lengkap peringatan.');
    expect(mail.html).toContain('<p>Isi lengkap peringatan.</p>');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('x-auto-response-suppress')).toBe('All');
    expect(mail.headers.get('precedence')).toBe('bulk');
    expect(mail.headers.get('priority')).toBe('high');
    await server.destroy();
  });

  it('speaks TLS from the first byte where the address says smtps', async () => {
    const server = await startLocalSmtp({ secure: true });
    await channelTo(server.port, { url: `smtps://saring:rahasia@127.0.0.1:${server.port}` }).send(
      contractMessage(),
      addressee,
    );
    expect([server.mails.length, server.secure]).toEqual([1, [true]]);
    await server.destroy();
  });

  it('sends nothing where TLS is demanded and not offered, or the certificate is a stranger’s', async () => {
    const plain = await startLocalSmtp({ hideStartTls: true });
    await expect(channelTo(plain.port).send(contractMessage(), addressee)).rejects.toBeInstanceOf(
      Misconfigured,
    );
    expect(plain.mails).toEqual([]);
    await plain.destroy();
    const server = await startLocalSmtp();
    const stranger = createSmtpChannel({
      url: `smtp://saring:rahasia@127.0.0.1:${server.port}`,
      from: 'saring@kpu.example',
    });
    await expect(stranger.send(contractMessage(), addressee)).rejects.toBeInstanceOf(Misconfigured);
    expect(server.mails).toEqual([]);
    await server.destroy();
  });

  it('knows whether a message may have arrived when no answer came', async () => {
    const server = await startLocalSmtp();
    const channel = channelTo(server.port);
    server.behave('lose_answer');
    await expect(channel.send(contractMessage(), addressee)).rejects.toMatchObject({ maybeSent: true });
    expect(server.mails).toHaveLength(1);
    await server.destroy();
    await expect(channel.send(contractMessage(), addressee)).rejects.toMatchObject({ maybeSent: false });
    await expect(channel.send(contractMessage(), addressee)).rejects.toBeInstanceOf(TemporaryFailure);
  });
});
