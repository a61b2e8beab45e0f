import type { Spent } from '../../shared/api/sources.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Source } from '../../shared/domain/source.ts';
import type { Allowance } from '../../shared/ports/allowance.ts';
import { type Connector, SettingsRefused } from '../ingest/connectors/connector.ts';

/** What all sources of such a service used in the present period, and this source's limit; null where nothing is counted. */
export async function spentOf(
  source: Source,
  now: Instant,
  {
    connectors,
    allowance,
  }: { connectors: ReadonlyMap<Source['kind'], Connector>; allowance: Pick<Allowance, 'used'> },
): Promise<Spent | null> {
  try {
    const account = connectors.get(source.kind)?.account?.(source, now);
    if (!account) return null;
    const { service, period, limit, unit, perUnit } = account;
    return { period, used: (await allowance.used(service, period)) / perUnit, limit: limit / perUnit, unit };
  } catch (error) {
    if (error instanceof SettingsRefused) return null;
    throw error;
  }
}
