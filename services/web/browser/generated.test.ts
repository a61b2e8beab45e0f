import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeApi, generatedFile } from '../main.ts';

it('has the types of the API as it is now (npm run web:types)', async () => {
  expect(readFileSync(generatedFile, 'utf8') === (await describeApi())).toBe(true);
});
