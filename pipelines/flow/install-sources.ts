import type { Source } from '../../shared/domain/source.ts';
import type { Records } from '../../shared/ports/records.ts';
import { defaultSources } from '../ingest/default-sources.ts';

/** The stored sources; where none are stored yet, those that the project brings are stored first. */
export async function installSources({
  sources,
}: Pick<Records, 'sources'>): Promise<{ sources: Source[]; installed: number }> {
  const stored = await sources.list();
  if (stored.length > 0) return { sources: stored, installed: 0 };
  for (const source of defaultSources) await sources.put(source);
  return { sources: await sources.list(), installed: defaultSources.length };
}
