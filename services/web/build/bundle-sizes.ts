/** What Vite says of one built file. */
export interface ManifestEntry {
  file: string;
  isEntry?: boolean;
  isDynamicEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}

export interface BundleSize {
  name: string;
  /** Compressed by Brotli. */
  bytes: number;
  limit: number;
}

const kb = 1024;
/** What the first page needs, home page included, before anybody can work. */
const firstLoadLimit = 120 * kb;
/** Chosen: a page beyond the first may bring a chart with it (uPlot: 20 KB). */
const pageLimit = 60 * kb;
const home = 'client/pages/isu/isu-page.tsx';

/** A file with all it imports, once each. */
function filesOf(
  manifest: Record<string, ManifestEntry>,
  key: string,
  seen = new Set<string>(),
): Set<string> {
  const entry = manifest[key];
  if (!entry || seen.has(entry.file)) return seen;
  for (const file of [entry.file, ...(entry.css ?? [])]) seen.add(file);
  for (const imported of entry.imports ?? []) filesOf(manifest, imported, seen);
  return seen;
}

/** The first load (shell and home), and what every other page adds to it. */
export function sizesOf(
  manifest: Record<string, ManifestEntry>,
  sizeOf: (file: string) => number,
): BundleSize[] {
  const sum = (files: Iterable<string>): number => [...files].reduce((all, file) => all + sizeOf(file), 0);
  const shell = filesOf(manifest, 'index.html');
  const first = new Set([...shell, ...filesOf(manifest, home)]);
  const pages = Object.keys(manifest).filter((key) => manifest[key]!.isDynamicEntry && key !== home);
  const indexPage = sizeOf('index.html');
  return [
    { name: 'first load', bytes: sum(first) + indexPage, limit: firstLoadLimit },
    ...pages.map((key) => ({
      name: key.replace(/^client\/pages\//, '').replace(/\.tsx?$/, ''),
      bytes: sum(filesOf(manifest, key).difference(shell)),
      limit: pageLimit,
    })),
  ];
}

export const tooLarge = (sizes: readonly BundleSize[]): BundleSize[] =>
  sizes.filter(({ bytes, limit }) => bytes > limit);
