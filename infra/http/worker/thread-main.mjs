import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

// JavaScript, and the cache before anything else: a thread that meets TypeScript without it loads the engine's type
// stripper, a compiler in WebAssembly that stays in memory for good (18 MB a thread, measured).
enableCompileCache();

/** @type {{ module: string, exported: string }} */
const { module, exported } = workerData;
const loaded = await import(module);
const task = loaded[exported];
if (!parentPort || typeof task !== 'function') throw new Error(`${module} exports no function ${exported}`);
const port = parentPort;

port.on('message', async (/** @type {unknown[]} */ args) => {
  try {
    port.postMessage({ result: await task(...args) });
  } catch (error) {
    port.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
port.postMessage({ ready: true });
// At once: a thread is often ended together with its process.
flushCompileCache();
