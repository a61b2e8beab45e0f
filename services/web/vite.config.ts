import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { finishBuild } from './build/finish-build.ts';

/** `vite build services/web` → services/web/dist; `vite services/web` serves it for work on it, with a program at 8140. */
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  css: { transformer: 'lightningcss' },
  server: { port: 8142, proxy: { '/v1': 'http://127.0.0.1:8140' } },
  build: {
    outDir: 'dist',
    // The last Chrome for Windows 7 (109): office computers of small units still run it.
    target: 'chrome109',
    manifest: true,
    modulePreload: { polyfill: false },
    // A stylesheet as a data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        desk: resolve(import.meta.dirname, 'index.html'),
        'service-worker': resolve(import.meta.dirname, 'client/service-worker.ts'),
      },
      output: {
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
  plugins: [finishBuild()],
});
