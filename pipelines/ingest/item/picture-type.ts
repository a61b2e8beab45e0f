const pictureKinds: readonly (readonly [contentType: string, is: (bytes: Uint8Array) => boolean])[] = [
  ['image/png', (b) => b[0] === 0x89 && b[1] === 0x50 && b[2] === 0x4e && b[3] === 0x47],
  ['image/jpeg', (b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff],
  ['image/webp', (b) => ascii(b, 0) === 'RIFF' && ascii(b, 8) === 'WEBP'],
];

const ascii = (bytes: Uint8Array, from: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + 4));

/** By its first bytes, whatever it is called; null for what is no picture. */
export const pictureType = (bytes: Uint8Array): string | null =>
  pictureKinds.find(([, is]) => is(bytes))?.[0] ?? null;
