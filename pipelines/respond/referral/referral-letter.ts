import { unitOfCode } from '../../../shared/areas/unit-of-code.ts';
import type { Paper } from '../../../shared/domain/paper.ts';
import { type ReferralTarget, referralTargetNames } from '../../../shared/domain/referral.ts';
import { claimSaid } from '../compose/claim-said.ts';
import { sayDate } from '../compose/material.ts';
import { type BundleInput, timelineOf } from './referral-timeline.ts';

/** What the law leaves a government office, whoever the receiver is. */
export function legalNote(to: ReferralTarget): string[] {
  const receiver: Readonly<Record<ReferralTarget, string>> = {
    bawaslu:
      'Dugaan pelanggaran pemilu ditangani Bawaslu menurut UU 7/2017. Laporan disampaikan paling lama tujuh hari kerja sejak diketahui (Pasal 454).',
    platform:
      'Permintaan kepada pengelola platform berupa penandaan, pembatasan jangkauan, atau penurunan menurut pedoman platform itu sendiri. Keputusan ada pada platform.',
    legal:
      'Bagian hukum menelaah apakah ada peniruan identitas lembaga, pemalsuan dokumen, atau ancaman terhadap petugas. Telaah ini bukan laporan pidana.',
  };
  return [
    'Rujukan ini bukan pengaduan pencemaran nama baik. Menurut Putusan Mahkamah Konstitusi Nomor 105/PUU-XXII/2024, lembaga pemerintah tidak dapat mengadukan pencemaran nama baik.',
    'Kritik, pertanyaan, dan permintaan layanan tidak dirujuk, sekeras apa pun bahasanya.',
    receiver[to],
    'Berkas ini memuat data pribadi yang dilindungi UU 27/2022. Serahkan hanya kepada penerima, dan hapus salinan kerja setelah diserahkan.',
    'Penulis perorangan disamarkan. Penilaian akhir ada pada penerima; KPU menyampaikan fakta dan bukti.',
  ];
}

const asked: Readonly<Record<ReferralTarget, string>> = {
  bawaslu: 'Kami mohon konten terlampir ditelaah sesuai kewenangan Bawaslu.',
  platform: 'Kami mohon konten terlampir ditinjau menurut pedoman platform Saudara.',
  legal: 'Kami mohon telaah hukum atas konten terlampir.',
};

/** The letter on top of the bundle. */
export function referralLetter(input: BundleInput): Paper {
  const { referral, issue, claim, items, publications } = input;
  const unit = unitOfCode(referral.unit);
  const receiver =
    referral.to === 'platform'
      ? `Pengelola ${referral.platform ?? 'platform'}`
      : referralTargetNames[referral.to];
  const [published] = publications;
  return {
    letterhead: ['Komisi Pemilihan Umum', unit.name],
    kind: 'SURAT RUJUKAN',
    number: null,
    date: sayDate(referral.approvedAt ?? referral.requestedAt, unit.zone),
    to: ['Yth.', receiver],
    title: `Rujukan konten dalam isu ${issue.number}`,
    blocks: [
      {
        heading: null,
        bullets: false,
        paragraphs: [
          `${unit.name} menemukan ${items.length} konten yang menyebarkan informasi bahwa ${claimSaid(claim.text)}. Informasi itu dinilai ${claim.verdict} berdasarkan sumber yang terlampir.`,
          ...(published ? [`Klarifikasi resmi sudah terbit: ${published.url}`] : []),
        ],
      },
      { heading: 'Alasan', bullets: false, paragraphs: [referral.grounds] },
      { heading: 'Permohonan', bullets: false, paragraphs: [asked[referral.to]] },
      {
        heading: 'Konten',
        bullets: true,
        paragraphs: items.map(({ id, url, platform }) => `${platform}: ${url ?? id}`),
      },
      {
        heading: 'Garis waktu',
        bullets: true,
        paragraphs: timelineOf(input).map(({ at, what }) => `${sayDate(at, unit.zone)}: ${what}`),
      },
      { heading: 'Catatan hukum', bullets: true, paragraphs: legalNote(referral.to) },
      {
        heading: 'Lampiran',
        bullets: true,
        paragraphs: [
          'daftar-konten.csv, garis-waktu.csv, dan klaim.json',
          'folder bukti beserta SHA256SUMS untuk memeriksa keutuhannya',
        ],
      },
    ],
    notices: [],
    signature: [unit.name, 'Ketua'],
    footer: `${unit.name} · isu ${issue.number}`,
  };
}
