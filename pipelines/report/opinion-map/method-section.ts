import type { ReportSection } from '../../../shared/domain/opinion-map.ts';
import type { OpinionMapInput } from './input.ts';
import { sayShare, sayWhole } from './say.ts';
import { makeTable } from './table.ts';

/** How it was made and what it cannot say: in every report, and not to be switched off. */
export function methodSection({ current, sources, modelErrors }: OpinionMapInput): ReportSection {
  const { all, collected, unrelated } = current;
  const giving = sources.filter(({ source }) => current.bySource.has(source.id)).length;
  const unsure = all.unique === 0 ? null : all.needsReview / all.unique;
  const paragraphs = [
    `Cakupan: ${sayWhole(collected)} unggahan terkumpul, ${sayWhole(unrelated)} di antaranya tidak menyangkut KPU atau unit dan tidak dihitung. ${sayWhole(giving)} dari ${sayWhole(sources.length)} sumber memberi unggahan pada periode ini. Percakapan tertutup dan platform yang tidak membuka akses tidak terlihat, kecuali melalui impor atau laporan warga; tidak ada unggahan bukan berarti aman.`,
    'Nada dinilai terhadap KPU atau unit, bukan suasana seluruh teks. Nada dan topik ditetapkan mesin dan dapat diperbaiki petugas; vonis hanya ditetapkan petugas yang berwenang. Unggahan yang hampir sama disatukan sebelum nada dihitung; jumlah unggahan menyertakan unggahan ulang.',
    'Angka nada tidak ditampilkan bila kurang dari 30 unggahan unik. Selang 95% hanya mencakup ketidakpastian karena jumlah unggahan, belum kesalahan model dan bukan pendapat seluruh warga: yang menulis di media bukan sampel acak.',
    ...(unsure === null
      ? []
      : [`Mesin ragu pada ${sayShare(unsure)} unggahan unik; unggahan itu ditandai untuk diperiksa.`]),
    'Status, risiko, dan vonis isu ialah keadaan saat laporan dibuat. Isu daerah dihitung pada isu induknya.',
    'Penulis pribadi disamarkan. Partai politik dan peserta pemilihan dikenali, tetapi tidak dinilai atau diperingkat. Nilai setara iklan tidak dipakai.',
  ];
  return {
    id: 'method',
    title: 'Metode, cakupan, celah, dan kesalahan model',
    paragraphs,
    charts: [],
    tables: [
      makeTable(
        'model-error',
        'Kesalahan model',
        [
          ['what', 'Yang dinilai', 'text'],
          ['figure', 'Ukuran', 'text'],
          ['on', 'Diukur pada', 'text'],
        ],
        modelErrors.map(({ what, figure, measuredOn }) => ({ cells: [what, figure, measuredOn] })),
        'Kesalahan model belum diukur pada pemasangan ini; bacalah angka nada sebagai perkiraan kasar.',
      ),
    ],
  };
}
