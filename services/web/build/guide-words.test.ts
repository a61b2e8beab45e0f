import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { steps } from '../../../pipelines/workflow/step-table.ts';
import { guideFolder } from './write-guide.ts';

const client = join(import.meta.dirname, '..', 'client');
const chapters = readdirSync(guideFolder).filter((name) => name.endsWith('.md'));

/** What a page says, without its placeholders. */
const bare = (text: string): string => text.replace(/\{[^}]*\}/g, '').toLowerCase();

/** The Indonesian side of every catalogue, and what the workflow calls its steps. */
async function wordsOfTheDesk(): Promise<string[]> {
  const files = globSync('**/{texts,words,common,*-texts}.ts', { cwd: client });
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(client, file)).href)));
  const catalogues = modules.flatMap((module) => Object.values(module as Record<string, unknown>));
  const said = catalogues.flatMap((one) =>
    typeof one === 'object' && one !== null ? Object.values(one as Record<string, [string, string]>) : [],
  );
  return [...said.map(([indonesian]) => indonesian), ...steps.map(({ label }) => label)].map(bare);
}

describe('the guide names what stands on the pages', () => {
  let words: string[] = [];
  beforeAll(async () => {
    words = await wordsOfTheDesk();
  });

  it.each(chapters)('%s', (chapter) => {
    const markdown = readFileSync(join(guideFolder, chapter), 'utf8');
    const named = [...markdown.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name]) => name!);
    const unknown = named.filter((name) => !words.some((text) => text.includes(name.toLowerCase())));
    expect(unknown, 'in bold, but on no page').toEqual([]);
  });
});
