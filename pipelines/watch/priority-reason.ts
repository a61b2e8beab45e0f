import { adverseShareOf, type PriorityFacts } from './priority-facts.ts';

const format = new Intl.NumberFormat('id-ID');
const oneDecimal = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });
const say = (value: number): string => format.format(value);

/** The title between quotation marks: no closing point, its own quotations single, at most 90 characters, cut at a word. */
export function titleInSentence(title: string): string {
  const single = title
    .trim()
    .replace(/[.!?…\s]+$/u, '')
    .replace(/["“”„]/g, "'");
  // A title that was cut may have lost the end of its quotation.
  const bare = single.split("'").length % 2 === 0 ? single.replace(/^'/, '') : single;
  if (bare.length <= 90) return bare;
  const cut = bare.slice(0, 90);
  return `${cut.slice(0, Math.max(40, cut.lastIndexOf(' ')))} …`;
}

/** How the last three hours compare with the three before. */
export function sayTrend(recent: number, before: number): string {
  if (recent === 0) return 'tidak ada unggahan baru dalam 3 jam terakhir';
  if (before === 0) return `${say(recent)} unggahan baru dalam 3 jam terakhir`;
  const factor = recent / before;
  if (factor >= 1.5) return `naik ${oneDecimal.format(factor)} kali lipat dalam 3 jam terakhir`;
  if (factor <= 0.67) return 'mulai mereda dalam 3 jam terakhir';
  return 'bertahan dalam 3 jam terakhir';
}

/** What most of it is: blame, a claim passed on, a question, praise, or plain reports. */
function sayCharacter({ issue }: PriorityFacts): string {
  const { counts } = issue;
  const toned = Math.max(1, counts.positive + counts.neutral + counts.negative);
  const percent = (value: number, total: number) => `${Math.round((value / Math.max(1, total)) * 100)}%`;
  if (counts.stance.bertanya * 2 > counts.items) return 'kebanyakan berupa pertanyaan warga';
  if (counts.stance.menyebarkan * 3 >= counts.items && counts.stance.menyebarkan >= counts.negative) {
    return `${percent(counts.stance.menyebarkan, counts.items)} menyebarkan klaim`;
  }
  if (adverseShareOf(issue) >= 0.25) return `${percent(counts.negative, toned)} bernada negatif`;
  if (counts.positive * 2 > toned) return 'kebanyakan bernada positif';
  return 'kebanyakan bernada netral';
}

/** Unique and re-posted are always both said. */
function sayVolume({ issue }: PriorityFacts): string {
  const { counts, spread } = issue;
  const reposts = counts.items - counts.unique;
  const copies = reposts > 0 ? ` dan ${say(reposts)} unggahan ulang` : '';
  const platforms = Object.keys(spread.platforms).length;
  const where = platforms > 1 ? ` di ${say(platforms)} platform` : '';
  const carriers = spread.authors > 0 ? ` dari ${say(spread.authors)} akun atau media` : '';
  return `${say(counts.unique)} unggahan unik${copies}${carriers}${where}`;
}

const window = (facts: PriorityFacts): string =>
  facts.issue.risk.parts.some((part) => part.code === 'window') ? ' pada masa rawan pemilihan' : '';

/**
 * Why the issue stands where it stands, in one Indonesian sentence: what, where, how many unique and re-posted, how it
 * moves, what it is like, and the level.
 */
export function priorityReason(facts: PriorityFacts): string {
  const { issue, place, recent, before } = facts;
  const parts = [sayVolume(facts), sayTrend(recent, before), sayCharacter(facts)];
  const level = `risiko ${issue.risk.level}${window(facts)}`;
  return `"${titleInSentence(issue.title)}" (${place}): ${parts.join(', ')}; ${level}.`;
}
