import type { Instant } from '../../shared/domain/instant.ts';
import type { SourceHealth } from '../../shared/domain/source.ts';
import type { Records } from '../../shared/ports/records.ts';

const stateName = 'watch.sources';

/** Of each source that is silent beyond its habit and was told of, the moment of its last new item: it names the silence. */
export interface SilencesTold {
  lookedAt: Instant;
  told: Readonly<Record<string, Instant>>;
}

export const silencesTold = async (records: Pick<Records, 'state'>): Promise<SilencesTold> =>
  ((await records.state.get(stateName)) as SilencesTold | null) ?? { lookedAt: 0, told: {} };

export const keepSilencesTold = (records: Pick<Records, 'state'>, state: SilencesTold): Promise<void> =>
  records.state.put(stateName, state);

/** Whether the officer knows already that nothing new came from this source: one silence, one notice. */
export const isSilenceTold = ({ told }: SilencesTold, health: SourceHealth): boolean =>
  health.lastNewItemAt !== null && told[health.sourceId] === health.lastNewItemAt;
