import type { Drop } from '../../../shared/domain/drop.ts';
import type { Item } from '../../../shared/domain/item.ts';
import {
  AddressRefused,
  BodyBroken,
  ConnectionFailed,
  type FetchRequest,
  HostBackedOff,
  TimedOut,
} from '../../../shared/ports/fetcher.ts';
import { type PostContext, postToItem, type SocialPost } from '../item/post-to-item.ts';
import type { CollectRequest } from './connector.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Asks an interface for JSON. @throws BodyBroken when the answer is none, and the fetcher's errors */
export async function fetchJson(
  request: CollectRequest,
  url: string,
  more: Pick<FetchRequest, 'headers' | 'method' | 'body'> = {},
): Promise<unknown> {
  const response = await request.fetcher.fetch({ url, kind: 'api', ...more });
  try {
    return JSON.parse(new TextDecoder().decode(response.body));
  } catch (error) {
    throw new BodyBroken(url, error);
  }
}

/** Whether a request ended before anything of it was sent: it cannot have cost anything. */
export const wasNeverSent = (error: unknown): boolean =>
  error instanceof HostBackedOff ||
  error instanceof ConnectionFailed ||
  error instanceof AddressRefused ||
  (error instanceof TimedOut && error.phase === 'connect');

export const asObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
export const asObjects = (value: unknown): Json[] => (Array.isArray(value) ? value.map(asObject) : []);
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
/** A count as a whole number from zero; interfaces also write them as text. */
export const asCount = (value: unknown): number => Math.max(0, Math.round(Number(value) || 0));

export function withQuery(
  base: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const url = new URL(base);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') url.searchParams.set(name, String(value));
  return url.href;
}

/** Posts → items and counted refusals. */
export function postsToItems(
  posts: readonly SocialPost[],
  request: PostContext,
): { items: Item[]; drops: Drop[] } {
  const items = new Map<string, Item>();
  const drops: Drop[] = [];
  for (const post of posts) {
    const outcome = postToItem(post, request);
    if (outcome.item) {
      items.set(outcome.item.id, outcome.item);
      drops.push(...outcome.notes);
    } else {
      drops.push(outcome.drop);
    }
  }
  return { items: [...items.values()], drops };
}

/** The larger of two ids made of digits, however long. */
export const laterId = (a: string, b: string): string =>
  a.length === b.length ? (a > b ? a : b) : a.length > b.length ? a : b;
