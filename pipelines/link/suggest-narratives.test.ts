import { describe, expect, test } from 'vitest';
import { suggestNarratives, type ToldNarrative } from './suggest-narratives.ts';

const narratives: ToldNarrative[] = [
  {
    id: 'server',
    name: 'Server KPU diatur di luar negeri untuk memenangkan satu calon',
    description: 'Kembali di setiap pemilihan presiden.',
    examples: ['Server KPU di Singapura sudah disetting 57 persen'],
    titles: [],
  },
  {
    id: 'kontainer',
    name: 'Surat suara sudah tercoblos sebelum pemungutan suara',
    description: '',
    examples: [],
    titles: ['Tujuh kontainer surat suara tercoblos di pelabuhan'],
  },
  { id: 'asing', name: 'Warga negara asing masuk daftar pemilih', description: '', examples: [], titles: [] },
];
const issue = (title: string, ...negative: string[]) => ({
  title,
  summary: '',
  sentences: { positive: [], neutral: [], negative },
});

describe('suggestNarratives', () => {
  test.each([
    ['server', issue('Kabar angka di server KPU disetting 52 persen beredar lagi')],
    ['kontainer', issue('Viral lagi', 'Ada kontainer di pelabuhan isinya surat suara tercoblos')],
    ['asing', issue('Puluhan warga asing diduga masuk daftar pemilih di kabupaten kami')],
  ])('finds %s when it returns, and says by what', (id, returned) => {
    const [first] = suggestNarratives(returned, narratives);
    expect(first).toMatchObject({ narrativeId: id });
    expect(first!.agrees.length).toBeGreaterThanOrEqual(2);
    expect(first!.score).toBeLessThanOrEqual(1);
  });

  test.each([
    'Surat suara kurang di puluhan TPS, warga menunggu',
    'Honor KPPS belum cair',
    'KPU menetapkan daftar pemilih tetap dalam rapat pleno',
    'Sirekap salah membaca formulir',
  ])('leaves alone what only shares the topic: %s', (title) => {
    expect(suggestNarratives(issue(title), narratives)).toEqual([]);
  });
});
