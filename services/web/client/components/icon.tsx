/** Strokes on a 24 × 24 grid, drawn for the desk. */
const paths = {
  kritis: 'M12 3 22 20H2zM12 10v4M12 17v.01',
  tinggi: 'M12 20V5M5 12l7-7 7 7',
  sedang: 'M4 9h16M4 15h16',
  rendah: 'M12 4v15M5 12l7 7 7-7',
  isu: 'M4 6h16M4 12h10M4 18h7M18 14v4M18 21v.01',
  tugas: 'M3 6l2 2 3-4M3 13l2 2 3-4M12 6h9M12 13h9M3 20h18',
  peringatan: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4',
  jawaban: 'M4 5h16v11H9l-5 4zM8 9h8M8 12h5',
  cari: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
  peta: 'M4 4h5v5H4zM11 4h5v5h-5zM4 11h5v5H4zM11 11h5v5h-5zM18 11h2v5h-2zM11 18h5v2h-5z',
  klaim: 'M12 3 4 6v6c0 5 3.500 7.500 8 9 4.500-1.500 8-4 8-9V6zM8.500 12l2.500 2.500 4.500-5',
  mitra:
    'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c0-3 2-5 5-5s5 2 5 5M16 11a2.500 2.500 0 1 0 0-5M16 14c3 0 5 2 5 5',
  laporan: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7',
  sumber: 'M5 19a1 1 0 1 0 0-.010M4 12a8 8 0 0 1 8 8M4 5a15 15 0 0 1 15 15',
  mutu: 'M4 20V10M10 20V4M16 20v-7M21 20H3',
  pengaturan: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4',
  panduan: 'M4 5c3-1 6-1 8 1 2-2 5-2 8-1v14c-3-1-6-1-8 1-2-2-5-2-8-1zM12 6v14',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2',
  place: 'M12 21c4-5 7-8 7-11a7 7 0 1 0-14 0c0 3 3 6 7 11zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3-7 8-7s8 3 8 7',
  next: 'M5 12h13M13 6l6 6-6 6',
  back: 'M19 12H6M11 6l-6 6 6 6',
  menu: 'M4 6h16M4 12h16M4 18h16',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M4 12l5 5L20 6',
  out: 'M10 4H5v16h5M14 8l5 4-5 4M19 12H9',
  theme: 'M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18',
  language: 'M3 5h10M8 3v2M11 5c-1 4-4 7-8 9M5 8c1 3 4 5 7 6M13 21l4-10 4 10M14.500 18h5',
  unit: 'M4 21V9l8-5 8 5v12M4 21h16M9 21v-6h6v6',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .8-1 1.700M12 17v.010',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  pin: 'M9 4h6l-1 6 4 4H6l4-4zM12 14v7',
  split: 'M4 12h6l8-7M10 12l8 7',
  merge: 'M4 5l8 7h8M4 19l8-7',
  escalate: 'M12 21V8M6 13l6-6 6 6M5 3h14',
  download: 'M12 3v12M6 10l6 6 6-6M4 21h16',
  star: 'M12 4l2.500 5.200 5.500.8-4 4 1 5.700-5-2.700-5 2.700 1-5.700-4-4 5.500-.8z',
  plus: 'M12 5v14M5 12h14',
  edit: 'M4 20h4L19 9l-4-4L4 16z',
  wait: 'M7 3h10M7 21h10M8 3c0 5 8 5 8 9s-8 4-8 9M16 3c0 5-8 5-8 9s8 4 8 9',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside a word; it says nothing by itself. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
