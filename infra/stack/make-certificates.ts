import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './find-program.ts';

/** An authority of a test, and what a server of loopback shows that it vouches for. */
export interface Certificates {
  caFile: string;
  certFile: string;
  keyFile: string;
  remove(): void;
}

export const opensslMissing = (): string | null =>
  findProgram('openssl') ? null : 'openssl is not installed';

/** @param owner the user that the server runs as, where it reads no key of somebody else's */
export function makeCertificates(owner?: { uid: number; gid: number }): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'saring-certificates-'));
  chmodSync(folder, 0o755);
  const [caFile, caKey] = [join(folder, 'ca.pem'), join(folder, 'ca.key')];
  const [certFile, keyFile] = [join(folder, 'server.pem'), join(folder, 'server.key')];
  const openssl = (...args: string[]): void => void execFileSync('openssl', args, { stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  openssl('req', '-x509', ...key, '-keyout', caKey, '-out', caFile, '-subj', '/CN=saring test authority');
  openssl(
    ...['req', '-x509', ...key, '-keyout', keyFile, '-out', certFile, '-subj', '/CN=localhost'],
    ...['-CA', caFile, '-CAkey', caKey, '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'],
    ...['-addext', 'basicConstraints=critical,CA:FALSE'],
  );
  const { uid, gid } = owner ?? statSync(folder);
  chownSync(keyFile, uid, gid);
  chmodSync(keyFile, 0o600);
  return { caFile, certFile, keyFile, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
