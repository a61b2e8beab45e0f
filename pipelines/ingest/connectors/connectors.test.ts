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

for (const contract of contracts) describeConnectorContract(contract);
