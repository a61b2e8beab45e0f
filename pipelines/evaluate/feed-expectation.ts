/** A value as the expectations of the feedparser test files write it. */
export type Literal = string | number | boolean | null | readonly Literal[];

/** `entries[0]['author_detail']['name'] == 'x'` → path and literal. */
export interface Expectation {
  path: readonly (string | number)[];
  expected: Literal;
}

type Token = { kind: 'string' | 'name' | 'number' | 'sign'; text: string };

/**
 * Reads the conjunction of comparisons at the head of a feedparser test file. Clauses of any other form (function
 * calls, `bozo`, dictionaries) say nothing about fields and are left out.
 */
export function readExpectations(expression: string): Expectation[] {
  const out: Expectation[] = [];
  for (const clause of splitClauses(tokenize(expression))) {
    const sides = splitOn(clause, '==');
    if (sides.length !== 2) continue;
    const path = readPath(sides[0]!);
    const literal = readLiteral(sides[1]!);
    if (path && literal) out.push({ path, expected: literal.value });
  }
  return out;
}

const tokenPattern =
  /\s*(?:u?'((?:[^'\\]|\\.)*)'|u?"((?:[^"\\]|\\.)*)"|([A-Za-z_]\w*)|(-?\d+(?:\.\d+)?)|(==|!=|[()[\]{},.+:]))/suy;

function tokenize(expression: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(tokenPattern);
  while (pattern.lastIndex < expression.length) {
    const match = pattern.exec(expression);
    if (!match) break;
    const [, single, double, name, number, sign] = match;
    const quoted = single ?? double;
    if (quoted !== undefined) tokens.push({ kind: 'string', text: readEscapes(quoted) });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else tokens.push({ kind: 'sign', text: sign! });
  }
  return tokens;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '0': '\0',
};

function readEscapes(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([\s\S]))/gi,
    (whole, x, u, long, other) => {
      const hex = x ?? u ?? long;
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return escapes[other] ?? whole;
    },
  );
}

/** Splits at `and` outside brackets, and takes off brackets that enclose a whole clause. */
function splitClauses(tokens: readonly Token[]): Token[][] {
  const parts = splitOn(tokens, 'and');
  if (parts.length > 1) return parts.flatMap(splitClauses);
  const only = parts[0] ?? [];
  if (only[0]?.text === '(' && only[0].kind === 'sign' && closing(only) === only.length - 1) {
    return splitClauses(only.slice(1, -1));
  }
  return [only];
}

function closing(tokens: readonly Token[]): number {
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'sign') continue;
    if ('([{'.includes(token.text)) depth += 1;
    else if (')]}'.includes(token.text)) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function splitOn(tokens: readonly Token[], separator: string): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'sign' && '([{'.includes(token.text)) depth += 1;
    else if (token.kind === 'sign' && ')]}'.includes(token.text)) depth -= 1;
    if (depth === 0 && token.kind !== 'string' && token.text === separator) parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts;
}

function readPath(tokens: readonly Token[]): (string | number)[] | null {
  const [head, ...rest] = tokens;
  if (head?.kind !== 'name') return null;
  const path: (string | number)[] = [head.text];
  for (let at = 0; at < rest.length; ) {
    const [sign, key, end] = [rest[at], rest[at + 1], rest[at + 2]];
    if (sign?.text === '.' && key?.kind === 'name') {
      path.push(key.text);
      at += 2;
    } else if (sign?.text === '[' && key && end?.text === ']') {
      path.push(key.kind === 'number' ? Number(key.text) : key.text);
      at += 3;
    } else {
      return null;
    }
  }
  return path;
}

function readLiteral(tokens: readonly Token[]): { value: Literal } | null {
  const parts = splitOn(tokens, '+');
  if (parts.length > 1) {
    const texts = parts.map((part) => readLiteral(part)?.value);
    return texts.every((text) => typeof text === 'string') ? { value: texts.join('') } : null;
  }
  const [first] = tokens;
  if (!first) return null;
  if (tokens.every((token) => token.kind === 'string'))
    return { value: tokens.map((token) => token.text).join('') };
  if (first.text === '(' || first.text === '[') {
    if (closing(tokens) !== tokens.length - 1) return null;
    const items = splitOn(tokens.slice(1, -1), ',').filter((item) => item.length > 0);
    const values = items.map((item) => readLiteral(item));
    if (!values.every((value) => value !== null)) return null;
    const list = values.map((value) => value.value);
    return { value: first.text === '(' && list.length === 1 && items.length === 1 ? list[0]! : list };
  }
  if (tokens.length !== 1) return null;
  if (first.kind === 'number') return { value: Number(first.text) };
  const words: Readonly<Record<string, Literal>> = { None: null, True: true, False: false };
  return first.kind === 'name' && first.text in words ? { value: words[first.text]! } : null;
}
