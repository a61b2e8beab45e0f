/** What may be attached: type by ending. What a browser would run (HTML, SVG, scripts) and archives are not among it. */
const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

export const attachmentEndings: readonly string[] = Object.keys(types);

/** Chosen: a scanned decision of 40 pages has 8 MB. */
export const maxAttachmentBytes = 20_000_000;

const startsWith = (bytes: Uint8Array, head: readonly number[], at = 0): boolean =>
  head.every((byte, n) => bytes[at + n] === byte);

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** An Office file is a ZIP whose first entry is its list of parts or what relates them. */
const isOffice = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) &&
  ['[Content_Types].xml', '_rels/', 'docProps/', 'word/', 'xl/'].some((name) =>
    startsWith(bytes, ascii(name), 30),
  );

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const looksLike: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  pdf: (bytes) => startsWith(bytes, ascii('%PDF-')),
  png: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  jpg: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  jpeg: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  webp: (bytes) => startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8),
  docx: isOffice,
  xlsx: isOffice,
  txt: isText,
  csv: isText,
};

/** The last part of a path, without what a file system or a header could stumble over; at most 150 characters. */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.normalize('NFC').replace(/[\u0000-\u001f\u007f"<>|:*?\u200e\u200f\u202a-\u202e]/g, '');
  const trimmed = plain.replace(/^[.\s]+/, '').trim();
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(trimmed)?.[0] ?? '';
  return `${trimmed.slice(0, trimmed.length - ending.length).slice(0, 150 - ending.length) || 'berkas'}${ending}`;
}

/** The type of a file that may be attached; null for any other, or one that is not what its ending says. */
export function attachmentType(name: string, bytes: Uint8Array): string | null {
  const ending = /\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? '';
  const type = Object.hasOwn(types, ending) ? types[ending]! : null;
  return type !== null && looksLike[ending]!(bytes) ? type : null;
}
