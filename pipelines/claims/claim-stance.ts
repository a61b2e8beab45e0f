import { fullText } from '../../shared/domain/full-text.ts';
import type { LabelledItem } from '../../shared/domain/labelled-item.ts';
import type { Stance } from '../../shared/domain/labels.ts';
import { type Relation, relationOf } from '../link/claim-comparison.ts';
import { readClaimText } from '../link/claim-text.ts';

/** Words with which people call a claim wrong, wherever they stand. */
const denials =
  /(?<!\p{L})(?:hoa(?:ks|x|k)|cek ?fakta|turn ?back ?hoax|disinformasi|misinformasi|tidak benar|tak benar|gak bener|ga bener|dibantah|membantah|bantah|bantahan|faktanya|klarifikasi|keliru|menyesatkan|fitnah|tidak terbukti|jangan percaya|kabar bohong|berita bohong|palsu)(?!\p{L})/giu;
/** Words of somebody who wants to know. */
const questions =
  /(?<!\p{L})(?:benarkah|apa(?:kah)? (?:benar|bener)|betulkah|bener (?:ga|gak|nggak)|benar (?:ga|gak|nggak|tidak)|hoa(?:ks|x) (?:bukan|atau)|mohon (?:info|konfirmasi|penjelasan|klarifikasi)|ada yang tah?u|mau tanya|izin bertanya)(?!\p{L})/iu;

/** A machine label below this is a guess that the words of the text outrank. Chosen; the rule for stances says 0.55. */
const sureStance = 0.85;
const mostRead = 4_000;

/** What is known of an item beside a claim. */
export interface Says extends Relation {
  /** The claim's text: words that it has itself deny nothing ("surat suara palsu"). */
  claim: string;
}

/**
 * What an item does to a claim it is near. A person's label speaks first. A machine's label of a denial, a report or a
 * question is taken, since none of them counts as spread, unless the item repeats the claim word for word; "spreads" is
 * taken only where nothing is asked or denied. Without a label the words tell: a question, a denial, a newsroom's report;
 * whoever does none of it passes it on.
 */
export function stanceTowards(item: LabelledItem, says: Says): Stance {
  const { value, confidence, by } = item.labels.stance;
  if (by === 'person' && value !== 'none') return value;
  const isSure = confidence >= sureStance;
  const isOwn = value === 'membantah' && says.repeats && !isSure;
  if (value !== 'none' && value !== 'menyebarkan' && !isOwn) return value;
  const text = fullText(item).slice(0, mostRead);
  if (questions.test(text)) return 'bertanya';
  if (says.denies || (deniesIn(text, says.claim) && !(value === 'menyebarkan' && isSure))) return 'membantah';
  if (value === 'menyebarkan') return value;
  return item.outlet !== null || item.authorKind === 'outlet' ? 'memberitakan' : 'menyebarkan';
}

/** As `stanceTowards`, where the item was not compared with the claim yet. */
export function stanceTowardsText(item: LabelledItem, claim: string): Stance {
  const relation = relationOf(readClaimText(fullText(item)), readClaimText(claim));
  return stanceTowards(item, { ...relation, claim });
}

function deniesIn(text: string, claim: string): boolean {
  const own = claim.toLowerCase();
  return (text.match(denials) ?? []).some((word) => !own.includes(word.toLowerCase()));
}
