import { z } from 'zod';
import type { MailCursor } from '../../../shared/ports/mailbox.ts';
import { collectDrop } from '../item/item-outcome.ts';
import type { SocialPost } from '../item/post-to-item.ts';
import { htmlToText } from '../text/plain-text.ts';
import { type Connector, readSettings, SettingsRefused } from './connector.ts';
import { postsToItems } from './json-api.ts';

const settings = z.object({
  /** Messages of one visit. */
  maxMessages: z.number().int().positive().max(200).default(50),
});

const cursorSchema = z.object({ validity: z.string(), lastUid: z.number().int().nonnegative() });

/** "Fwd:", "Fw:", "Re:" and their Indonesian forms say how a text came, not what it says. */
const forwarded = /^(?:\s*(?:fwd?|re|trs|bls|diteruskan)\s*:)+\s*/i;

/** Quoted lines and what mail programs put around a forwarded text. */
const wrapping =
  /^(?:-{2,}.*(?:forwarded|diteruskan|original).*-{2,}|(?:from|dari|to|kepada|sent|terkirim|date|tanggal|subject|perihal|cc)\s*:.*)$/i;

/** What the sender wanted to show, without the mail program's frame. */
export function mailText(subject: string, text: string): string {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(/^(?:>\s?)+/, ''))
    .filter((line) => !wrapping.test(line.trim()));
  const signature = lines.findIndex((line) => /^-- ?$/.test(line));
  const body = (signature === -1 ? lines : lines.slice(0, signature))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return body === '' ? subject.replace(forwarded, '').trim() : body;
}

/**
 * Reports that people mail to the unit: one message, one item; the sender becomes a pseudonym and is not kept. Needs a
 * mailbox (`SARING_IMAP_URL`), which is only read: nothing in it is marked, moved or deleted.
 */
export const mailConnector: Connector = {
  kind: 'mail',
  settings,
  async collect(request) {
    const { maxMessages } = readSettings(settings, request.source);
    if (!request.openMailbox)
      throw new SettingsRefused(
        `Sumber "${request.source.name}" memerlukan kotak surat; isi SARING_IMAP_URL pada pengaturan.`,
      );
    const mailbox = await request.openMailbox();
    try {
      const known = cursorSchema.safeParse(request.cursor['mail']);
      const from: MailCursor | null = known.success ? known.data : null;
      const { mails, cursor } = await mailbox.since(from, maxMessages);
      const posts = mails.map(
        (mail): SocialPost => ({
          nativeId: mail.messageId ?? `${cursor.validity}/${mail.uid}`,
          title: mail.subject.replace(forwarded, '').trim() || null,
          text: mailText(mail.subject, mail.isHtml ? htmlToText(mail.text) : mail.text),
          url: null,
          publishedAt: mail.sentAt,
          author: mail.from,
          isPublic: false,
          metrics: {},
        }),
      );
      const pictures = mails
        .filter(({ pictures }) => pictures > 0)
        .map(({ messageId, uid, pictures }) =>
          collectDrop(
            'picture_unread',
            messageId ?? String(uid),
            `${pictures} gambar pada surat tidak dibaca; ketik isinya sebagai laporan bila penting.`,
          ),
        );
      const { items, drops } = postsToItems(posts, request);
      return {
        items,
        claims: [],
        drops: [...pictures, ...drops],
        cursor: { mail: cursor },
        notModified: mails.length === 0,
      };
    } finally {
      await mailbox.close();
    }
  },
};
