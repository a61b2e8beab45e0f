import { cpSync, existsSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ToneModelUnavailable } from '../../../shared/ports/tone-model.ts';
import { openOnnxToneModel } from './open-onnx-tone-model.ts';

/** A folder in which `npm install onnxruntime-node` was run; the program itself does without. */
const given = process.env['SARING_TEST_ONNX_RUNTIME'];
const isInstalled = (() => {
  try {
    createRequire(given ? join(given, 'x.js') : import.meta.url).resolve('onnxruntime-node');
    return true;
  } catch {
    return false;
  }
})();
const title = isInstalled
  ? 'with the real onnxruntime-node'
  : 'with the real onnxruntime-node (skipped: not installed; SARING_TEST_ONNX_RUNTIME names a folder that has it)';

/** The tiny classifier beside the runtime, as an operator would lay them out. */
function modelFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'saring-tiny-'));
  cpSync(join(import.meta.dirname, 'testdata/tiny'), folder, { recursive: true });
  if (given && existsSync(join(given, 'node_modules')))
    symlinkSync(join(given, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

describe.skipIf(!isInstalled)(title, () => {
  it('reads moods by the network, batches and padding of unlike lengths included', async () => {
    const model = await openOnnxToneModel(modelFolder());
    const texts = [
      'Petugasnya ramah, cepat dan rapi!',
      'Surat suara rusak.',
      'KPU',
      'lambat '.repeat(40),
      '',
      '😡',
      ...Array.from({ length: 30 }, () => 'TPS tertib'),
    ];
    const answers = await model.read(texts);
    expect(answers.slice(0, 6).map(({ value }) => value)).toEqual([
      'positive',
      'negative',
      'neutral',
      'negative',
      'neutral',
      'neutral',
    ]);
    expect(answers.slice(6).every(({ value }) => value === 'positive')).toBe(true);
    // One bad piece: logits −1, 1, 1.5. The padding of longer neighbours adds nothing.
    const sum = Math.exp(-1) + Math.exp(1) + Math.exp(1.5);
    expect(answers[1]!.confidence).toBeCloseTo(Math.exp(1.5) / sum, 5);
    await model.close();
  });

  it('says in one line that a file is no network', async () => {
    const folder = modelFolder();
    writeFileSync(join(folder, 'model.onnx'), 'not a network');
    await expect(openOnnxToneModel(folder)).rejects.toThrow(ToneModelUnavailable);
    await expect(openOnnxToneModel(folder)).rejects.toThrow(/cannot be read as a network/);
  });
});
