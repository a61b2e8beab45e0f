import { unitName, zoneOf } from '../../shared/areas/units.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { createEnricher } from '../enrich/enrich-item.ts';
import { decodeLinearModel } from '../enrich/model/linear-model.ts';
import { createTextTone } from '../enrich/text-tone.ts';
import { bundledCalendar, type ElectionCalendar } from '../watch/calendar.ts';
import { defaultWatchSettings } from '../watch/settings.ts';
import { createFlow, type Flow, type FlowDeps } from './flow.ts';

interface FlowOptions {
  calendar?: ElectionCalendar;
  changed?: NonNullable<FlowDeps['changed']>;
}

/** The flow of an installation with the models that the project ships; a model that is absent is made up for by rules. */
export async function openFlow(installation: Installation, options: FlowOptions = {}): Promise<Flow> {
  const { index, records, clock, ids, readModel } = installation;
  const tone = await readModel('tone/model.bin');
  const enricher = createEnricher({ textTone: tone ? createTextTone(decodeLinearModel(tone)) : undefined });
  return createFlow({
    index,
    records,
    clock,
    ids,
    enricher,
    calendar: options.calendar ?? bundledCalendar,
    settings: defaultWatchSettings,
    unitName,
    zoneOf,
    ...(options.changed ? { changed: options.changed } : {}),
  });
}
