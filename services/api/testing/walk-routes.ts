import type { FastifyInstance } from 'fastify';
import { permissionOf, type RouteNeed } from '../people/route-permissions.ts';

// biome-ignore lint/suspicious/noExplicitAny: JSON Schema as the document has it
type Schema = any;

export interface Route {
  method: string;
  /** `/v1/issues/{issue}` */
  path: string;
  need: RouteNeed;
  /** The body's schema; null where it takes no JSON. */
  body: Schema | null;
  /** Names of the query that must be there, with a sample. */
  query: string;
  sample(): unknown;
}

/** A value that a schema takes: every required field, the first of a choice, the shortest text. */
export function sampleOf(schema: Schema, document: Schema): unknown {
  if (schema === undefined || schema === true) return 'contoh';
  if (schema.$ref) {
    const path = String(schema.$ref).slice(2).split('/');
    return sampleOf(
      path.reduce((at: Schema, part: string) => at[part], document),
      document,
    );
  }
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choice) return sampleOf(choice[0], document);
  switch (schema.type) {
    case 'object': {
      const properties = Object.entries(schema.properties ?? {});
      const required = new Set(schema.required ?? []);
      return Object.fromEntries(
        properties
          .filter(([name]) => required.has(name))
          .map(([name, one]) => [name, sampleOf(one, document)]),
      );
    }
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items, document));
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return textOf(schema);
  }
}

function textOf({ format, minLength = 0, pattern }: Schema): string {
  if (format === 'date-time') return '2024-11-27T09:00:00Z';
  if (format === 'email') return 'contoh@kpu.example';
  if (format === 'uri') return 'https://contoh.example/';
  if (pattern) return '35.73';
  return 'contoh yang cukup panjang'.padEnd(minLength, 'x');
}

/** Every route of the document, with what it needs and a body it would take. */
export function routesOf(app: FastifyInstance): Route[] {
  const document = app.swagger() as Schema;
  return Object.entries(document.paths as Schema).flatMap(([path, methods]) =>
    Object.entries(methods as Schema).map(([name, operation]: [string, Schema]) => {
      const method = name.toUpperCase();
      const body = operation.requestBody?.content?.['application/json']?.schema ?? null;
      const query = (operation.parameters ?? [])
        .filter((one: Schema) => one.in === 'query' && one.required)
        .map((one: Schema) => `${one.name}=${encodeURIComponent(String(sampleOf(one.schema, document)))}`)
        .join('&');
      return {
        method,
        path,
        need: permissionOf(method, path.replaceAll(/\{(\w+)\}/g, ':$1')),
        body,
        query: query === '' ? '' : `?${query}`,
        sample: () => (body === null ? {} : sampleOf(body, document)),
      };
    }),
  );
}

/** These never end, or end by other means. */
export const isEndless = ({ path }: Pick<Route, 'path'>): boolean => path === '/v1/events';
