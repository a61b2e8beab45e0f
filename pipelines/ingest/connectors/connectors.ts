import type { Source } from '../../../shared/domain/source.ts';
import type { Connector } from './connector.ts';
import { feedConnector } from './feed.ts';

const all: readonly Connector[] = [feedConnector];

/** Every way to collect, by the kind of source it reads. */
export const connectors: ReadonlyMap<Source['kind'], Connector> = new Map(
  all.map((connector) => [connector.kind, connector]),
);
