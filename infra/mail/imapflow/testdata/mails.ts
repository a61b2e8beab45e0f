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

/** A message in HTML with a picture, in another charset. */
export const pictureMail = (uid: number, html: string, picture: Uint8Array = tinyPng): StoredMail => {
  const body = Buffer.from(html, 'latin1').toString('base64');
  const image = Buffer.from(picture).toString('base64');
  return {
    uid,
    subject: '=?utf-8?Q?Fwd:_Kabar_=E2=80=9CTPS=E2=80=9D?=',
    structure: `(("TEXT" "HTML" ("CHARSET" "iso-8859-1") NIL NIL "BASE64" ${body.length} 1)("IMAGE" "PNG" ("NAME" "a.png") NIL NIL "BASE64" ${image.length}) "MIXED")`,
    parts: {
      '1': { mime: 'Content-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: base64', body },
      '2': { mime: 'Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64', body: image },
    },
  };
};
