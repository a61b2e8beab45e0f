import type { Issue } from '../../../shared/domain/issue.ts';
import { hoaxCounts } from './hoax-section.ts';
import type { OpinionMapInput } from './input.ts';
import { issuesInSpan } from './issue-section.ts';
import { changeOf, fewestForTone, negativeShare, netTone, toneTotal } from './measures.ts';
import { sayChange, sayShare, saySigned, sayWhole, stateNames, topicInText, verdictNames } from './say.ts';

const spanWords = {
  week: 'Pekan ini',
  day: 'Hari ini',
  month: 'Bulan ini',
  custom: 'Pada periode ini',
  issue: 'Selama isu ini berlangsung',
} as const;
const beforeWords = {
  week: 'pekan lalu',
  day: 'hari sebelumnya',
  month: 'periode sebelumnya yang sama panjang',
  custom: 'periode sebelumnya',
  issue: 'periode sebelumnya',
} as const;
/** Below a twentieth a change is not worth a word. */
const steady = 0.05;

function volumeSentence({ current, previous, span, unit, issue }: OpinionMapInput): string {
  const { items, unique } = current.all;
  const about = issue === null ? ` tentang ${unit.name}` : '';
  if (items === 0)
    return `${spanWords[span.kind]} tidak ada unggahan${about} yang terkumpul; itu bukan tanda aman, melainkan perlu dicek sumbernya.`;
  const change = changeOf(items, previous.all.items);
  const compared =
    change === null
      ? issue !== null
        ? ''
        : `, tanpa pembanding karena tidak ada unggahan pada ${beforeWords[span.kind]}`
      : Math.abs(change) < steady
        ? `, hampir sama dengan ${beforeWords[span.kind]} (${sayWhole(previous.all.items)})`
        : `, ${sayChange(change)} dari ${beforeWords[span.kind]} (${sayWhole(previous.all.items)})`;
  return `${spanWords[span.kind]} terkumpul ${sayWhole(items)} unggahan${about}, ${sayWhole(unique)} di antaranya unik${compared}.`;
}

function toneSentence({ current, previous }: OpinionMapInput): string {
  const n = toneTotal(current.all);
  const tone = netTone(current.all);
  if (tone === null)
    return `Nada bersih tidak ditampilkan karena hanya ada ${sayWhole(n)} unggahan unik bernada, kurang dari ${fewestForTone}.`;
  const before = netTone(previous.all);
  const interval = `selang 95% ${saySigned(tone.low)} sampai ${saySigned(tone.high)}, n = ${sayWhole(n)}`;
  const direction = tone.low > 0 ? 'condong positif' : tone.high < 0 ? 'condong negatif' : 'berimbang';
  // Two intervals that do not meet: the plain reader's test, stricter than it need be.
  const moved =
    before === null
      ? ''
      : before.high < tone.low
        ? ', membaik dari periode sebelumnya'
        : before.low > tone.high
          ? ', memburuk dari periode sebelumnya'
          : ', tanpa perubahan berarti dari periode sebelumnya';
  return `Nada bersih ${saySigned(tone.value)} (${interval}) ${direction}${moved}; ${sayShare(negativeShare(current.all) ?? 0)} unggahan unik bernada negatif.`;
}

function dossierSentence({ current }: OpinionMapInput, issue: Issue): string {
  const { menyebarkan, membantah } = current.all.stance;
  const verdict =
    issue.verdict === 'belum_diperiksa' ? 'belum diperiksa' : `vonis ${verdictNames[issue.verdict]}`;
  return `"${issue.title}" berstatus ${stateNames[issue.state] ?? issue.state} dengan risiko ${issue.risk.level}, ${verdict}; ${sayWhole(menyebarkan)} unggahan menyebarkan klaim dan ${sayWhole(membantah)} membantahnya.`;
}

function issueSentence(input: OpinionMapInput): string {
  if (input.issue !== null) return dossierSentence(input, input.issue);
  const [top] = issuesInSpan(input);
  const hoaxes = hoaxCounts(input);
  const [topic] = [...input.current.byTopic].toSorted(([, a], [, b]) => b.items - a.items)[0] ?? [];
  if (input.current.all.items === 0) return 'Tanpa unggahan, isu pada periode ini tidak dapat dinilai.';
  if (!top)
    return topic === undefined
      ? 'Tidak ada isu yang perlu ditanggapi pada periode ini.'
      : `Tidak ada isu tersendiri; percakapan terbanyak menyangkut ${topicInText(topic)}.`;
  const verdict =
    top.verdict === 'belum_diperiksa' ? 'belum diperiksa' : `vonis ${verdictNames[top.verdict]}`;
  const hoax =
    hoaxes.issues === 0
      ? 'tidak ada isu yang divonis hoaks'
      : `${sayWhole(hoaxes.issues)} isu divonis salah atau menyesatkan dengan ${sayWhole(hoaxes.content)} unggahan yang menyebarkannya`;
  return `Isu utama ialah "${top.title}" (${top.number}, risiko ${top.risk.level}, ${verdict}), sedangkan ${hoax}.`;
}

/** Three sentences: how much and against before, in what tone, and what about. */
export const summarise = (input: OpinionMapInput): [string, string, string] => [
  volumeSentence(input),
  toneSentence(input),
  issueSentence(input),
];
