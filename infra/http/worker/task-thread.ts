import { Worker } from 'node:worker_threads';

export interface TaskThreadOptions {
  /** The module whose function runs in the thread. */
  module: URL;
  /** Its exported function; arguments and result cross by structured clone. */
  exported: string;
  /** A task that takes longer is ended together with its thread. Chosen: a hundred times an ordinary page. */
  timeoutMs?: number;
  /** Old-generation heap of the thread; ten times what the largest page measured needs. */
  maxHeapMb?: number;
  /** Nursery of the thread; the engine's own choice when left out. */
  maxYoungMb?: number;
  /** What the module finds as `data` in its `workerData`. */
  data?: unknown;
}

/** The task was ended because it took too long or too much memory; `explanation` is Indonesian. */
export class TaskEnded extends Error {
  readonly code: 'task_timed_out' | 'task_crashed' | 'task_closed';
  readonly explanation: string;
  constructor(code: TaskEnded['code'], cause?: unknown) {
    super(code, { cause });
    this.name = 'TaskEnded';
    this.code = code;
    this.explanation =
      code === 'task_timed_out'
        ? 'Isi terlalu lama diolah, jadi dihentikan.'
        : 'Isi membuat pengolahnya berhenti, jadi dilewati.';
  }
}

export interface TaskThread<Arguments extends readonly unknown[], Result> {
  /**
   * Runs one task after those before it.
   * @throws TaskEnded, or an Error with the message of what the function threw
   */
  run(...args: Arguments): Promise<Result>;
  close(): Promise<void>;
}

interface Waiting {
  args: readonly unknown[];
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/**
 * Runs a pure function on hostile input beside the process: the process waits without stalling, and a task that hangs
 * costs its thread and nothing else. The thread is started with the first task and again after an accident.
 */
export function createTaskThread<Arguments extends readonly unknown[], Result>(
  options: TaskThreadOptions,
): TaskThread<Arguments, Result> {
  const timeoutMs = options.timeoutMs ?? 500;
  const queue: Waiting[] = [];
  let worker: Worker | null = null;
  let current: Waiting | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const settle = (finish: (task: Waiting) => void): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    const task = current;
    current = null;
    if (task) finish(task);
    next();
  };
  const lose = (dead: Worker, code: TaskEnded['code'], cause?: unknown): void => {
    if (worker !== dead) return;
    worker = null;
    void dead.terminate();
    settle((task) => task.reject(new TaskEnded(code, cause)));
  };
  const start = (): Worker => {
    const fresh = new Worker(new URL('./thread-main.mjs', import.meta.url), {
      workerData: { module: options.module.href, exported: options.exported, data: options.data },
      resourceLimits: {
        maxOldGenerationSizeMb: options.maxHeapMb ?? 256,
        ...(options.maxYoungMb === undefined ? {} : { maxYoungGenerationSizeMb: options.maxYoungMb }),
      },
    });
    fresh.unref();
    fresh.on('message', (message: { ready: true } | { result: unknown } | { error: string }) => {
      if ('ready' in message) arm(fresh);
      else if ('error' in message) settle((task) => task.reject(new Error(message.error)));
      else settle((task) => task.resolve(message.result));
    });
    fresh.on('error', (error) => lose(fresh, 'task_crashed', error));
    fresh.on('exit', () => lose(fresh, 'task_crashed'));
    return fresh;
  };
  /** Loading the module is not the task's fault, so its time counts from when the thread is ready. */
  let readyWorker: Worker | null = null;
  const arm = (ready: Worker): void => {
    readyWorker = ready;
    if (current && !timer && worker === ready)
      timer = setTimeout(() => lose(ready, 'task_timed_out'), timeoutMs);
  };
  const next = (): void => {
    if (current || closed) return;
    const task = queue.shift();
    if (!task) return;
    current = task;
    worker ??= start();
    worker.postMessage(task.args);
    if (readyWorker === worker) arm(worker);
  };

  return {
    run(...args) {
      if (closed) return Promise.reject(new TaskEnded('task_closed'));
      return new Promise<Result>((resolve, reject) => {
        queue.push({ args, resolve: resolve as (result: unknown) => void, reject });
        next();
      });
    },
    async close() {
      closed = true;
      const dead = worker;
      worker = null;
      if (timer) clearTimeout(timer);
      for (const task of [...(current ? [current] : []), ...queue.splice(0)])
        task.reject(new TaskEnded('task_closed'));
      current = null;
      await dead?.terminate();
    },
  };
}
