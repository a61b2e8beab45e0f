export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects looked at in one page's JSON-LD; a page measured at most has 120. */
const maxObjects = 2_000;

/** All objects in a page's JSON-LD blocks, outer before inner. Blocks that are no JSON are passed over. */
export function readJsonLd(blocks: readonly string[]): JsonObject[] {
  const found: JsonObject[] = [];
  const queue: unknown[] = blocks.map(parseLoosely);
  for (let at = 0; at < queue.length && found.length < maxObjects; at++) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, maxObjects));
    if (!isJsonObject(value)) continue;
    found.push(value);
    for (const inner of Object.values(value))
      if (typeof inner === 'object' && inner !== null) queue.push(inner);
  }
  return found;
}

/** Many pages put raw line breaks into strings or wrap the block in comments or CDATA. */
function parseLoosely(block: string): unknown {
  const bare = block.replace(/^\s*(?:<!--|\/\*|<!\[CDATA\[)?|(?:-->|\*\/|\]\]>)?\s*;?\s*$/g, '');
  for (const text of [bare, bare.replace(/[\0-\x1f]+/g, ' ')]) {
    try {
      return JSON.parse(text);
    } catch {
      // The next form may do.
    }
  }
  return null;
}

/** The short names of an object's types: `https://schema.org/NewsArticle` → `newsarticle`. */
export function typesOf(object: JsonObject): string[] {
  const stated = object['@type'];
  const list = Array.isArray(stated) ? stated : [stated];
  return list
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#]/, '').toLowerCase());
}

const articleTypes = /article$|^blogposting$|^report$|^socialmediaposting$|^webpage$/;

/** The object that describes the page's article: proper articles before pages. */
export function articleObject(objects: readonly JsonObject[]): JsonObject | null {
  const articles = objects.filter((object) => typesOf(object).some((type) => articleTypes.test(type)));
  const named = articles.filter(
    (object) => typeof object['headline'] === 'string' || 'articleBody' in object,
  );
  return named[0] ?? articles[0] ?? null;
}

/** A string, the first string of a list, or the `name`, `url` or `@id` of an object. */
export function textValue(value: unknown, ...keys: readonly string[]): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) {
    for (const one of value.slice(0, 10)) {
      const text = textValue(one, ...keys);
      if (text !== null) return text;
    }
    return null;
  }
  if (!isJsonObject(value)) return null;
  for (const key of keys) {
    const text = value[key];
    if (typeof text === 'string' && text.trim() !== '') return text.trim();
  }
  return null;
}
