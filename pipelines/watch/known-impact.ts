import { provinceOf } from '../../shared/domain/area.ts';
import type { Claim } from '../../shared/domain/claim.ts';
import type { Counts } from '../../shared/domain/issue.ts';
import type { Part } from '../../shared/domain/risk.ts';
import { strongestSignal } from './find-signals.ts';
import { type ImpactFacts, isNational, type KnownClaim, part } from './impact-facts.ts';
import { titleInSentence } from './priority-reason.ts';
import type { RiskSettings } from './settings.ts';

const quoted = (text: string): string => `"${titleInSentence(text)}"`;

const kindWords: Readonly<Record<NonNullable<Claim['kind']>, string>> = {
  satire: 'satire',
  misleading: 'menyesatkan',
  imposter: 'konten tiruan',
  fabricated: 'rekayasa',
  false_connection: 'koneksi keliru',
  false_context: 'konteks keliru',
  manipulated: 'manipulasi',
};
/** A page or letter in KPU's name harms a good name by itself; what it says may weigh more. */
const imposterImpact = 2;

/** Denials and reports alone carry nothing on: they leave the matter's weight to its own texts. */
const carriesOn = ({ unique, stance }: Counts): boolean => stance.membantah + stance.memberitakan < unique;

function claimPart(claim: KnownClaim, facts: ImpactFacts, settings: RiskSettings): Part | null {
  const { kind, text, areas } = claim;
  if (kind === 'satire') return part(1, 'satire', `klaim yang dikenal ${quoted(text)} berupa satire`);
  const wide = new Set(areas.map(provinceOf)).size >= settings.likelihood.provinces5;
  const signal = strongestSignal([text], wide || isNational(facts, settings), 0);
  const told = `klaim yang dikenal ${quoted(text)}${kind === null ? '' : ` (${kindWords[kind]})`}`;
  if (signal) return part(signal.weight, 'claim', `${told}: ${signal.found.signal.evidence}`);
  if (kind === 'imposter') return part(imposterImpact, 'imposter', `${told}: mengatasnamakan KPU`);
  return kind === null
    ? null
    : part(settings.topicImpact[facts.topic], 'claim', `${told}: topik ${facts.topic}`);
}

function narrativePart(facts: ImpactFacts, settings: RiskSettings): Part | null {
  if (facts.narrative === null) return null;
  const { name, examples, impact } = facts.narrative;
  const told = `narasi yang dikenal ${quoted(name)}`;
  if (impact !== undefined && impact !== null)
    return part(impact, 'narrative', `${told}: bobot yang ditetapkan`);
  const signal = strongestSignal([name, ...examples], isNational(facts, settings), 0);
  return signal ? part(signal.weight, 'narrative', `${told}: ${signal.found.signal.evidence}`) : null;
}

/** What the knowledge base says of the stakes, the weightiest; satire only where every claim is. */
export function knownPart(facts: ImpactFacts, settings: RiskSettings): Part | null {
  if (!carriesOn(facts.counts)) return null;
  const parts = facts.claims.flatMap((claim) => claimPart(claim, facts, settings) ?? []);
  const narrative = narrativePart(facts, settings);
  return [...parts, ...(narrative ? [narrative] : [])].toSorted((a, b) => b.value - a.value)[0] ?? null;
}
