import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPng, smallPng } from './small-png.ts';

/** A picture of `width` × 2 pixels with each of PNG's filters, as `smallPng` would never write it. */
function filtered(width: number): { file: Buffer; colours: number[][] } {
  const row = (filter: number, bytes: number[]): number[] => [filter, ...bytes];
  const first = Array.from({ length: width }, (_, n) => [n * 7, n * 5, 200 - n]);
  // Sub: the difference from the pixel before; Up: none from the row above.
  const sub = first.flatMap((pixel, n) =>
    pixel.map((value, c) => (value - (n > 0 ? first[n - 1]![c]! : 0)) & 255),
  );
  const up = first.flatMap(() => [0, 0, 0]);
  const data = deflateSync(Uint8Array.from([...row(1, sub), ...row(2, up)]));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(2, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const part = (name: string, body: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, Buffer.from(name), body, Buffer.alloc(4)]);
  };
  const file = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    part('IHDR', head),
    part('IDAT', data),
    part('IEND', new Uint8Array()),
  ]);
  return { file, colours: [...first, ...first] };
}

describe('a small picture', () => {
  it('reads what a browser writes, its filters undone', () => {
    const { file, colours } = filtered(20);
    const { width, height, rgb } = readPng(file);
    expect([width, height]).toEqual([20, 2]);
    expect([...rgb]).toEqual(colours.flat());
  });

  it('is a PNG with a palette, of the same size', () => {
    const { file } = filtered(20);
    const small = smallPng(file);
    expect([small.readUInt32BE(16), small.readUInt32BE(20)]).toEqual([20, 2]);
    expect([small[24], small[25]]).toEqual([8, 3]);
    expect(small.toString('latin1')).toContain('PLTE');
    expect(() => readPng(small)).toThrow('none that a browser writes');
  });
});
