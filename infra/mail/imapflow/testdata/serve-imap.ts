import type { Socket } from 'node:net';

export interface StoredMail {
  uid: number;
  subject: string;
  /** As BODYSTRUCTURE tells it. */
  structure: string;
  /** Body parts as they lie in the message, by their number. */
  parts: Record<string, { mime: string; body: string }>;
}

export interface ImapState {
  mails(): readonly StoredMail[];
  validity(): number;
  /** Every command that came. */
  log: string[];
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
const literal = (text: string): string => `{${Buffer.byteLength(text)}}\r\n${text}`;
const envelope = ({ uid, subject }: StoredMail): string =>
  `("Wed, 27 Nov 2024 08:00:00 +0700" ${quoted(subject)} (("Warga Biasa" NIL "warga" "surat.example")) NIL NIL NIL NIL NIL NIL "<m${uid}@surat.example>")`;

/** What a FETCH asks of one message. */
function fetched(mail: StoredMail, seq: number, what: string): string {
  const data = [`UID ${mail.uid}`];
  if (what.includes('ENVELOPE')) data.push(`ENVELOPE ${envelope(mail)}`);
  if (what.includes('BODYSTRUCTURE')) data.push(`BODYSTRUCTURE ${mail.structure}`);
  if (what.includes('INTERNALDATE')) data.push('INTERNALDATE "27-Nov-2024 08:00:05 +0700"');
  for (const [, part, suffix, range] of what.matchAll(
    /BODY\.PEEK\[(\d+|TEXT|HEADER)(\.MIME)?\](<\d+\.\d+>)?/g,
  )) {
    // A message of one part calls it TEXT, and its head HEADER.
    const found = mail.parts[/^\d/.test(part!) ? part! : '1'] ?? { mime: '', body: '' };
    const start = Number(/<(\d+)/.exec(range ?? '')?.[1] ?? 0);
    const isHead = suffix !== undefined || part === 'HEADER';
    const text = isHead ? `${found.mime}\r\n\r\n` : found.body.slice(start);
    data.push(`BODY[${part}${suffix ?? ''}]${range ? `<${start}>` : ''} ${literal(text)}`);
  }
  return `* ${seq} FETCH (${data.join(' ')})`;
}

/** RFC 3501 section 6.4.8: `n:*` also names the newest message when it is older than n. */
function uidFetch(command: string, mails: readonly StoredMail[]): string[] {
  const [from, to] = /FETCH (\d+)(?::(\d+|\*))?/.exec(command)!.slice(1);
  const newest = Math.max(0, ...mails.map(({ uid }) => uid));
  const low = to === '*' ? Math.min(Number(from), newest) : Number(from);
  const high = to === '*' ? newest : Number(to ?? from);
  return mails.flatMap((mail, at) =>
    mail.uid >= low && mail.uid <= high ? [fetched(mail, at + 1, command)] : [],
  );
}

/** Lines before the tagged answer, and that answer. */
function answerTo(command: string, { mails, validity }: ImapState): { lines: string[]; result: string } {
  const [, name = ''] = /^((?:UID )?\w+)/.exec(command) ?? [];
  const ok = (lines: string[] = []) => ({ lines, result: 'OK done' });
  if (name === 'CAPABILITY') return ok(['* CAPABILITY IMAP4rev1']);
  if (name === 'LOGIN' && !command.includes('rahasia'))
    return { lines: [], result: 'NO [AUTHENTICATIONFAILED] salah' };
  if (name === 'LIST') return ok(['* LIST (\\HasNoChildren) "/" "INBOX"']);
  if (name === 'EXAMINE' || name === 'SELECT') {
    const lines = [`* ${mails().length} EXISTS`, `* OK [UIDVALIDITY ${validity()}] ok`];
    return { lines, result: 'OK [READ-ONLY] done' };
  }
  if (name === 'UID FETCH') return ok(uidFetch(command, mails()));
  return ok(name === 'LOGOUT' ? ['* BYE bye'] : []);
}

/** An IMAP4rev1 server (RFC 3501) with one mailbox and what a reader asks of it. */
export function serveImap(socket: Socket, state: ImapState): void {
  let rest = '';
  socket.on('error', () => {});
  socket.on('data', (piece: Buffer) => {
    rest += piece.toString();
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const [tag = '', ...words] = rest.slice(0, end).split(' ');
      rest = rest.slice(end + 2);
      const command = words.join(' ');
      state.log.push(command);
      const { lines, result } = answerTo(command, state);
      socket.write([...lines, `${tag} ${result}`].map((line) => `${line}\r\n`).join(''));
      if (command === 'LOGOUT') socket.end();
    }
  });
  socket.write('* OK IMAP4rev1 siap\r\n');
}
