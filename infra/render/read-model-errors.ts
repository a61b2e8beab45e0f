import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ModelError } from '../../shared/domain/opinion-map.ts';

const groupsSchema = z.array(
  z.object({ name: z.string(), figures: z.array(z.object({ path: z.string(), value: z.number() })) }),
);

const wanted: readonly [path: string, what: string, measure: string][] = [
  ['target.f1', 'Menyangkut KPU atau tidak', 'F1'],
  ['tone.macroF1', 'Nada terhadap KPU', 'F1'],
  ['criticism.f1', 'Kritik', 'F1'],
  ['stance.macroF1', 'Sikap terhadap klaim', 'F1'],
  ['areas.f1', 'Wilayah', 'F1'],
  ['topic.accuracy', 'Topik', 'ketepatan'],
];
const number = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The last measured figures of the models that label items; none where the file is not there or nothing was measured. */
export async function readModelErrors(
  path: string | URL = new URL('../../figures.json', import.meta.url),
): Promise<ModelError[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return [];
  }
  const parsed = groupsSchema.safeParse(JSON.parse(text));
  const gold = parsed.data?.find(({ name }) => name === 'target on gold');
  return wanted.flatMap(([key, what, measure]) => {
    const value = gold?.figures.find((figure) => figure.path === key)?.value ?? 0;
    if (value <= 0) return [];
    return [
      {
        what,
        figure: `${number.format(value)} (${measure}; 1 = tidak ada yang terlewat atau salah tunjuk)`,
        measuredOn: 'himpunan uji buatan proyek',
      },
    ];
  });
}
