import { parentPort, workerData } from 'node:worker_threads';

const { module, exported } = workerData as { module: string; exported: string };
const loaded = (await import(module)) as Record<string, (...args: unknown[]) => unknown>;
const task = loaded[exported];
if (!parentPort || typeof task !== 'function') throw new Error(`${module} exports no function ${exported}`);
const port = parentPort;

port.on('message', async (args: unknown[]) => {
  try {
    port.postMessage({ result: await task(...args) });
  } catch (error) {
    port.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
port.postMessage({ ready: true });
