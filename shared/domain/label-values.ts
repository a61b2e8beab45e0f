/** The values of labels in plain lists: the labelling thread uses them without the validator, which takes 17 MB. */
export const tones = ['positive', 'neutral', 'negative'] as const;
export const targetTones = ['positive', 'neutral', 'negative', 'unrelated'] as const;
export const topics = [
  'logistik',
  'dpt',
  'sirekap',
  'pemungutan suara',
  'rekapitulasi',
  'pencalonan',
  'kampanye',
  'anggaran',
  'etik',
  'sosialisasi',
  'keamanan',
  'lainnya',
] as const;
