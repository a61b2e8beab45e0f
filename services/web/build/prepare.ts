import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Run by npm after an install: builds the desk, so that `npm install && npm start` opens it. An install for production
 * only (an image) has no Vite and leaves the desk out; a build that fails must not make the install fail, since the
 * program runs without a desk and says so.
 */
const root = resolve(import.meta.dirname, '..', '..', '..');
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
if (existsSync(vite)) {
  const args = [vite, 'build', 'services/web', '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0)
    console.error('The desk could not be built: npm run build says why. Everything else works.');
  if (status !== 0 && process.env['CI'] === 'true') process.exit(1);
}
