import { describe, expect, it } from 'vitest';
import { itemSchema, maxTextLength } from '../../../shared/domain/item.ts';
import { type PostOutcome, parseCsvPosts, parseJsonl } from './parse-posts.ts';

const now = Date.UTC(2024, 1, 20);
const context = { sourceId: 'import', now, pseudonymise: (name: string) => `samar-${name.length}` };

async function* pieces(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function gather<T>(from: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = [];
  for await (const one of from) out.push(one);
  return out;
}

const jsonl = (rows: readonly unknown[]): string =>
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
const read = (text: string): Promise<PostOutcome[]> => gather(parseJsonl(pieces(text), context));
const codes = (outcome: PostOutcome | undefined): string[] =>
  outcome?.item ? outcome.notes.map((note) => note.code) : [outcome?.drop.code ?? ''];

describe('parseJsonl', () => {
  it('reads a full row', async () => {
    const [outcome] = await read(
      jsonl([
        {
          id: '77',
          text: 'Antrean di TPS 3 tertib 😊',
          created_at: 'Wed Feb 14 01:05:00 +0000 2024',
          author: 'warga_1',
          metrics: { likes: 3, followers: 20 },
        },
      ]),
    );
    expect(outcome?.item && itemSchema.parse(outcome.item)).toMatchObject({
      platform: 'x',
      nativeId: '77',
      text: 'Antrean di TPS 3 tertib 😊',
      author: 'samar-7',
      authorKind: 'private',
      publishedAt: Date.UTC(2024, 1, 14, 1, 5),
      metrics: { likes: 3, followers: 20 },
    });
  });

  it('refuses line by line and goes on', async () => {
    const outcomes = await read(jsonl(['{"text": "satu"', '[1]', { id: 1 }, '', { id: 2, text: 'baik' }]));
    expect(outcomes.map((outcome) => [outcome.line, ...codes(outcome)])).toEqual([
      [1, 'not_json'],
      [2, 'not_an_object'],
      [3, 'empty_text'],
      [5, 'date_missing'],
    ]);
  });

  it('names rows without an id by their content, equal ones apart, the same every time', async () => {
    const text = jsonl([
      { text: 'Amin', video: 'Debat' },
      { text: 'Amin', video: 'Debat' },
      { title: 'Judul', source: 'warta.example' },
    ]);
    const ids = (await read(text)).map((outcome) => outcome.item?.id);
    expect(new Set(ids).size).toBe(3);
    expect((await read(text)).map((outcome) => outcome.item?.id)).toEqual(ids);
    expect((await read(text)).map((outcome) => outcome.item?.platform)).toEqual([
      'youtube',
      'youtube',
      'news',
    ]);
  });

  it('mends NUL and half characters, caps one word of a megabyte, and disbelieves 1970 and 2099', async () => {
    const outcomes = await read(
      jsonl([
        { id: 1, text: 'a\u0000b\ud800c', created_at: '2024-02-14T00:00:00Z' },
        { id: 2, text: 'x'.repeat(1_000_000), created_at: '2024-02-14T00:00:00Z' },
        { id: 3, text: 'lama', created_at: '1970-01-01T00:00:00Z' },
        { id: 4, text: 'nanti', created_at: '2099-01-01T00:00:00Z' },
      ]),
    );
    expect(outcomes.map(codes)).toEqual([
      ['text_repaired'],
      ['text_capped'],
      ['date_implausible'],
      ['date_implausible'],
    ]);
    expect(outcomes[0]?.item?.text).toBe('abc');
    expect(outcomes[1]?.item?.text.length).toBe(maxTextLength);
    expect(outcomes[2]?.item?.publishedAt).toBe(now);
  });

  it('skips a line that never ends without holding it', async () => {
    async function* endless(): AsyncGenerator<string> {
      for (let at = 0; at < 20; at++) yield 'x'.repeat(1_000_000);
      yield '\n{"id":1,"text":"sesudahnya"}\n';
    }
    const outcomes = await gather(parseJsonl(endless(), context));
    expect(outcomes.map(codes)).toEqual([['line_too_long'], ['date_missing']]);
  });
});

describe('parseCsvPosts', () => {
  const readCsv = (text: string): Promise<PostOutcome[]> => gather(parseCsvPosts(pieces(text), context));

  it('refuses a file without a column of texts, and shows its columns', async () => {
    await expect(readCsv('kolom1,ko\u0000lom2\n1,2\n')).rejects.toThrow(
      /text=NamaKolom\. Kolom berkas ini: kolom1, ko·lom2/,
    );
    const given = { ...context, mapping: { text: 'kolom1' } };
    expect(await gather(parseCsvPosts(pieces('kolom1\nAntrean panjang\n'), given))).toHaveLength(1);
  });

  it('finds the columns by the names vendors use', async () => {
    const [first] = await readCsv(
      '\ufeffTanggal;Akun;Isi;Tautan;Suka\n14/02/2024 08:00;warga;"Baris satu\nbaris dua";https://x.example/1?utm_source=a;1.250\n',
    );
    expect(first?.item).toMatchObject({
      text: 'Baris satu\nbaris dua',
      publishedAt: Date.UTC(2024, 1, 14, 8),
      metrics: { likes: 1250 },
      url: 'https://x.example/1',
    });
  });

  it.each([
    ['id;isi\n1;"KPU; kata warga, belum mengantar"\n', 'KPU; kata warga, belum mengantar'],
    ['id;isi\n1;KPU, kata warga, belum mengantar\n', 'KPU, kata warga, belum mengantar'],
    ['id,isi\n1,KPU; kata warga; belum mengantar\n', 'KPU; kata warga; belum mengantar'],
    ['id\tisi\n1\tKPU, kata; warga\n', 'KPU, kata; warga'],
    ['id|isi\n1|KPU, kata; warga\n', 'KPU, kata; warga'],
    ['"id, atau nomor, urut";isi\r\n1;KPU, kata warga\r\n', 'KPU, kata warga'],
  ])('cuts no text at a sign that does not part the columns: %j', async (file, text) => {
    const outcomes = await readCsv(file);
    expect(outcomes.map(({ item }) => item?.text)).toEqual([text]);
  });

  it('reads what Excel saves: UTF-16 and windows-1252', async () => {
    const file = 'id;isi\n1;KPU – “warga” é\n';
    async function* of(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
      yield bytes;
    }
    const wide = Buffer.from(`\ufeff${file}`, 'utf16le');
    const old = Buffer.from('id;isi\n1;KPU \x96 \x93warga\x94 \xe9\n', 'latin1');
    for (const bytes of [wide, old])
      expect((await gather(parseCsvPosts(of(bytes), context)))[0]?.item?.text).toBe('KPU – “warga” é');
    const lines = Buffer.from('\ufeff{"id":"1","text":"KPU – “warga”"}\n', 'utf16le');
    expect((await gather(parseJsonl(of(lines), context)))[0]?.item?.text).toBe('KPU – “warga”');
  });

  it('tells the line a refused row starts on', async () => {
    const outcomes = await readCsv('id,text\n1,"dua\nbaris"\n2,\n3,tiga\n');
    expect(outcomes.map((outcome) => [outcome.line, outcome.item === null])).toEqual([
      [2, false],
      [4, true],
      [5, false],
    ]);
  });
});
