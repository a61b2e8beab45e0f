import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildElasticsearch, findJdk } from './build-elasticsearch.ts';
import { cacheFolder } from './compose-engine.ts';
import { findProgram } from './find-program.ts';
import { ServerMissing } from './server-process.ts';

const standIn = join(import.meta.dirname, 'compose-stand-in');
const root = join(import.meta.dirname, '..', '..');
/** Debian 12, as the official images of this installation are. */
const debian = { suite: 'bookworm', mirror: 'http://deb.debian.org/debian' };
const packages = ['ca-certificates', 'curl', 'redis-server', 'redis-tools', 'postgresql-15', 'procps'];

// The classic builder: the newer one is a plugin that is not everywhere.
const docker = (...args: string[]): string =>
  execFileSync('docker', args, {
    env: { ...process.env, DOCKER_BUILDKIT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  }).toString();

const isThere = (image: string): boolean => {
  try {
    docker('image', 'inspect', image);
    return true;
  } catch {
    return false;
  }
};

/** Every image that docker-compose.yml and Dockerfile name, by the stage of the stand-ins' Dockerfile. */
export function officialImages(): Record<'node' | 'redis' | 'postgres' | 'elasticsearch', string> {
  const compose = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
  const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
  const named = (pattern: RegExp, text: string): string => {
    const [, name] = pattern.exec(text) ?? [];
    if (!name) throw new ServerMissing(`no image matches ${pattern}`);
    return name;
  };
  return {
    node: named(/^FROM (node:\S+)/m, dockerfile),
    redis: named(/image: (redis:\S+)/, compose),
    postgres: named(/image: (postgres:\S+)/, compose),
    elasticsearch: named(/image: (\S+\/elasticsearch:\S+)/, compose),
  };
}

/** A Debian with the servers' packages, as one archive; made once. */
function debianArchive(): string {
  const archive = join(cacheFolder, `debian-${debian.suite}.tar`);
  if (existsSync(archive)) return archive;
  const debootstrap = findProgram('debootstrap', ['/usr/sbin']);
  if (!debootstrap) throw new ServerMissing('debootstrap is not installed: apt-get install debootstrap');
  const folder = mkdtempSync(join(tmpdir(), 'saring-debian-'));
  const args = ['--variant=minbase', `--include=${packages.join()}`, debian.suite, folder, debian.mirror];
  execFileSync(debootstrap, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  // The authorities that this machine trusts, so that packages can be fetched from inside as they are from here.
  const authorities = 'etc/ssl/certs/ca-certificates.crt';
  if (existsSync(`/${authorities}`)) cpSync(`/${authorities}`, join(folder, authorities));
  mkdirSync(cacheFolder, { recursive: true });
  execFileSync('tar', [
    '-C',
    folder,
    '--exclude=./dev/*',
    '--exclude=./var/cache/apt/*',
    '-cf',
    archive,
    '.',
  ]);
  rmSync(folder, { recursive: true, force: true });
  return archive;
}

/** Builds a stand-in under the name of every official image that is not on this machine. @returns those built */
export function buildStandIns(): string[] {
  const wanted = Object.entries(officialImages()).filter(([, image]) => !isThere(image));
  if (wanted.length === 0) return [];
  const npm = findProgram('npm');
  const jdk = findJdk();
  if (!npm || !jdk) throw new ServerMissing('the stand-in images need npm and a JDK');
  const context = mkdtempSync(join(tmpdir(), 'saring-images-'));
  cpSync(standIn, context, { recursive: true });
  cpSync(debianArchive(), join(context, 'root.tar'));
  cpSync(process.execPath, join(context, 'node'));
  const npmFolder = execFileSync('readlink', ['-f', npm]).toString().trim();
  cpSync(dirname(dirname(npmFolder)), join(context, 'npm'), { recursive: true, dereference: true });
  cpSync(jdk, join(context, 'jdk'), { recursive: true, dereference: true });
  cpSync(buildElasticsearch().home, join(context, 'elasticsearch'), { recursive: true });
  for (const [target, image] of wanted) docker('build', '-q', '--target', target, '-t', image, context);
  rmSync(context, { recursive: true, force: true });
  return wanted.map(([, image]) => image);
}

/** The program's own image, by the Dockerfile that users build. */
export function buildProgram(image: string): void {
  docker('build', '-q', '--network', 'host', '-t', image, root);
}
