import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { type ManifestEntry, sizesOf, tooLarge } from './bundle-sizes.ts';
import { writeGuide } from './write-guide.ts';

const compressible = /\.(js|css|html|svg|json|webmanifest)$/;

/**
 * After a build: lists what the service worker keeps, compresses every text file once so that the server never has to,
 * and fails when a page grew beyond its budget.
 */
export function finishBuild(): Plugin {
  let folder = '';
  return {
    name: 'saring-finish-build',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      const manifestFile = join(folder, '.vite', 'manifest.json');
      const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, ManifestEntry>;
      const kept = readdirSync(join(folder, 'assets')).map((name) => `/assets/${name}`);
      writeFileSync(
        join(folder, 'precache.json'),
        JSON.stringify({ files: ['/index.html', ...kept.sort()] }),
      );
      rmSync(join(folder, '.vite'), { recursive: true });
      writeGuide(folder);
      const compressed = compressAll(folder);
      const sizes = sizesOf(manifest, (file) => compressed.get(file) ?? 0);
      for (const { name, bytes, limit } of sizes)
        console.log(`${name.padEnd(28)} ${(bytes / 1024).toFixed(1).padStart(7)} KB of ${limit / 1024} KB`);
      const over = tooLarge(sizes);
      if (over.length > 0) throw new Error(`larger than allowed: ${over.map(({ name }) => name).join(', ')}`);
    },
  };
}

/** Writes `.br` and `.gz` beside each text file → size of the Brotli file by the name in the manifest. */
function compressAll(folder: string): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!compressible.test(name)) continue;
    const bytes = readFileSync(join(folder, name));
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    writeFileSync(join(folder, `${name}.br`), brotli);
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    sizes.set(name, brotli.length);
  }
  return sizes;
}
