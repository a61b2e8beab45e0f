/** The nine elements of public service, in the order of Permenpan RB 14/2017. */
export const ikmElements = [
  'Persyaratan',
  'Sistem, mekanisme, dan prosedur',
  'Waktu penyelesaian',
  'Biaya atau tarif',
  'Produk spesifikasi jenis pelayanan',
  'Kompetensi pelaksana',
  'Perilaku pelaksana',
  'Penanganan pengaduan, saran, dan masukan',
  'Sarana dan prasarana',
] as const;

/** One respondent: nine answers from 1 (not good) to 4 (very good). */
export type IkmAnswers = readonly number[];

export type IkmBand = 'A' | 'B' | 'C' | 'D';

export interface IkmResult {
  respondents: number;
  /** Per element the mean on 1 to 4, its value on 25 to 100 and its band. */
  elements: { name: string; mean: number; value: number; band: IkmBand }[];
  /** 25 to 100: means times 1/9, summed, times 25. */
  index: number;
  band: IkmBand;
  /** "Sangat baik", "Baik", "Kurang baik", "Tidak baik" */
  meaning: string;
}

/** Lower ends of the bands (Permenpan RB 14/2017), held against the value rounded to two decimals. */
const bands: readonly [least: number, band: IkmBand, meaning: string][] = [
  [88.31, 'A', 'Sangat baik'],
  [76.61, 'B', 'Baik'],
  [65, 'C', 'Kurang baik'],
  [25, 'D', 'Tidak baik'],
];

/** @param value 25 to 100; what lies between two bands by the third decimal is rounded first */
export function ikmBand(value: number): { band: IkmBand; meaning: string } {
  const rounded = Math.round(value * 100 + 1e-6) / 100;
  const [, band, meaning] = bands.find(([least]) => rounded >= least) ?? bands.at(-1)!;
  return { band, meaning };
}

/**
 * The index of public satisfaction (IKM): each element's mean over the respondents, times 1/9, summed, times 25.
 * Null without respondents. Answers must be nine each and valid (see readIkmRows).
 */
export function satisfactionIndex(answers: readonly IkmAnswers[]): IkmResult | null {
  if (answers.length === 0) return null;
  const elements = ikmElements.map((name, at) => {
    const mean = answers.reduce((sum, one) => sum + one[at]!, 0) / answers.length;
    return { name, mean, value: mean * 25, band: ikmBand(mean * 25).band };
  });
  const index = (elements.reduce((sum, { mean }) => sum + mean, 0) / ikmElements.length) * 25;
  return { respondents: answers.length, elements, index, ...ikmBand(index) };
}

/** χ² of one degree of freedom at 95 %, the share that needs most respondents, the error allowed. */
const [chiSquare, share, error] = [3.841, 0.5, 0.05];

/**
 * Respondents needed of a population by Krejcie and Morgan (1970): χ²NP(1 − P) / (d²(N − 1) + χ²P(1 − P)), rounded as in
 * their table. 0 for an empty population.
 */
export function sampleSize(population: number): number {
  if (population <= 0) return 0;
  const spread = chiSquare * share * (1 - share);
  return Math.min(
    population,
    Math.round((spread * population) / (error * error * (population - 1) + spread)),
  );
}
