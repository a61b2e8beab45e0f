import type { ItemLabeller, LabelAnswer, LabelTask } from '../../../shared/ports/item-labeller.ts';
import { createTaskThread, TaskEnded } from './task-thread.ts';

export interface ThreadLabellerOptions {
  /** The module that exports `label`. */
  module: URL;
  /** What the module finds in `workerData.data`. */
  data: unknown;
  /** A batch that takes longer is cut in halves until the item that holds it up is found. */
  timeoutMs?: number;
  /** Of the thread, in MB; default 2, which suits an office PC. */
  nurseryMb?: number;
}

/** A full batch of long articles takes a second on a slow office PC; this is sixty times as long. */
const defaultTimeoutMs = 60_000;
/** The models and the words remembered take 60 MB; the rest is room for a batch. */
const heapMb = 160;

/** Labels in a thread of its own: the process goes on answering, and a second core is put to use. */
export function createThreadLabeller({
  module,
  data,
  timeoutMs,
  nurseryMb = 2,
}: ThreadLabellerOptions): ItemLabeller {
  const thread = createTaskThread<[readonly LabelTask[]], LabelAnswer[]>({
    module,
    exported: 'label',
    data,
    timeoutMs: timeoutMs ?? defaultTimeoutMs,
    maxHeapMb: heapMb,
    maxYoungMb: nurseryMb,
  });
  const label = async (tasks: readonly LabelTask[]): Promise<LabelAnswer[]> => {
    try {
      return await thread.run(tasks);
    } catch (error) {
      if (!(error instanceof TaskEnded) || error.code === 'task_closed') throw error;
      if (tasks.length === 1) return [{ unreadable: error.explanation }];
      const half = tasks.length >> 1;
      return [...(await label(tasks.slice(0, half))), ...(await label(tasks.slice(half)))];
    }
  };
  return { label, close: () => thread.close() };
}
