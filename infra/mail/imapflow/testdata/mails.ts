import type { StoredMail } from './serve-imap.ts';

/** A message of one plain part, as a phone writes it. */
export const plainMail = (uid: number, subject: string, body: string): StoredMail => ({
  uid,
  subject,
  structure: `("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "QUOTED-PRINTABLE" ${body.length} 1)`,
  parts: {
    '1': {
      mime: 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable',
      body,
    },
  },
});

/** The head of a PNG: enough to be told from other files. */
export const tinyPng = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4]);

interface Pictures {
  subject?: string;
  picture?: Uint8Array;
  /** How often it comes. */
  pictures?: number;
  /** What the server says of its size. */
  statedBytes?: number;
}

/** A message in HTML with pictures, in another charset. */
export function pictureMail(uid: number, html: string, given: Pictures = {}): StoredMail {
  const { picture = tinyPng, pictures = 1, subject = '=?utf-8?Q?Fwd:_Kabar_=E2=80=9CTPS=E2=80=9D?=' } = given;
  const body = Buffer.from(html, 'latin1').toString('base64');
  const image = Buffer.from(picture).toString('base64');
  const leaf = `("IMAGE" "PNG" ("NAME" "a.png") NIL NIL "BASE64" ${given.statedBytes ?? image.length})`;
  const head = 'Content-Transfer-Encoding: base64';
  const leaves = Array.from({ length: pictures }, (_, at) => [
    String(at + 2),
    { mime: `Content-Type: image/png; name=a.png\r\n${head}`, body: image },
  ]);
  return {
    uid,
    subject,
    structure: `(("TEXT" "HTML" ("CHARSET" "iso-8859-1") NIL NIL "BASE64" ${body.length} 1)${leaf.repeat(pictures)} "MIXED")`,
    parts: {
      '1': { mime: `Content-Type: text/html; charset=iso-8859-1\r\n${head}`, body },
      ...Object.fromEntries(leaves),
    },
  };
}
