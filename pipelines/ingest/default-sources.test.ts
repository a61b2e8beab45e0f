import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import areas from '../../shared/areas/areas.json' with { type: 'json' };
import { sourceSchema } from '../../shared/domain/source.ts';
import { connectors } from './connectors/connectors.ts';
import defaults from './default-sources.json' with { type: 'json' };

describe('default sources', () => {
  const sources = z.array(sourceSchema).parse(defaults);

  it('are told apart by id and address', () => {
    expect(new Set(sources.map((source) => source.id)).size).toBe(sources.length);
    expect(new Set(sources.map((source) => source.url)).size).toBe(sources.length);
  });

  it('have settings their connector accepts, and a home that exists', () => {
    const codes = new Set(areas.map((area) => area.code));
    for (const source of sources) {
      expect(connectors.get(source.kind)?.settings.safeParse(source.settings).success, source.id).toBe(true);
      if (source.homeArea !== null) expect(codes.has(source.homeArea), source.id).toBe(true);
    }
  });

  it('ask national outlets every ten minutes and nobody more often', () => {
    expect(Math.min(...sources.map((source) => source.intervalMinutes))).toBe(10);
  });
});
