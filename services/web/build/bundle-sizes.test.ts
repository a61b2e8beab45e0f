import { describe, expect, it } from 'vitest';
import { sizesOf, tooLarge } from './bundle-sizes.ts';

const manifest = {
  'index.html': { file: 'desk.js', isEntry: true, imports: ['_shared.js'], css: ['desk.css'] },
  '_shared.js': { file: 'shared.js' },
  'client/pages/isu/isu-page.tsx': { file: 'isu.js', isDynamicEntry: true, imports: ['_shared.js'] },
  'client/pages/peta/peta-page.tsx': { file: 'peta.js', isDynamicEntry: true, imports: ['_shared.js'] },
};
const bytes: Record<string, number> = {
  'index.html': 1,
  'desk.js': 10,
  'desk.css': 100,
  'shared.js': 1_000,
  'isu.js': 10_000,
  'peta.js': 61 * 1_024,
};

describe('the sizes of the build', () => {
  const sizes = sizesOf(manifest, (file) => bytes[file] ?? 0);

  it('counts shell, shared parts and home once for the first load', () =>
    expect(sizes[0]).toMatchObject({ name: 'first load', bytes: 11_111 }));

  it('counts for a page only what it adds, and names what is too large', () => {
    expect(sizes[1]).toMatchObject({ name: 'peta/peta-page', bytes: 61 * 1_024 });
    expect(tooLarge(sizes).map(({ name }) => name)).toEqual(['peta/peta-page']);
  });
});
