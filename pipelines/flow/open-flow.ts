import { unitName, zoneOf } from '../../shared/areas/units.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { createEnricher, type Enricher, fullText } from '../enrich/enrich-item.ts';
import { createIndication } from '../enrich/indication.ts';
import { createLabeller } from '../enrich/label-items.ts';
import { decodeLinearModel } from '../enrich/model/linear-model.ts';
import { loadTargetModels } from '../enrich/target-models.ts';
import { createTextTone } from '../enrich/text-tone.ts';
import { bundledCalendar, type ElectionCalendar } from '../watch/calendar.ts';
import { defaultWatchSettings } from '../watch/settings.ts';
import { createFlow, type Flow, type FlowDeps } from './flow.ts';

interface FlowOptions {
  calendar?: ElectionCalendar;
  changed?: NonNullable<FlowDeps['changed']>;
  knowledge?: NonNullable<FlowDeps['knowledge']>;
}

/** The flow of an installation with the models that the project ships; a model that is absent is made up for by rules. */
export async function openFlow(installation: Installation, options: FlowOptions = {}): Promise<Flow> {
  const { index, records, clock, ids, readModel } = installation;
  return createFlow({
    index,
    records,
    clock,
    ids,
    labeller: installation.labeller ?? createLabeller(await openEnricher(readModel)),
    toneModel: await installation.openToneModel?.(),
    calendar: options.calendar ?? bundledCalendar,
    settings: defaultWatchSettings,
    unitName,
    zoneOf,
    knowledge: options.knowledge,
    ...(options.changed ? { changed: options.changed } : {}),
  });
}

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
