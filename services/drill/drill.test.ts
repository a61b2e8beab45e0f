import { describe, expect, it } from 'vitest';
import { deliveryEvaluation } from '../cli/evaluate/delivery.ts';

describe('delivery under faults', () => {
  it('loses nothing and puts every double on record', async () => {
    const figures = (await deliveryEvaluation.run(
      { alerts: '40', between: '1', anywhere: '0', seed: '3' },
      { readModel: async () => null },
    )) as Record<string, number>;
    expect(figures).toMatchObject({ alerts: 40, arrived: 40, lost: 0, receiptsSent: 40 });
    expect(figures['killedBetweenSendAndRecord']).toBe(1);
    // the kill between send and record is one double at least, and it must be seen as such
    expect(figures['doubled']).toBeGreaterThanOrEqual(1);
    expect(figures['doublesOnRecord']).toBe(figures['doubled']);
    expect(figures['tries']).toBeGreaterThan(40);
  });
});
