import { z } from 'zod';
import type { Drop } from '../../../shared/domain/drop.ts';
import { itemId } from '../../../shared/domain/ids.ts';
import type { Source } from '../../../shared/domain/source.ts';
import type { Mail, MailCursor } from '../../../shared/ports/mailbox.ts';
import { collectDrop } from '../item/item-outcome.ts';
import { pictureType } from '../item/picture-type.ts';
import type { SocialPost } from '../item/post-to-item.ts';
import { htmlToText } from '../text/plain-text.ts';
import {
  type Attachment,
  type Collected,
  type Connector,
  type PictureReport,
  readSettings,
  SettingsRefused,
} from './connector.ts';
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

/** The same whenever the message is read again. */
const nativeIdOf = ({ messageId, uid }: Mail, { validity }: MailCursor): string =>
  messageId ?? `${validity}/${uid}`;

const toPost = (mail: Mail, cursor: MailCursor): SocialPost => ({
  nativeId: nativeIdOf(mail, cursor),
  title: mail.subject.replace(forwarded, '').trim() || null,
  text: textOf(mail),
  url: null,
  publishedAt: mail.sentAt,
  author: mail.from,
  isPublic: false,
  metrics: {},
});

const textOf = ({ subject, text, isHtml }: Mail): string =>
  mailText(subject, isHtml ? htmlToText(text) : text);

/** The pictures of a message that are what a person can look at, by their first bytes. */
const attachmentsOf = ({ pictures }: Mail): Attachment[] =>
  pictures.flatMap((bytes, at) => {
    const contentType = pictureType(bytes);
    return contentType === null
      ? []
      : [{ name: `picture-${at + 1}.${contentType.split('/')[1]}`, bytes, contentType }];
  });

/** Pictures stand beside what was written with them; without a word they wait for somebody who types them out. */
function sortPictures(
  mails: readonly Mail[],
  cursor: MailCursor,
  { platform }: Source,
): Required<Pick<Collected, 'attachments' | 'pictureReports' | 'drops'>> {
  const attachments = new Map<string, readonly Attachment[]>();
  const pictureReports: PictureReport[] = [];
  const drops: Drop[] = [];
  for (const mail of mails) {
    const nativeId = nativeIdOf(mail, cursor);
    const pictures = attachmentsOf(mail);
    const left = mail.picturesLeft + mail.pictures.length - pictures.length;
    if (left > 0)
      drops.push(
        collectDrop(
          'picture_left',
          nativeId,
          `${left} gambar pada surat tidak disimpan (terlalu besar, terlalu banyak, atau bukan PNG, JPEG, WebP); lihat kotak surat.`,
        ),
      );
    if (pictures.length === 0) continue;
    if (textOf(mail) !== '') attachments.set(itemId({ platform, nativeId }), pictures);
    else
      for (const picture of pictures)
        pictureReports.push({
          id: itemId({ platform, nativeId: `${nativeId} ${picture.name}` }),
          picture,
        });
  }
  return { attachments, pictureReports, drops };
}

/**
 * Reports that people mail to the unit: one message, one item, its pictures kept beside it; the sender becomes a
 * pseudonym and is not kept. Needs a mailbox (`SARING_IMAP_URL`), which is only read: nothing in it is marked, moved or
 * deleted.
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
      const { drops: left, ...pictures } = sortPictures(mails, cursor, request.source);
      const wordless = new Set(mails.filter((mail) => textOf(mail) === '' && attachmentsOf(mail).length > 0));
      const posts = mails.filter((mail) => !wordless.has(mail)).map((mail) => toPost(mail, cursor));
      const { items, drops } = postsToItems(posts, request);
      return {
        items,
        claims: [],
        ...pictures,
        drops: [...left, ...drops],
        cursor: { mail: cursor },
        notModified: mails.length === 0,
      };
    } finally {
      await mailbox.close();
    }
  },
};
