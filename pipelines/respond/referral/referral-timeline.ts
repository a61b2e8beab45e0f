import type { Claim } from '../../../shared/domain/claim.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { LabelledItem } from '../../../shared/domain/labelled-item.ts';
import type { Publication } from '../../../shared/domain/publication.ts';
import type { Referral } from '../../../shared/domain/referral.ts';

export interface BundleInput {
  referral: Referral;
  issue: Issue;
  claim: Claim;
  items: readonly LabelledItem[];
  publications: readonly Publication[];
}

/** One thing that happened, for the time-line. */
export interface Event {
  at: number;
  what: string;
  where: string;
}

/** What happened, in order: first seen, spread, judged, answered, referred. Indonesian. */
export function timelineOf({ referral, issue, claim, items, publications }: BundleInput): Event[] {
  const events: Event[] = [
    ...(claim.firstAppearedAt === null
      ? []
      : [
          {
            at: claim.firstAppearedAt,
            what: 'Klaim pertama kali diketahui beredar',
            where: claim.firstUrl ?? '',
          },
        ]),
    { at: issue.firstAt, what: `Konten pertama dalam isu ${issue.number}`, where: '' },
    ...items.map((item) => ({
      at: item.publishedAt,
      what: `Konten dirujuk (${item.platform})`,
      where: item.url ?? '',
    })),
    ...(claim.checkedAt === null
      ? []
      : [{ at: claim.checkedAt, what: `Klaim dinilai: ${claim.verdict}`, where: '' }]),
    ...(claim.approvedAt === null
      ? []
      : [{ at: claim.approvedAt, what: 'Vonis disetujui orang kedua', where: '' }]),
    ...publications.map(({ publishedAt, url, title }) => ({
      at: publishedAt,
      what: `Klarifikasi terbit: ${title}`,
      where: url,
    })),
    { at: referral.requestedAt, what: 'Rujukan diajukan', where: '' },
    ...(referral.approvedAt === null
      ? []
      : [{ at: referral.approvedAt, what: 'Rujukan disetujui', where: '' }]),
  ];
  return events.toSorted((a, b) => a.at - b.at);
}
