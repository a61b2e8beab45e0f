import { connect, createServer } from 'node:net';
import { freePort } from '../../../../infra/stack/server-process.ts';

/**
 * A real server behind a proxy on loopback that says `to` wherever it said `from`; both have the same length, so that no
 * protocol notices. Stands in for a version that cannot be installed here.
 */
export async function startRewritingProxy(
  target: string,
  from: string,
  to: string,
): Promise<{ url: string; close(): void }> {
  if (from.length !== to.length) throw new Error('both texts must have the same length');
  const { hostname, port } = new URL(target);
  const own = await freePort();
  const server = createServer((incoming) => {
    const outgoing = connect(Number(port), hostname);
    outgoing.on('data', (bytes: Buffer) =>
      incoming.write(Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')),
    );
    incoming.pipe(outgoing);
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const)
      one.on('error', () => {}).on('close', () => other.destroy());
  });
  await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve));
  return { url: target.replace(`:${port}`, `:${own}`), close: () => server.close() };
}
