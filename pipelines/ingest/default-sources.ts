import { z } from 'zod';
import { type Source, sourceSchema } from '../../shared/domain/source.ts';
import sources from './default-sources.json' with { type: 'json' };

/** The sources of a fresh installation: national outlets, regional zones and fact-checkers. */
export const defaultSources: readonly Source[] = z.array(sourceSchema).parse(sources);
