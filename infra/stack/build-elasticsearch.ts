import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findProgram, versionsIn } from './find-program.ts';
import { ServerMissing } from './server-process.ts';

const source = join(import.meta.dirname, 'elasticsearch-node');
const pom = join(source, 'pom.xml');
/** Elasticsearch 9 is compiled for Java 21. */
const leastJava = 21;

/** The version that the tests run; docker-compose.yml names the same one. */
export const elasticsearchVersion = (): string =>
  /<elasticsearch\.version>([^<]+)</.exec(readFileSync(pom, 'utf8'))?.[1] ?? 'unknown';

/** The folder of a JDK that is new enough: JAVA_HOME, else the newest under /usr/lib/jvm; null without one. */
export function findJdk(): string | null {
  const homes = [process.env['JAVA_HOME'], ...versionsIn('/usr/lib/jvm')].filter(
    (home) => home !== undefined,
  );
  return homes.find((home) => javaVersion(home) >= leastJava) ?? null;
}

function javaVersion(home: string): number {
  if (!existsSync(join(home, 'bin', 'javac')) || !existsSync(join(home, 'release'))) return 0;
  const release = readFileSync(join(home, 'release'), 'utf8');
  return Number(/JAVA_VERSION="(\d+)/.exec(release)?.[1] ?? 0);
}

/** Why Elasticsearch cannot be built here; null when it can. */
export function elasticsearchMissing(): string | null {
  if (!findJdk()) return `no JDK ${leastJava} or newer: set JAVA_HOME or install one below /usr/lib/jvm`;
  return findProgram('mvn') ? null : 'Maven is not installed: apt-get install maven';
}

export interface ElasticsearchBuild {
  java: string;
  /** Has `modules` and `plugins`. */
  home: string;
  classPath: string;
}

/**
 * Fetches the server's artifacts and compiles the launcher, once a version; kept in the user's cache folder.
 * Built beside its place and moved there, so that two who build at once do not see half of it.
 * @throws ServerMissing when there is no JDK or no Maven
 */
export function buildElasticsearch(): ElasticsearchBuild {
  const missing = elasticsearchMissing();
  const [jdk, maven] = [findJdk(), findProgram('mvn')];
  if (!jdk || !maven) throw new ServerMissing(`Elasticsearch cannot be built: ${missing}`);
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'saring');
  const home = join(cache, `elasticsearch-${elasticsearchVersion()}`);
  if (!existsSync(home)) {
    mkdirSync(cache, { recursive: true });
    const draft = mkdtempSync(`${home}-`);
    buildInto(draft, jdk, maven);
    try {
      renameSync(draft, home);
    } catch (error) {
      rmSync(draft, { recursive: true });
      if (!existsSync(home)) throw error;
    }
  }
  const classPath = [join(home, 'classes'), join(home, 'lib', '*')].join(':');
  return { java: join(jdk, 'bin', 'java'), home, classPath };
}

function buildInto(home: string, jdk: string, maven: string): void {
  const [lib, classes, plugin] = ['lib', 'classes', 'plugin-classes'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  const transport = join(home, 'modules', 'transport-netty4');
  const analysis = join(home, 'plugins', 'saring-indonesian');
  for (const folder of [lib, classes, plugin, transport, analysis]) mkdirSync(folder, { recursive: true });
  const env = { ...process.env, JAVA_HOME: jdk };
  execFileSync(maven, ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for (const name of readdirSync(lib).filter((jar) => /^(netty-|transport-netty4-)/.test(jar)))
    renameSync(join(lib, name), join(transport, name));
  const compile = (className: string, to: string): void => {
    const file = join(source, 'src', 'saring', 'node', `${className}.java`);
    execFileSync(join(jdk, 'bin', 'javac'), ['-cp', join(lib, '*'), '-d', to, file], { stdio: 'pipe' });
  };
  compile('TestNode', classes);
  compile('IndonesianPlugin', plugin);
  describePlugin(transport, 'transport-netty4', 'org.elasticsearch.transport.netty4.Netty4Plugin');
  describePlugin(analysis, 'saring-indonesian', 'saring.node.IndonesianPlugin');
  const jar = join(analysis, 'plugin.jar');
  execFileSync(join(jdk, 'bin', 'jar'), ['--create', '--file', jar, '-C', plugin, '.'], { stdio: 'pipe' });
  rmSync(plugin, { recursive: true });
}

function describePlugin(folder: string, name: string, className: string): void {
  const lines = {
    name,
    description: name,
    version: elasticsearchVersion(),
    'elasticsearch.version': elasticsearchVersion(),
    'java.version': String(leastJava),
    classname: className,
  };
  const text = Object.entries(lines).map(([key, value]) => `${key}=${value}\n`);
  writeFileSync(join(folder, 'plugin-descriptor.properties'), text.join(''));
}
