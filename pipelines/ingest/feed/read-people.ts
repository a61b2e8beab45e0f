import { oneLine } from '../text/plain-text.ts';
import type { FeedPerson } from './feed.ts';
import { elementsOf, hasElements, resolveUrl, textOf, type XmlElement } from './xml-element.ts';

const authorNames = ['author', 'dc:author', 'dc:creator', 'atom:author', 'managingeditor', 'itunes:author'];

export interface People {
  author: FeedPerson | null;
  authors: readonly FeedPerson[];
  contributors: readonly FeedPerson[];
}

/** The people an element names as its authors and contributors, in document order within each kind of element. */
export function readPeople(element: XmlElement): People {
  const authors = authorNames
    .flatMap((name) => elementsOf(element, name).map(readPerson))
    .filter((p) => p !== null);
  const contributors = ['contributor', 'dc:contributor', 'atom:contributor']
    .flatMap((name) => elementsOf(element, name).map(readPerson))
    .filter((p) => p !== null);
  return { author: authors[0] ?? null, authors, contributors };
}

/** Atom's person construct, or a line such as `humas@kpu.example (Humas)` or `Humas <humas@kpu.example>`. */
export function readPerson(element: XmlElement): FeedPerson | null {
  if (!hasElements(element)) return parsePersonLine(textOf(element));
  const part = (...locals: string[]): string | null => {
    for (const child of element.children) {
      if (typeof child === 'string' || !locals.includes(child.local)) continue;
      const text = oneLine(textOf(child));
      if (text !== '') return text;
    }
    return null;
  };
  const uri = part('uri', 'url', 'homepage');
  const person = {
    name: part('name'),
    email: part('email'),
    uri: uri === null ? null : resolveUrl(uri, element.base),
  };
  return (person.name ?? person.email ?? person.uri) ? person : parsePersonLine(textOf(element));
}

const emailPattern = /[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/;

export function parsePersonLine(line: string): FeedPerson | null {
  const text = oneLine(line).slice(0, 500);
  if (text === '') return null;
  const email = emailPattern.exec(text)?.[0] ?? null;
  if (email === null) return { name: text, email: null, uri: null };
  const rest = text
    .replace(email, '')
    .replace(/\bmailto:/i, '')
    .replace(/\(\)|<>|&lt;&gt;/g, '')
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^[\s,<"]+|[\s,>"]+$/g, '');
  return { name: rest === '' ? null : rest, email, uri: null };
}
