import { expect, it } from 'vitest';
import { decodeChunks } from './decode-chunks.ts';

const text = 'isi;akun\nKPU Kota – “warga” menanti é 😊\nbaris dua\n';
const latin = 'isi;akun\nKPU Kota é, "café" menanti\nbaris dua\n';

async function decode(bytes: Uint8Array, size: number): Promise<string> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  let out = '';
  for await (const part of decodeChunks(pieces())) out += part;
  return out;
}

it.each([1, 2, 3, 7, 1_000])('reads what offices save, in pieces of %i bytes', async (size) => {
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
  expect(await decode(wide, size)).toBe(text);
  expect(await decode(Buffer.from(wide).swap16(), size)).toBe(text);
  expect(await decode(Buffer.from(`\ufeff${text}`), size)).toBe(text);
  expect(await decode(Buffer.from(text), size)).toBe(text);
  expect(await decode(Buffer.from('ya'), size)).toBe('ya');
});

it('takes what is no UTF-8 for windows-1252, and bears a single broken byte', async () => {
  expect(await decode(Buffer.from(latin, 'latin1'), 1_000)).toBe(latin);
  expect(await decode(Buffer.from('“petik” \x93', 'latin1'), 2)).toContain('petik');
  const broken = Buffer.concat([Buffer.from('“warga” é '), Buffer.from([0xff]), Buffer.from(' tetap')]);
  expect(await decode(broken, 1_000)).toBe('“warga” é \ufffd tetap');
});
