import { Parser, type ParserOptions } from 'htmlparser2';

export interface SaxHandler {
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string, implied: boolean): void;
  text?(text: string): void;
  literal?(inside: boolean): void;
}

export interface SaxLimits {
  /** Elements open at the same time. The parser's own stack costs quadratic time beyond some thousands. */
  maxDepth: number;
  maxTags: number;
  /** Of one element. Tree builders compare every attribute with all before it: 100,000 of them took cheerio two minutes. */
  maxAttributes: number;
}

/** Pages measured stay below 60 levels and 12,000 tags; whoever has more is hostile or broken. */
export const pageLimits: SaxLimits = { maxDepth: 256, maxTags: 60_000, maxAttributes: 500 };
/** Feeds hold many entries: 10 MB of the smallest useful ones. */
export const feedLimits: SaxLimits = { maxDepth: 256, maxTags: 500_000, maxAttributes: 500 };

/**
 * Walks markup once, without a tree. Stops where a limit is passed; what came before stays handled, and elements still
 * open are closed.
 * @returns false when a limit stopped it
 */
export function walkMarkup(
  markup: string,
  handler: SaxHandler,
  options: ParserOptions & { limits: SaxLimits },
): boolean {
  const { limits, ...parserOptions } = options;
  const openNames: string[] = [];
  let tags = 0;
  let attributesSeen = 0;
  let within = true;
  const stop = (): void => {
    within = false;
    parser.pause();
  };
  const parser: Parser = new Parser(
    {
      onattribute() {
        attributesSeen += 1;
        if (within && attributesSeen > limits.maxAttributes) stop();
      },
      onopentag(name, attributes) {
        if (!within) return;
        tags += 1;
        attributesSeen = 0;
        if (openNames.length >= limits.maxDepth || tags > limits.maxTags) return stop();
        openNames.push(name);
        handler.open?.(name, attributes);
      },
      onclosetag(name, implied) {
        if (!within) return;
        openNames.pop();
        handler.close?.(name, implied);
      },
      ontext(text) {
        if (within) handler.text?.(text);
      },
      oncdatastart() {
        handler.literal?.(true);
      },
      oncdataend() {
        handler.literal?.(false);
      },
    },
    parserOptions,
  );
  parser.write(markup);
  if (within) parser.end();
  else for (const name of openNames.reverse()) handler.close?.(name, true);
  return within;
}
