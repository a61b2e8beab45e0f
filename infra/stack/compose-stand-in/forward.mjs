import { connect, createServer } from 'node:net';

/** Passes connections on from one port of all interfaces to another of loopback. */
const [from, to] = process.argv.slice(2).map(Number);
createServer((incoming) => {
  const outgoing = connect(to, '127.0.0.1');
  incoming.on('error', () => outgoing.destroy()).on('close', () => outgoing.destroy());
  outgoing.on('error', () => incoming.destroy()).on('close', () => incoming.destroy());
  incoming.pipe(outgoing).pipe(incoming);
}).listen(from, '0.0.0.0');
