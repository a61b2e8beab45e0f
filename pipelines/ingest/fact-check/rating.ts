import type { Claim } from '../../../shared/domain/claim.ts';

type Verdict = Claim['verdict'];
type Kind = Claim['kind'];

/** A checker's words → verdict; the first that fits, so the qualified ones stand before the plain ones. */
const verdicts: readonly (readonly [RegExp, Verdict])[] = [
  [
    /sebagian (?:benar|salah)|half true|partly|partially|mixture|mostly (?:true|false)|kurang tepat/,
    'sebagian_benar',
  ],
  [
    /menyesatkan|mislead|missing context|konteks|out of context|cherry|manipulat|rekayasa|satire|parodi|tidak akurat|kurang konteks/,
    'menyesatkan',
  ],
  [
    /belum terbukti|tidak terbukti|unproven|unverified|belum (?:dapat )?di(?:verifikasi|buktikan)|tidak dapat dibuktikan/,
    'belum_terbukti',
  ],
  [
    /tidak benar|not true|untrue|salah|keliru|hoa(?:ks|x)|false|fake|palsu|bohong|pants on fire|fabricat/,
    'salah',
  ],
  // Not a bare "fakta" in other words: "Cek Fakta" is what the column is called.
  [/benar|^\s*fakta\s*$|true|correct|accurate/, 'benar'],
];

/** The verdict a rating stands for; `belum_diperiksa` when nobody can tell. */
export function verdictOf(rating: string): Verdict {
  const lower = rating.toLowerCase();
  return verdicts.find(([pattern]) => pattern.test(lower))?.[1] ?? 'belum_diperiksa';
}

const kinds: readonly (readonly [RegExp, Exclude<Kind, null>])[] = [
  [/satire|parod/, 'satire'],
  [/mislead|menyesatkan/, 'misleading'],
  [/impost[oe]r|tiruan|mencatut/, 'imposter'],
  [/fabricat|buatan|palsu/, 'fabricated'],
  [/false connection|koneksi/, 'false_connection'],
  [/false context|konteks/, 'false_context'],
  [/manipulat|rekayasa|suntingan/, 'manipulated'],
];

/** First Draft's kind, where a checker names it ("Misleading Content", "Konten Palsu"). */
export function kindOf(classification: string): Kind {
  const lower = classification.toLowerCase();
  return kinds.find(([pattern]) => pattern.test(lower))?.[1] ?? null;
}

const leads = [
  /^\s*[[(]?\s*(?:cek fakta|fact[- ]?check|periksa fakta)\s*(?:[\])]\s*[:|-]?|[:|-])\s*/iu,
  /^\s*[[(]\s*([\p{L} -]{3,40}?)\s*[\])]\s*:?\s*/u,
  /^\s*(hoaks|hoax|salah|benar|keliru|menyesatkan|sesat|disinformasi|misinformasi|klarifikasi|fakta)\s*[!:,|-]\s*/iu,
  // A headline that denies; "salah" alone may begin "salah satu".
  /^\s*(tidak benar)\s*[!:,]?\s+(?:bahwa\s+)?/iu,
];

/** "[SALAH] KPU memindahkan TPS" → what is claimed and how it is rated. */
export function splitTitle(title: string): { claim: string; rating: string | null } {
  let claim = title.trim();
  let rating: string | null = null;
  for (let round = 0; round < 3; round++) {
    const match = leads.map((lead) => lead.exec(claim)).find((found) => found !== null);
    if (!match) break;
    rating ??= match[1] ?? null;
    claim = claim.slice(match[0].length);
  }
  return { claim: claim.replace(/^["“]|["”]$/g, '').trim() || title.trim(), rating };
}

/** How a check concludes in its text ("Kesimpulan: klaim salah"), where its title does not say; null where it does not either. */
export function concludedRating(body: string): string | null {
  const found = /\b(?:kesimpulan|hasil pemeriksaan|rating)\s*:\s*([\p{L} ]{3,60})/iu.exec(body)?.[1]?.trim();
  return found !== undefined && verdictOf(found) !== 'belum_diperiksa' ? found : null;
}
