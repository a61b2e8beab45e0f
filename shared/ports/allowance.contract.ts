import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Allowance } from './allowance.ts';

/** What every Allowance promises; `open` gives another process's view of the same installation. */
export function describeAllowanceContract(backend: {
  name: string;
  create(): Promise<{ open(): Promise<Allowance>; destroy(): Promise<void> }>;
}): void {
  describe(`Allowance contract: ${backend.name}`, () => {
    let made: Awaited<ReturnType<typeof backend.create>>;
    let allowance: Allowance;
    beforeEach(async () => {
      made = await backend.create();
      allowance = await made.open();
    });
    afterEach(() => made.destroy());

    it('gives up to the limit and not one more', async () => {
      expect(await allowance.used('x', '2024-02')).toBe(0);
      expect(await allowance.take('x', '2024-02', 7, 10)).toBe(true);
      expect(await allowance.take('x', '2024-02', 4, 10)).toBe(false);
      expect(await allowance.used('x', '2024-02')).toBe(7);
      expect(await allowance.take('x', '2024-02', 3, 10)).toBe(true);
      expect(await allowance.take('x', '2024-02', 1, 10)).toBe(false);
      expect(await allowance.used('x', '2024-02')).toBe(10);
    });

    it('holds a smaller limit against what was taken under a larger one', async () => {
      await allowance.take('x', '2024-02', 7, 10);
      expect(await allowance.take('x', '2024-02', 1, 5)).toBe(false);
      expect(await allowance.take('x', '2024-02', 1, 0)).toBe(false);
    });

    it('counts services and periods apart', async () => {
      await allowance.take('x', '2024-02', 7, 10);
      expect(await allowance.take('youtube', '2024-02', 7, 10)).toBe(true);
      expect(await allowance.take('x', '2024-03', 9, 10)).toBe(true);
      // a process whose clock is behind still counts into its own month
      expect(await allowance.take('x', '2024-02', 4, 10)).toBe(false);
      expect(await allowance.used('x', '2024-02')).toBe(7);
      expect(await allowance.used('x', '2024-03')).toBe(9);
    });

    it('takes back what was not used, and never more', async () => {
      await allowance.take('x', '2024-02', 7, 10);
      await allowance.giveBack('x', '2024-02', 5);
      expect(await allowance.used('x', '2024-02')).toBe(2);
      await allowance.giveBack('x', '2024-02', 50);
      await allowance.giveBack('x', '1999-01', 50);
      expect(await allowance.used('x', '2024-02')).toBe(0);
      expect(await allowance.used('x', '1999-01')).toBe(0);
    });

    it('refuses amounts that are no whole numbers from zero', async () => {
      for (const amount of [-1, 0.5, Number.NaN])
        await expect(allowance.take('x', '2024-02', amount, 10)).rejects.toBeInstanceOf(RangeError);
      expect(await allowance.used('x', '2024-02')).toBe(0);
    });

    it('never gives more than the limit to many who take at once', async () => {
      const processes = [allowance, await made.open(), await made.open()];
      const given = await Promise.all(
        Array.from({ length: 60 }, (_, n) => processes[n % processes.length]!.take('x', '2024-02', 3, 100)),
      );
      expect(given.filter(Boolean)).toHaveLength(33);
      for (const process of processes) expect(await process.used('x', '2024-02')).toBe(99);
    });
  });
}
