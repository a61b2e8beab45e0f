/**
 * What the whole installation has used of a service that is counted: quota, money. Every process takes from the same
 * count before it asks, so that sources that share a key, workers, checks and previews together stay below a limit.
 * Not in here: what a request costs, when a period begins (`pipelines/ingest/connectors/allowances.ts`).
 *
 * Amounts are whole numbers from zero in the service's own smallest unit (quota units, millionths of a dollar). A period
 * is a name of the caller's that sorts by time (`2024-02`, `2024-02-20`); counts of long-gone periods may be forgotten.
 */
export interface Allowance {
  /**
   * Counts `amount` as used, unless more than `limit` would be used then: false, and nothing is counted. Call it before
   * the request: what a killed process had taken stays used.
   */
  take(service: string, period: string, amount: number, limit: number): Promise<boolean>;
  /** Takes back what a request did not use after all; never below zero. */
  giveBack(service: string, period: string, amount: number): Promise<void>;
  /** 0 when nothing was taken. */
  used(service: string, period: string): Promise<number>;
}
