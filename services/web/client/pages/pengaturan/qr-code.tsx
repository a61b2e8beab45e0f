import type { QRCode } from 'qrcode';

/** Light modules around the code, so that a camera finds its edge (ISO/IEC 18004: four). */
const quiet = 4;

/** The dark modules as one path, runs of a row joined. */
export function qrPath({ size, data }: Pick<QRCode['modules'], 'size' | 'data'>): string {
  let path = '';
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      let length = 0;
      while (x + length < size && data[y * size + x + length]) length += 1;
      if (length > 0) path += `M${x + quiet} ${y + quiet}h${length}v1h-${length}z`;
      x += length;
    }
  return path;
}

/** Always dark on white: many cameras read no other. */
export function QrCode({ modules, label }: { modules: QRCode['modules']; label: string }) {
  const side = modules.size + 2 * quiet;
  return (
    <svg class="settings-qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} fill="#fff" />
      <path d={qrPath(modules)} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
