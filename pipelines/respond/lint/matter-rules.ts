import { heldShare, mythShare, titleShare } from './held-share.ts';
import {
  at,
  type Finding,
  type LintSubject,
  type Rule,
  sentencesOf,
  titleOf,
  whole,
} from './lint-subject.ts';
import { numbersSaid } from './numbers-said.ts';

const hoaxWord = /(?<!\p{L})(?:hoa(?:ks|x)|bohong|kabar bohong|berita bohong|fitnah|dusta)(?!\p{L})/iu;
const denialWord =
  /(?<!\p{L})(?:tidak benar|tak benar|hoa(?:ks|x)|bohong|palsu|keliru|membantah|dibantah|bantahan|fitnah|menyesatkan|tidak terbukti|tidak pernah terjadi)(?!\p{L})/iu;

/** The rumour is told once, in the warning, and never in the headline. */
export const mythRule: Rule = (subject) => {
  const { claimText } = subject;
  if (claimText === null || subject.verdict === 'benar') return [];
  const title = titleOf(subject);
  const told = sentencesOf(subject).filter(
    ({ text, role }) => role !== 'source' && heldShare(claimText, text) >= mythShare,
  );
  const inTitle =
    title && heldShare(claimText, title.text) >= titleShare
      ? [at(title, 'myth_in_title', 'error', 'Judul mengulang isi kabar; tulis faktanya sebagai judul.')]
      : [];
  const again = told
    .slice(1)
    .map((span) =>
      at(
        span,
        'myth_repeated',
        'error',
        'Isi kabar diulang; cukup sebut satu kali agar tidak makin diingat.',
      ),
    );
  return [...inTitle, ...again];
};

/** What a verdict forbids: a denial without proof, "hoaks" where part of it is so or where somebody criticises. */
export const verdictRule: Rule = (subject) => {
  const { kind, isCriticism, spans } = subject;
  const title = titleOf(subject);
  const findings: Finding[] = [];
  const mark = (
    span: { start: number; end: number; text: string },
    pattern: RegExp,
    code: string,
    why: string,
  ) => {
    const match = pattern.exec(span.text);
    if (match)
      findings.push(
        at(
          { start: span.start + match.index, end: span.start + match.index + match[0].length },
          code,
          'error',
          why,
        ),
      );
  };
  for (const span of spans) {
    if (kind === 'holding')
      mark(span, denialWord, 'denial_blocked', 'Belum ada bukti: pernyataan awal tidak boleh menyangkal.');
    if (isCriticism || kind === 'reply')
      mark(span, hoaxWord, 'hoax_word', 'Kritik dan pertanyaan tidak disebut hoaks.');
  }
  if (title && (kind === 'correction' || kind === 'admission'))
    mark(title, hoaxWord, 'hoax_word', 'Ada bagian yang benar: jangan memakai kata ini pada judul.');
  return findings;
};

/** Of a claim with a true core that core comes first; of a true one come the number, the remedy and the date. */
export const orderRule: Rule = (subject) => {
  const { kind, channel } = subject;
  const [first] = sentencesOf(subject);
  if (kind === 'correction' && first && (first.role === 'warning' || denialWord.test(first.text)))
    return [at(first, 'true_part_first', 'error', 'Akui lebih dahulu bagian yang benar.')];
  if (kind !== 'admission' || !['web', 'press'].includes(channel)) return [];
  const missing = [
    ['extent', 'jumlah yang terdampak'],
    ['remedy', 'perbaikannya'],
    ['remedyBy', 'tanggal selesainya'],
  ].filter(([note]) => !sentencesOf(subject).some(({ from }) => from.includes(`note:${note}`)));
  return missing.map(([note, name]) =>
    whole(`missing_${note}`, 'error', `Pengakuan belum menyebut ${name}; lengkapi pada catatan penyusun.`),
  );
};

/** Words that a short courtesy has; a longer sentence says something of the matter. */
const courtesyWords = 7;

/** Each sentence names what stands behind it, that is in force, and says no other numbers. */
export const sourceRule: Rule = (subject) =>
  sentencesOf(subject).flatMap((span) => judgeSentence(subject, span));

function judgeSentence({ sayings, unfit }: LintSubject, span: LintSubject['spans'][number]): Finding[] {
  const { text, from } = span;
  const numbers = numbersSaid(text);
  if (from.length === 0) {
    const matters = numbers.size > 0 || text.split(/\s+/).length > courtesyWords;
    return [
      at(
        span,
        'no_fact',
        matters ? 'error' : 'warn',
        'Kalimat ini tidak merujuk fakta, bukti, atau klaim; sebutkan rujukannya.',
      ),
    ];
  }
  const findings: Finding[] = [];
  for (const ref of from) {
    const why = unfit.get(ref);
    if (why !== undefined) findings.push(at(span, 'stale_fact', 'error', why));
    else if (!ref.startsWith('template:') && !sayings.has(ref))
      findings.push(at(span, 'unknown_source', 'error', `Rujukan ${ref} tidak ada.`));
  }
  if (from.every((ref) => ref.startsWith('template:')) || span.role === 'source') return findings;
  const known = numbersSaid(from.map((ref) => sayings.get(ref) ?? '').join('\n'));
  const other = [...numbers].filter((number) => !known.has(number));
  if (other.length > 0)
    findings.push(
      at(
        span,
        'number_differs',
        'error',
        `Angka ${other.join(', ')} tidak ada pada rujukan kalimat ini; samakan dengan sumbernya.`,
      ),
    );
  return findings;
}
