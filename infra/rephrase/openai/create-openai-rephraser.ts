import { z } from 'zod';
import { FetchError, type Fetcher } from '../../../shared/ports/fetcher.ts';
import { type Rephraser, RephraserFailed } from '../../../shared/ports/rephraser.ts';

const answerSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().min(1).max(40_000) }) })).min(1),
});

export interface OpenAiOptions {
  /** Up to and without `/chat/completions`, e.g. `http://127.0.0.1:11434/v1`. */
  url: string;
  model: string;
  key?: string | undefined;
  /** Must let the end point's address through; nothing else needs it. */
  fetcher: Fetcher;
}

/** Any server that speaks OpenAI's chat completions, a local one as well as a remote one. */
export function createOpenAiRephraser({ url, model, key, fetcher }: OpenAiOptions): Rephraser {
  const endpoint = `${url.replace(/\/+$/, '')}/chat/completions`;
  return {
    name: model,
    async rephrase({ instruction, text }) {
      const body = JSON.stringify({
        model,
        // Near the likeliest words: the facts must stay as they are.
        temperature: 0.2,
        stream: false,
        messages: [
          { role: 'system', content: instruction },
          { role: 'user', content: text },
        ],
      });
      const headers = {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      };
      try {
        const answer = await fetcher.fetch({ url: endpoint, kind: 'api', method: 'POST', headers, body });
        const { choices } = answerSchema.parse(JSON.parse(new TextDecoder().decode(answer.body)));
        return choices[0]!.message.content.trim();
      } catch (error) {
        if (error instanceof FetchError) throw new RephraserFailed(error.explanation, { cause: error });
        throw new RephraserFailed('Model bahasa menjawab dengan bentuk yang tidak dikenal.', {
          cause: error,
        });
      }
    },
  };
}
