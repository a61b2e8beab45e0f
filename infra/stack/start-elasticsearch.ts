import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildElasticsearch } from './build-elasticsearch.ts';
import { dataFolderOf, freePort, type RunningServer, runServer } from './server-process.ts';

/** 15 s on two idle cores; after a crash, with indices to recover and other work on the machine, minutes. */
const readyWithinMs = 240_000;

interface ElasticsearchOptions {
  /** Of the Java heap; default 512: the tests hold a few thousand items. */
  heapMb?: number;
  /** Also with Java's second compiler, as installations run; it pays for a server that is busy for minutes. */
  compileFully?: boolean;
  /** See `dataFolderOf`. */
  keepIn?: string | undefined;
}

/**
 * A real single-node Elasticsearch of its own on free ports of loopback, ready when its health is at least yellow.
 * @throws ServerMissing when it is not built yet and cannot be
 */
export async function startElasticsearch({
  heapMb = 512,
  compileFully = false,
  keepIn,
}: ElasticsearchOptions = {}): Promise<RunningServer> {
  const { java, home, classPath } = buildElasticsearch();
  const [httpPort, transportPort] = [await freePort(), await freePort()];
  const { path: folder, remove } = dataFolderOf('elasticsearch', keepIn);
  mkdirSync(join(folder, 'config'), { recursive: true });
  const archive = join(home, 'classes.jsa');
  // The archive of loaded classes and the simpler collector halve the time to start on two cores.
  const jvm = [`-Xms${heapMb}m`, `-Xmx${heapMb}m`, '-XX:+UseSerialGC', '-Xshare:auto'];
  // The second compiler took 14 of the 24 s that the first 6,000 items cost (measured); servers of tests end before it
  // pays, and 50,000 items are no more than a warm-up to it.
  if (!compileFully) jvm.push('-XX:TieredStopAtLevel=1');
  jvm.push('-XX:+AutoCreateSharedArchive', `-XX:SharedArchiveFile=${archive}`);
  jvm.push('--enable-native-access=ALL-UNNAMED', '--add-modules=jdk.incubator.vector');
  const main = [
    '-cp',
    classPath,
    'saring.node.TestNode',
    home,
    folder,
    String(httpPort),
    String(transportPort),
  ];
  const url = `http://127.0.0.1:${httpPort}`;
  const isReady = async (): Promise<boolean> => {
    const answer = await fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=1s`);
    return answer.ok;
  };
  return runServer(url, { command: java, args: [...jvm, ...main], isReady, readyWithinMs }, remove);
}
