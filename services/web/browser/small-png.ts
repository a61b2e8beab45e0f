import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** As many as one byte names; a few kept for what is rare and stands out, such as a dot. */
const mostColours = 256;
const ofRareColours = 64;

interface Picture {
  width: number;
  height: number;
  /** Red, green and blue of each pixel, row by row. */
  rgb: Uint8Array;
}

/** The pixels of a PNG of eight bits, with or without transparency and not interlaced: what browsers write. */
export function readPng(file: Buffer): Picture {
  const [width, height, depth, kind] = [file.readUInt32BE(16), file.readUInt32BE(20), file[24], file[25]];
  if (depth !== 8 || (kind !== 2 && kind !== 6) || file[28] !== 0)
    throw new Error('This PNG is none that a browser writes');
  const parts: Buffer[] = [];
  for (let at = signature.length; at < file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const channels = kind === 2 ? 3 : 4;
  const rows = unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    for (let n = 0; n < 3; n += 1) rgb[pixel * 3 + n] = rows[pixel * channels + n]!;
  return { width, height, rgb };
}

/** PNG, 9.2: each byte was written as its difference from a guess by its neighbours. */
function unfilter(data: Buffer, stride: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)]!;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= step ? out[at - step]! : 0;
      const above = y > 0 ? out[at - stride]! : 0;
      const corner = x >= step && y > 0 ? out[at - stride - step]! : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter]!;
      out[at] = data[y * (stride + 1) + 1 + x]! + guess;
    }
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

const chunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** The colours met most often, most of them edges of letters, and then those that are farthest from all of these. */
function paletteOf(counts: ReadonlyMap<number, number>): number[] {
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const palette = byCount.slice(0, mostColours - ofRareColours);
  const rest = byCount.slice(palette.length);
  const apart = rest.map((colour) => Math.min(...palette.map((one) => distance(one, colour))));
  while (palette.length < mostColours) {
    const far = apart.indexOf(Math.max(...apart, 0));
    // Every colour is there.
    if (far < 0 || apart[far] === 0) break;
    palette.push(rest[far]!);
    for (const [n, colour] of rest.entries()) apart[n] = Math.min(apart[n]!, distance(rest[far]!, colour));
  }
  return palette;
}

const distance = (a: number, b: number): number =>
  ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;

/** The same picture with at most 256 colours: a screenshot takes a third of the bytes, and looks the same. */
export function smallPng(file: Buffer): Buffer {
  const { width, height, rgb } = readPng(file);
  const colours = new Uint32Array(width * height);
  const counts = new Map<number, number>();
  for (let n = 0; n < colours.length; n += 1) {
    const colour = (rgb[n * 3]! << 16) | (rgb[n * 3 + 1]! << 8) | rgb[n * 3 + 2]!;
    colours[n] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = paletteOf(counts);
  const nearest = new Map(palette.map((colour, n) => [colour, n]));
  for (const colour of counts.keys()) {
    if (nearest.has(colour)) continue;
    let best = 0;
    for (let n = 1; n < palette.length; n += 1)
      if (distance(palette[n]!, colour) < distance(palette[best]!, colour)) best = n;
    nearest.set(colour, best);
  }
  const rows = new Uint8Array((width + 1) * height);
  for (let n = 0; n < colours.length; n += 1)
    rows[Math.floor(n / width) * (width + 1) + 1 + (n % width)] = nearest.get(colours[n]!)!;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(palette.flatMap((one) => [one >> 16, (one >> 8) & 255, one & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}
