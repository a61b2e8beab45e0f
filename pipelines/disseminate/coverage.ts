import { unitsWithin } from '../../shared/areas/unit-of-code.ts';
import {
  asksUnit,
  type BroadcastGroup,
  type Campaign,
  type CampaignTick,
} from '../../shared/domain/campaign.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { covers, type Scope, type Tier, tierOf } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';

/** `done`: in every group of the unit that is meant. A unit without such a group can do nothing, and is counted. */
export type UnitState = 'done' | 'partly' | 'open' | 'no_group';

export interface UnitCoverage {
  unit: string;
  name: string;
  tier: Tier;
  state: UnitState;
  groups: number;
  ticked: number;
  lastAt: Instant | null;
}

export interface Coverage {
  /** N of M units, by tier from the top. */
  tiers: { tier: Tier; units: number; done: number; partly: number; open: number; noGroup: number }[];
  units: UnitCoverage[];
  groups: { all: number; ticked: number; members: number };
}

/** Groups that an answer is meant for: those of the chosen kinds, and those of officers. */
export const isMeant = ({ kinds }: Pick<Campaign, 'kinds'>, { kind, active }: BroadcastGroup): boolean =>
  active && (kind === null || kinds.includes(kind));

const stateOf = (groups: number, ticked: number): UnitState =>
  groups === 0 ? 'no_group' : ticked === groups ? 'done' : ticked > 0 ? 'partly' : 'open';

/** How far an answer got: of every unit that is asked and lies in the scope, how many of its groups have it. */
export async function coverageOf(
  { dissemination: { campaigns, groups } }: Pick<Records, 'dissemination'>,
  campaign: Pick<Campaign, 'id' | 'unit' | 'kinds' | 'tiers'>,
  scope: Scope,
): Promise<Coverage> {
  const meant = (await groups.list({ scope })).filter((group) => isMeant(campaign, group));
  const ticks = new Map((await campaigns.ticks(campaign.id, scope)).map((tick) => [tick.groupId, tick]));
  const byUnit = Map.groupBy(meant, ({ unit }) => unit);
  const units = unitsWithin(campaign.unit)
    .filter(({ code }) => asksUnit(campaign, code) && covers(scope.unit, code))
    .map(({ code, name }) => unitCoverage(code, name, byUnit.get(code) ?? [], ticks));
  const shown = units.flatMap(({ unit }) => byUnit.get(unit) ?? []);
  const sent = shown.filter(({ id }) => ticks.has(id));
  return {
    tiers: tiersOf(units),
    units,
    groups: {
      all: shown.length,
      ticked: sent.length,
      members: sent.reduce((sum, { members }) => sum + (members ?? 0), 0),
    },
  };
}

function unitCoverage(
  unit: string,
  name: string,
  groups: readonly BroadcastGroup[],
  ticks: ReadonlyMap<string, CampaignTick>,
): UnitCoverage {
  const sent = groups.flatMap(({ id }) => ticks.get(id) ?? []);
  return {
    unit,
    name,
    tier: tierOf(unit),
    state: stateOf(groups.length, sent.length),
    groups: groups.length,
    ticked: sent.length,
    lastAt: sent.length === 0 ? null : Math.max(...sent.map(({ sentAt }) => sentAt)),
  };
}

const order: readonly Tier[] = ['national', 'province', 'regency'];

const tiersOf = (units: readonly UnitCoverage[]): Coverage['tiers'] =>
  order.flatMap((tier) => {
    const own = units.filter((one) => one.tier === tier);
    if (own.length === 0) return [];
    const count = (state: UnitState): number => own.filter((one) => one.state === state).length;
    return [
      {
        tier,
        units: own.length,
        done: count('done'),
        partly: count('partly'),
        open: count('open'),
        noGroup: count('no_group'),
      },
    ];
  });
