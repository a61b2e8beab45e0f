import type { Claim } from '../../shared/domain/claim.ts';
import type { Counts, PersonImpact } from '../../shared/domain/issue.ts';
import type { Topic } from '../../shared/domain/labels.ts';
import type { Narrative } from '../../shared/domain/narrative.ts';
import type { Part } from '../../shared/domain/risk.ts';
import { nationalUnit } from '../../shared/domain/unit.ts';
import type { RiskSettings } from './settings.ts';

export type KnownClaim = Pick<Claim, 'text' | 'kind' | 'areas'>;
export type KnownNarrative = Pick<Narrative, 'name' | 'examples' | 'impact'>;

/** What is known of a matter's stakes. */
export interface ImpactFacts {
  topic: Topic;
  unit: string;
  provinces: number;
  /** The title and a sample of unique items, in any case; more than 200 add nothing. */
  texts: readonly string[];
  counts: Counts;
  /** Claims of the knowledge base that it is linked to; what is only suggested is not among them. */
  claims: readonly KnownClaim[];
  /** The narrative that people tied it to. */
  narrative: KnownNarrative | null;
  /** Set by a person: it wins over every rule. */
  personImpact: PersonImpact | null;
}

/** KPU RI's matter, or one of so many provinces. */
export const isNational = (
  { unit, provinces }: Pick<ImpactFacts, 'unit' | 'provinces'>,
  settings: RiskSettings,
) => unit === nationalUnit || provinces >= settings.likelihood.provinces5;

/** A step of impact with what was seen. */
export const part = (value: number, code: string, evidence: string): Part => ({
  code: `I_${code}`,
  value,
  evidence,
});
