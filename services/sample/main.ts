import { sampleStartEndingAt } from './sample-week.ts';
import { startSampleServer } from './server.ts';

/**
 * Serves the bundled week for other processes, as a stand-in for the web: `node services/sample/main.ts HOST PORT NAME`.
 * Prints its sources as one line of JSON. NAME is the host by which the others know it.
 */
const [host = '127.0.0.1', port = '8141', name = host] = process.argv.slice(2);
const sample = await startSampleServer({
  baseTime: sampleStartEndingAt(Date.now()),
  port: Number(port),
  listenOn: host,
  knownAs: name,
});
process.stdout.write(`${JSON.stringify({ origin: sample.origin, sources: sample.sources })}\n`);
process.on('SIGTERM', () => void sample.stop().then(() => process.exit(0)));
