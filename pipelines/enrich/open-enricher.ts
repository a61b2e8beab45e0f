import { fullText } from '../../shared/domain/full-text.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { createEnricher, type Enricher } from './enrich-item.ts';
import { createIndication } from './indication.ts';
import { decodeLinearModel } from './model/linear-model.ts';
import { loadTargetModels } from './target-models.ts';
import { createTextTone } from './text-tone.ts';

/** The enricher with every model that `readModel` has. */
export async function openEnricher(readModel: Installation['readModel']): Promise<Enricher> {
  const tone = await readModel('tone/model.bin');
  const claims = await readModel('indication/model.bin');
  const indicate = claims ? createIndication(decodeLinearModel(claims)) : undefined;
  return createEnricher({
    textTone: tone ? createTextTone(decodeLinearModel(tone)) : undefined,
    targetModels: await loadTargetModels(readModel),
    indication: indicate ? (item) => indicate(fullText(item)) : undefined,
  });
}
