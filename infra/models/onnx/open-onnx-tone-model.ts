import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import {
  type InferenceSession,
  type Tensor,
  type ToneModel,
  ToneModelUnavailable,
} from '../../../shared/ports/tone-model.ts';
import { createOnnxToneModel } from './create-onnx-tone-model.ts';
import { readTokeniser } from './read-tokeniser.ts';

/** Opens a network's file. */
export type OpenSession = (file: string) => Promise<InferenceSession>;

/** What is used of onnxruntime-node: it is no dependency, so its types are not here either. */
interface OnnxRuntime {
  InferenceSession: {
    create(file: string): Promise<{
      inputNames: readonly string[];
      outputNames: readonly string[];
      run(
        feeds: Record<string, unknown>,
      ): Promise<Record<string, { data: unknown; dims: readonly number[] }>>;
      release(): Promise<void>;
    }>;
  };
  Tensor: new (type: 'int64' | 'float32', data: Tensor['data'], dims: readonly number[]) => unknown;
}

const packageName = 'onnxruntime-node';

/** Where the package's entry is: beside the model, if it was installed there, else among the program's own. */
function runtimeEntry(folder: string): string {
  try {
    return pathToFileURL(createRequire(join(resolve(folder), 'model.onnx')).resolve(packageName)).href;
  } catch {
    return packageName;
  }
}

/** Loaded only here, only when a folder is set. @throws ToneModelUnavailable saying what to install */
async function loadRuntime(folder: string): Promise<OnnxRuntime> {
  try {
    const module = (await import(runtimeEntry(folder))) as OnnxRuntime & { default?: OnnxRuntime };
    return module.default ?? module;
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND' ? '' : ` (${String(error)})`;
    throw new ToneModelUnavailable(
      `SARING_TONE_MODEL_DIR needs the package ${packageName}: "npm install --prefix ${folder} ${packageName}", or unset it${why}`,
    );
  }
}

const openRuntimeSession: OpenSession = async (file) => {
  const { InferenceSession, Tensor } = await loadRuntime(dirname(file));
  const session = await InferenceSession.create(file).catch((error: unknown) => {
    throw new ToneModelUnavailable(`${file} cannot be read as a network: ${String(error)}`);
  });
  return {
    inputNames: session.inputNames,
    outputNames: session.outputNames,
    async run(inputs) {
      const feeds = Object.entries(inputs).map(([name, { data, dims }]) => [
        name,
        new Tensor(data instanceof BigInt64Array ? 'int64' : 'float32', data, dims),
      ]);
      return (await session.run(Object.fromEntries(feeds))) as Record<string, Tensor>;
    },
    close: () => session.release(),
  };
};

const configSchema = z.looseObject({
  id2label: z.record(z.string(), z.string()),
  max_position_embeddings: z.number().int().positive().optional(),
});

/** @returns null when the file is not there */
async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * The classifier in a folder: model.onnx, config.json (id2label), and tokenizer.json or vocab.txt, as the usual exporters
 * write them. @throws ToneModelUnavailable in one line that says what is missing
 */
export async function openOnnxToneModel(
  folder: string,
  openSession: OpenSession = openRuntimeSession,
): Promise<ToneModel> {
  const text = await readText(join(folder, 'config.json'));
  if (text === null)
    throw new ToneModelUnavailable(
      `${folder} holds no config.json: give the folder of an exported classifier`,
    );
  const config = configSchema.safeParse(asJson(text));
  if (!config.success)
    throw new ToneModelUnavailable(`${join(folder, 'config.json')} names no classes: it needs id2label`);
  const { id2label, max_position_embeddings: longest = 512 } = config.data;
  const labels = Object.entries(id2label)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, label]) => label);
  const tokeniser = await readTokeniser((name) => readText(join(folder, name)));
  const session = await openSession(join(folder, 'model.onnx'));
  return createOnnxToneModel({
    name: basename(folder),
    session,
    tokeniser,
    labels,
    maxPieces: Math.min(256, longest),
  });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Opens the model of a folder when it is first asked for, and closes it if it was. */
export function createToneModelOpener(folder: string): {
  open(): Promise<ToneModel>;
  close(): Promise<void>;
} {
  let opened: Promise<ToneModel> | null = null;
  return {
    open: () => {
      opened ??= openOnnxToneModel(folder);
      return opened;
    },
    close: async () => {
      // One that could not be opened has nothing to close; who asked for it was told.
      await opened?.then(
        (model) => model.close(),
        () => {},
      );
    },
  };
}
