import { unitName, zoneOf } from '../../shared/areas/units.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { ItemLabeller } from '../../shared/ports/item-labeller.ts';
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
    labeller: installation.labeller ?? (await labellerHere(readModel)),
    toneModel: await installation.openToneModel?.(),
    calendar: options.calendar ?? bundledCalendar,
    settings: defaultWatchSettings,
    unitName,
    zoneOf,
    knowledge: options.knowledge,
    ...(options.changed ? { changed: options.changed } : {}),
  });
}

/** Loaded when there is no labeller beside the process, which then does without models and word lists. */
async function labellerHere(readModel: Installation['readModel']): Promise<ItemLabeller> {
  const { createLabeller } = await import('../enrich/label-items.ts');
  const { openEnricher } = await import('../enrich/open-enricher.ts');
  return createLabeller(await openEnricher(readModel));
}
