import type { Allowance } from '../../shared/ports/allowance.ts';
import type { Records } from '../../shared/ports/records.ts';

/** What was used, by period. */
type Used = Readonly<Record<string, number>>;

/** Around the turn of a period two are in use; one more for a clock that was set back. */
const periodsKept = 3;

const stateName = (service: string): string => `allowance ${service}`;

function checked(amount: number): number {
  if (!Number.isSafeInteger(amount) || amount < 0)
    throw new RangeError(`an allowance is taken in whole numbers from zero, not ${amount}`);
  return amount;
}

/** The newest periods, and always the one in question. */
const latest = (used: Used, period: string): Used =>
  Object.fromEntries(
    Object.entries(used)
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .filter(([name], at) => at < periodsKept || name === period),
  );

/** The Allowance of an installation: one small state a service, changed in transactions, which take turns. */
export function createAllowance(records: Pick<Records, 'state' | 'transaction'>): Allowance {
  const read = async (from: Pick<Records, 'state'>, service: string): Promise<Used> =>
    ((await from.state.get(stateName(service))) as Used | null) ?? {};
  const write = (to: Pick<Records, 'state'>, service: string, used: Used, period: string) =>
    to.state.put(stateName(service), latest(used, period));
  return {
    async take(service, period, amount, limit) {
      checked(amount);
      return records.transaction(async (inner) => {
        const used = await read(inner, service);
        const after = (used[period] ?? 0) + amount;
        if (after > limit) return false;
        await write(inner, service, { ...used, [period]: after }, period);
        return true;
      });
    },
    async giveBack(service, period, amount) {
      checked(amount);
      await records.transaction(async (inner) => {
        const used = await read(inner, service);
        const before = used[period];
        if (before === undefined) return;
        await write(inner, service, { ...used, [period]: Math.max(0, before - amount) }, period);
      });
    },
    used: async (service, period) => (await read(records, service))[period] ?? 0,
  };
}
