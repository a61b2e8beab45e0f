import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeConnectorContract } from './connector.contract.ts';
import { connectors } from './connectors.ts';
import { factCheckConnectors } from './fact-check-connectors.contract.ts';
import { mailConnectors } from './mail-connector.contract.ts';
import { newsConnectors } from './news-connectors.contract.ts';
import { socialConnectors } from './social-connectors.contract.ts';

const contracts = [...newsConnectors, ...socialConnectors, ...factCheckConnectors, ...mailConnectors];

it('every connector is in the one contract suite', () => {
  expect(new Set(contracts.map(({ connector }) => connector))).toEqual(new Set(connectors.values()));
});

it('every connector has a page that says what it needs, what it costs and where it ends', () => {
  for (const kind of [...connectors.keys(), 'bluesky_stream', 'import', 'report']) {
    const page = readFileSync(
      new URL(`../../../docs/connectors/${kind.replaceAll('_', '-')}.md`, import.meta.url),
      'utf8',
    );
    for (const part of ['Needs', 'Costs', 'Limits']) expect(page, kind).toContain(`- **${part}**`);
  }
});

for (const contract of contracts) describeConnectorContract(contract);
