import { fullText } from '../../shared/domain/full-text.ts';
import type { LabelledItem } from '../../shared/domain/labelled-item.ts';
import type { Stance } from '../../shared/domain/labels.ts';

/** Words with which people call a claim wrong, wherever they stand. */
const denials =
  /(?<!\p{L})(?:hoa(?:ks|x|k)|cek ?fakta|turn ?back ?hoax|disinformasi|misinformasi|tidak benar|tak benar|gak bener|ga bener|dibantah|membantah|bantah|bantahan|faktanya|klarifikasi|keliru|menyesatkan|fitnah|tidak terbukti|jangan percaya|kabar bohong|berita bohong|palsu)(?!\p{L})/iu;
/** Words of somebody who wants to know. */
const questions =
  /(?<!\p{L})(?:benarkah|apa(?:kah)? (?:benar|bener)|betulkah|bener (?:ga|gak|nggak)|benar (?:ga|gak|nggak|tidak)|hoa(?:ks|x) (?:bukan|atau)|mohon (?:info|konfirmasi|penjelasan|klarifikasi)|ada yang tah?u|mau tanya|izin bertanya)(?!\p{L})/iu;

/**
 * What an item does to a claim it is near. Its own label speaks first (a person's or the model's, which reads only items
 * about KPU); else its words do: a denial, a question, or a newsroom's report; whoever does none of it passes it on.
 * @param says what the comparison found: a negation on the item's side alone is a denial
 */
export function stanceTowards(item: LabelledItem, says: { deniesClaim: boolean }): Stance {
  const { stance } = item.labels;
  if (stance.value !== 'none') return stance.value;
  const text = fullText(item).slice(0, 4_000);
  if (questions.test(text)) return 'bertanya';
  if (denials.test(text) || says.deniesClaim) return 'membantah';
  return item.outlet !== null || item.authorKind === 'outlet' ? 'memberitakan' : 'menyebarkan';
}
