import { describe, expect, it } from 'vitest';
import { defaultSources } from './default-sources.ts';
import { SourceRefused, sourceFrom } from './new-source.ts';
import { proposeUnitSources } from './unit-sources.ts';

const url = 'https://api.x.com';
const anyArea = (): boolean => true;

describe('a source as people describe it', () => {
  it('may have no setting that its kind does not know: a slip would change nothing, unseen', () => {
    const settings = { query: 'KPU', monthlyCapUSD: 5 };
    expect(() => sourceFrom({ url, kind: 'x', settings }, anyArea)).toThrow(
      /"monthlyCapUSD" tidak dikenal jenis x; yang ada: query, monthlyCapUsd/,
    );
    for (const wrong of [[], 'KPU', 5, null])
      expect(() => sourceFrom({ url, kind: 'x', settings: wrong }, anyArea)).toThrow(SourceRefused);
  });

  it('is told in Indonesian what a setting has to be', () => {
    expect(() => sourceFrom({ url, kind: 'x' }, anyArea)).toThrow(/"query": harus diisi/);
    const settings = { query: 'KPU', monthlyCapUsd: 'lima' };
    expect(() => sourceFrom({ url, kind: 'x', settings }, anyArea)).toThrow(
      /"monthlyCapUsd": Input tidak valid: diharapkan number.*docs\/connectors\/x\.md/,
    );
  });

  it('fits all that the project brings and proposes', () => {
    const all = [...defaultSources, ...proposeUnitSources('35.73'), ...proposeUnitSources('82')];
    for (const { url: address, kind, settings } of all)
      expect(() => sourceFrom({ url: address, kind, settings }, anyArea), address).not.toThrow();
  });
});
